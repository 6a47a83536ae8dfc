"""`python -m dashboard` is `amicus`."""

from dashboard.cli import main

main()

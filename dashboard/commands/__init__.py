"""One file a command of `amicus`, with a function of the same name; heavy imports stand inside the function."""

"""`amicus parse`: matters of recorded files as JSON Lines, no database touched."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def parse(
    source: Annotated[str, typer.Argument(help="Id of the source the files come from.")],
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Files, folders or archives.")],
) -> None:
    """Read recorded files and print their matters as JSON Lines."""
    from crawlers import imports, matter
    from crawlers.joining.merge import merge_all
    from crawlers.sources import watched

    entry = watched().source(source)
    found: list[matter.Matter] = []
    for outcome in imports.outcomes(entry, paths):
        if outcome.refused:
            typer.echo(f"{outcome.file}: {outcome.refused}", err=True)
        found += outcome.matters
    for line in matter.write_lines(merge_all(found, entry.languages)):
        sys.stdout.buffer.write(line)

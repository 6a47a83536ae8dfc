"""`amicus tag`: what the words of matters, of plain text or of loose provisions say."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def tag(
    file: Annotated[Path | None, typer.Argument(help="Matters as JSON Lines; standard input when left out.")] = None,
    text: Annotated[bool, typer.Option("--text", help="The input is plain text.")] = False,
    language: Annotated[str, typer.Option(help="Language of the plain text.")] = "en",
    units: Annotated[Path | None, typer.Option(help="Loose provisions as JSON Lines.")] = None,
) -> None:
    """Find norms, duties, topics and relevance; print JSON Lines."""
    from nlp import lines

    source = units or file
    body = source.read_bytes() if source else sys.stdin.buffer.read()
    name = str(source or "standard input")
    made = lines.units(body, name) if units else lines.text(body, language) if text else lines.matters(body, name)
    for line in made:
        sys.stdout.buffer.write(line)

"""What every record says of where it was read: source, place, language, bytes and parser."""

from typing import TypedDict

from crawlers.response import Response
from crawlers.sources import Source


class Stamp(TypedDict):
    source: str
    jurisdiction: str
    language: str
    snapshot: str
    parser: str


def stamp(response: Response, source: Source, version: int, language: str = "") -> Stamp:
    """To be unpacked into a Matter; the language is the source's first unless told otherwise."""
    return Stamp(
        source=source.id,
        jurisdiction=source.jurisdiction,
        language=language or source.languages[0],
        snapshot=response.snapshot,
        parser=f"{source.parser}/{version}",
    )

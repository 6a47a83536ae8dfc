"""Places that a query names, in English or another main language: what is from there is meant."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from babel import Locale

from crawlers.sources import watched
from index import names, stemming, words
from index.query import Part, Word

# words of the longest name of a place
LONGEST = 4
# codes of ours that are no codes of ISO 3166
_ISO = {"uk": "GB", "eu": "EU", "un": "UN"}


class Named(NamedTuple):
    """A place, and the words (exact tokens) that name it."""

    code: str
    said: tuple[str, ...]


def named(tokens: list[str]) -> Iterator[Named]:
    """Among other words; of New York City the city, not the state, too."""
    at = 0
    while at < len(tokens) and len(tokens) > 1:
        length = next((long for long in range(LONGEST, 0, -1) if " ".join(tokens[at : at + long]) in _known()), 0)
        if length:
            span = tuple(tokens[at : at + length])
            yield Named(_known()[" ".join(span)], span)
        at += max(length, 1)


def whole(parts: Sequence[Part], places: Sequence[Named]) -> list[Part]:
    """The words of a name as one, which is there or not there."""
    found = list(parts)
    for place in places:
        for at in range(len(found) - len(place.said) + 1):
            held = [part for part in found[at : at + len(place.said)] if isinstance(part, Word)]
            if tuple(token for part in held for token in words.exact(part.text)) == place.said:
                found[at : at + len(held)] = [Word(" ".join(part.text for part in held), held[0].at)]
                break
    return found


@cache
def _known() -> dict[str, str]:
    """Codes by names as a query is read, folded once: ten thousand saved searches ask."""
    found: dict[str, str] = {}
    for code, place in watched().jurisdictions.items():
        for name in (place.name, *_abroad(code)):
            found.setdefault(names.key(name), code)
    return found


def _abroad(code: str) -> Iterator[str]:
    for language in stemming.MAIN if len(code) == len("de") else ():
        if name := Locale.parse(language).territories.get(_ISO.get(code, code.upper())):
            yield name

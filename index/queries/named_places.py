"""Places that a query names, in English or another main language, also by an adjective: what is from there is meant."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from crawlers import facts
from crawlers.sources import watched
from index import stemming, words
from index.queries import names
from index.query import Part, Word

# words of the longest name of a place
LONGEST = 4
# codes of ours that are no codes of ISO 3166
_ISO = {"uk": "GB", "eu": "EU", "un": "UN"}


class Named(NamedTuple):
    """A place, and the words (exact tokens) that name it."""

    code: str
    said: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """With the places in it whose names begin with its own: who says New York may mean the city."""
        return (self.code, *_inside().get(self.code, ()))


def named(tokens: list[str]) -> Iterator[Named]:
    """Among other words; of New York City the city, not the state, too."""
    at = 0
    while at < len(tokens) and len(tokens) > 1:
        spans = (tuple(tokens[at : at + long]) for long in range(LONGEST, 0, -1))
        found = next((Named(found_code, span) for span in spans if (found_code := code(span))), None)
        if found:
            yield found
        at += len(found.said) if found else 1


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


@lru_cache(1 << 14)
def code(span: tuple[str, ...]) -> str:
    """Of the place that the words name as they stand, or in another form; empty for none."""
    if (found := _known().get(" ".join(span))) or len(span) > _longest():
        return found or ""
    stems = ((language, tuple(stemming.stem(span, language))) for language in stemming.MAIN)
    return next((_adjectives()[key] for key in stems if key in _adjectives()), "")


@cache
def _inside() -> dict[str, tuple[str, ...]]:
    named = {code: place.name for code, place in watched().jurisdictions.items()}
    found = {code: tuple(one for one in named if named[one].startswith(f"{named[code]} ")) for code in named}
    return {code: inside for code, inside in found.items() if inside}


@cache
def _longest() -> int:
    """Words of the longest of the adjectives."""
    return max(len(stems) for _, stems in _adjectives())


@cache
def _adjectives() -> dict[tuple[str, tuple[str, ...]], str]:
    """Codes by language and stems of what named_places.yaml calls the places."""
    file = Path(__file__).with_name("named_places.yaml")
    listed = facts.convert(facts.load(file), dict[str, dict[str, tuple[str, ...]]], file.name, "adjectives")
    return {
        (language, tuple(stemming.stem(words.exact(said), language))): code
        for code, by_language in listed.items()
        for language, forms in by_language.items()
        for said in forms
    }


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

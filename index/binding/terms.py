"""The words by which laws name those they bind, as data."""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct

FILE = Path(__file__).with_name("terms.yaml")


def plain(words: str) -> str:
    """Lower case, without accents and typographic apostrophes, for matching."""
    lower = words.lower().replace("’", "'")
    if lower.isascii():
        return lower
    letters = unicodedata.normalize("NFKD", lower)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Class(Struct, frozen=True, kw_only=True):
    """A kind of service: the profile's fact that answers for it, its name, and the words laws use."""

    fact: str
    label: str
    words: tuple[str, ...]


class Carve(Struct, frozen=True, kw_only=True):
    """A kind of those left out: an attribute narrows others, a purpose is a use and not a service."""

    label: str
    words: tuple[str, ...]
    fact: str = ""
    attribute: bool = False
    purpose: bool = False


class Metric(Struct, frozen=True, kw_only=True):
    """What a threshold counts: the figures of a profile that answer it, the first one that is there."""

    figures: tuple[str, ...]
    label: str
    words: tuple[str, ...]


class Terms(Struct, frozen=True, kw_only=True):
    classes: dict[str, Class]
    metrics: dict[str, Metric]
    exemptions: dict[str, Carve]


@cache
def terms() -> Terms:
    return facts.convert(facts.load(FILE), Terms, FILE.name, "terms")


@cache
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Whole words in `plain` spelling, the longest first."""
    folded = sorted(map(plain, words), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, folded)) + r")(?!\w)")


@lru_cache(4096)
def classes(words: str) -> tuple[str, ...]:
    """Names of the classes that these words speak of, the narrowest first."""
    folded = plain(words)
    return tuple(name for name, entry in terms().classes.items() if pattern(entry.words).search(folded))

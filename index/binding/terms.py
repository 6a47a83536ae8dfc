"""The words by which laws name those they bind, as data."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct

FILE = Path(__file__).with_name("terms.yaml")


def plain(words: str) -> str:
    """Lower case, without accents and typographic apostrophes, for matching."""
    letters = unicodedata.normalize("NFKD", words.lower().replace("’", "'"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Class(Struct, frozen=True, kw_only=True):
    """A kind of service: the profile's fact that answers for it, its name, and the words laws use."""

    fact: str
    label: str
    words: tuple[str, ...]


class Carve(Struct, frozen=True, kw_only=True):
    """An exemption: the facts that must all hold, and how it is said."""

    facts: tuple[str, ...]
    label: str


class Terms(Struct, frozen=True, kw_only=True):
    classes: dict[str, Class]
    metrics: dict[str, tuple[str, ...]]
    exemptions: dict[str, Carve]


@cache
def terms() -> Terms:
    return facts.convert(facts.load(FILE), Terms, FILE.name, "terms")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(r"(?<!\w)(?:" + "|".join(re.escape(plain(word)) for word in entry.words) + r")(?!\w)")
        for name, entry in terms().classes.items()
    }


def classes(words: str) -> tuple[str, ...]:
    """Names of the classes that these words speak of."""
    folded = plain(words)
    return tuple(name for name, pattern in _patterns().items() if pattern.search(folded))

"""The facts of nlp/values.yaml: words for time, number and money in each language."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from crawlers.facts import convert, load
from crawlers.matter import Struct
from nlp.grammar.spelling import choices

FILE = Path(__file__).parent / "values.yaml"


class Facts(Struct, frozen=True, kw_only=True):
    units: dict[str, dict[str, str]]
    numbers: dict[str, dict[str, int]]
    numerals: dict[str, int]
    within: dict[str, tuple[str, ...]]
    at_once: dict[str, tuple[str, ...]]
    anchors: dict[str, tuple[str, ...]]
    ranges: tuple[str, ...]
    tails: tuple[str, ...]
    lasting: tuple[str, ...]
    terms: tuple[str, ...]
    ages: tuple[str, ...]
    references: tuple[str, ...]
    small: tuple[str, ...]
    metrics: dict[str, tuple[str, ...]]
    operators: dict[str, tuple[str, ...]]
    trailing: dict[str, tuple[str, ...]]
    currencies: dict[str, str]
    shared: tuple[str, ...]
    homes: dict[str, str]
    exemptions: dict[str, tuple[str, ...]]
    penalties: dict[str, tuple[str, ...]]


@cache
def facts() -> Facts:
    """The words with every choice they offer. Raises BadFacts naming file and key."""
    found = convert(load(FILE), Facts, FILE.name, "values")
    return replace(
        found, within=_chosen(found.within), operators=_chosen(found.operators), trailing=_chosen(found.trailing)
    )


def _chosen(listed: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(each for phrase in phrases for each in choices(phrase)) for name, phrases in listed.items()}


def alternatives(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def lower(text: str) -> str:
    """In lower case, each character still one: expressions for it are several times as fast as those that leave the case open."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(min(each.lower(), each, key=len) for each in text)


def longest(words: Iterable[str]) -> list[str]:
    """In lower case, as the text is that they are looked for in."""
    return sorted({word.lower() for word in words}, key=lambda word: (-len(word), word))


def either(words: Iterable[str]) -> str:
    """An expression for any of the words in lower-cased text."""
    return "|".join(map(re.escape, longest(words)))

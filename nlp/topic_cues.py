"""Cues of topics in languages without a lexicon: each word of a cue is the beginning of a word of the text.

Inflected endings follow it there. In Japanese, Chinese and Korean, where spaces do not tell words apart, it may stand
anywhere, and so may a long word in languages that put words together. Nothing else is read in these languages.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crawlers.vocabulary import Topic
from nlp.taxonomy import cues, taxonomy

UNSPACED = frozenset({"ja", "ko", "zh"})
COMPOUNDING = frozenset({"da", "fi", "nl", "sv"})
_LONG = 8  # letters: shorter words stand in others by chance
# Romanian is written with cedillas where letters with commas were not to be had.
_COMMAS = str.maketrans("şţŞŢ", "șțȘȚ")


class Spot(NamedTuple):
    """A cue at characters [start, end)."""

    topic: Topic
    weight: float
    start: int
    end: int


def known(language: str) -> bool:
    """Whether the taxonomy has cues of topics in a language, by its two letters."""
    return any(language in entry.cues for entry in taxonomy().topics.values())


def spots(text: str, language: str) -> Iterator[Spot]:
    """In order, the longest cue at each place; what stands in a false friend is none."""
    pattern, topics = _matcher(language)
    for found in pattern.finditer(text.translate(_COMMAS)):
        topic = topics[found.lastindex or 0]
        if topic:
            yield Spot(topic, _weight(found[0], language), *found.span())


def words(text: str, language: str) -> int:
    """How many words a text has; two letters are one where spaces do not tell."""
    return len(text) // 2 if language in UNSPACED else len(text.split())


@cache
def _matcher(language: str) -> tuple[re.Pattern[str], tuple[Topic | None, ...]]:
    told = [(phrase, cue.topic) for _, cue, phrases in cues(language) for phrase in phrases]
    told.sort(key=lambda each: -len(each[0]))
    pattern = "|".join(f"({_phrase(phrase, language)})" for phrase, _ in told)
    return re.compile(pattern, re.IGNORECASE), (None, *(topic for _, topic in told))


def _phrase(phrase: str, language: str) -> str:
    parts = [re.escape(part) for part in phrase.split()]
    if language in UNSPACED:
        return r"\s?".join(parts)
    begins = "" if language in COMPOUNDING and len(parts) == 1 and len(phrase) >= _LONG else r"\b"
    return begins + r"\w{0,20}\s{1,3}".join(parts) + r"\w{0,20}"


def _weight(quote: str, language: str) -> float:
    """As much as its words, three at most; a long compound counts as two."""
    compound = language in COMPOUNDING and len(quote) > 1.5 * _LONG
    return float(min(3, max(1 + compound, words(quote, language))))

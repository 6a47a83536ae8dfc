"""Where clauses begin and end: a sentence up to its list, the items of that, and the marks between clauses."""

import re
from itertools import pairwise
from typing import NamedTuple

from nlp.grammar.passage import Passage

BREAKS = frozenset({",", ";", ":", "—", "–", "-", "―"})
_LIST = re.compile(
    r"[:;—–\s](?:(?<=\S)\s*\(?(?:a|i|1|A|I|aa)\s?(?:\)|º\)|\.º?\s|°\s|\s?[-–—]\s)"
    r"|(?<=[^\d)]\s)(?=[(a1])(?<!oint\s)(?<!oints\s)(?<!ettre\s)(?<!ettres\s)(?<!ettera\s)(?<!ettere\s)"
    r"(?<!ection\s)(?<!ections\s)(?<!graph\s)(?<!graphs\s)(?<!lause\s)(?<!lauses\s)"
    r"(?:\((?:a|i|A|I)\)\s|(?:a\)|1\.)\s(?!Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jänner))"
    r"|(?<=[:—–])\s*[•–—-]\s|(?<=:)\s*(?:\n|(?=[A-Z«“])))"
)
# What no list begins without, within its first four characters: most sentences have none.
_MARK = re.compile(r"[:;—–)1]")
_ITEM = re.compile(r"[;:,.—–]\s*(?:and|or|und|oder|et|ou|y|o|e)?\s*\(?[A-Za-z0-9]{1,4}(?:\)|\.º?|°|\s?[-–—])\s")

WHOSE = frozenset(
    ["whose", "dont", "cuyo", "cuya", "cuyos", "cuyas", "cujo", "cuja", "cujos", "cujas", "deren", "dessen", "cui"]
)
FINITE = ("t", "en", "rf", "nn", "ss", "uß", "ll", "sind", "wird")


class Span(NamedTuple):
    """A run of words read as one clause chain: a sentence up to its list, or one item of a list."""

    start: int
    end: int
    sentence: tuple[int, int]


def head(passage: Passage, sentence: tuple[int, int]) -> Span:
    """A sentence up to its list."""
    return Span(sentence[0], list_start(passage, *sentence), sentence)


def items(passage: Passage, chapeau: Span) -> list[Span]:
    """The items of the list after a chapeau, each read by itself."""
    end = chapeau.sentence[1]
    marks = [chapeau.end, *_items(passage, chapeau.end, end), end] if chapeau.end < end else []
    return [Span(a, b, chapeau.sentence) for a, b in pairwise(marks) if b > a]


def list_start(passage: Passage, start: int, end: int) -> int:
    """The word at which the list of a sentence begins, or its end."""
    first, last = passage.offsets[start] + 12, passage.ends[end - 1]
    mark = _MARK.search(passage.text, first, last)
    found = mark and _LIST.search(passage.text, max(first, mark.start() - 3), last)
    return min(end, passage.word_at(found.start() + 1)) if found else end


def _items(passage: Passage, start: int, end: int) -> list[int]:
    first, last = passage.offsets[start], passage.ends[end - 1]
    return [passage.word_at(found.start() + 1) for found in _ITEM.finditer(passage.text, first + 1, last)]


def chunk_start(passage: Passage, at: int, floor: int) -> int:
    """The first word after the comma, semicolon or dash before `at`."""
    words = passage.words
    for i in range(at - 1, floor - 1, -1):
        if words[i] in BREAKS and is_break(passage, i):
            return i + 1
    return floor


def is_break(passage: Passage, i: int) -> bool:
    """Punctuation that parts clauses; not the hyphen inside a compound such as out-of-court."""
    word = passage.words[i]
    if word != "-":
        return word in BREAKS
    inside = 0 < i < len(passage.words) - 1
    return not inside or (passage.ends[i - 1], passage.ends[i]) != (passage.offsets[i], passage.offsets[i + 1])

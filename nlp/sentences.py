"""Where sentences begin in the words of a law: full stops that are no abbreviations, numbered paragraphs, new lines."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.rules import lexicon

_STOP = re.compile(r"[.!?…][\"»”’')\]]*\s+|\n\s*|(?<=[;:—–,.)\s])\s*(?=\(\d{1,3}[a-z]?\)\s+[A-ZÀ-Ý«“\"])")
_NUMBER = re.compile(r"(?:^|[\s(§])(?:\d{1,4}|[A-ZÀ-Ý]|[ivxlcIVXLC]{1,5}|[a-z])$")
_WORD = re.compile(r"[^\s(\[/«“\"'’]+$")
_OPENS = re.compile(r"[A-ZÀ-ÝŒ\"«“‘(\[§*¿¡\d—–-]")
_REFERENCE = re.compile(r"(?:\b(?:subsections?|sections?|paragraphs?|articles?|under|by|and|or|to|in|of|subparagraph|clause|rule|Absatz|Abs|alin[ée]a|paragraphe|apartado|comma|n\.o|n\.º|see))\s*$", re.I)


def starts(text: str, language: str) -> list[int]:
    """Character offsets at which a sentence begins; the first is 0."""
    return [0, *_breaks(text, _abbreviations(language))]


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in lexicon(language).grammar.abbreviations)


def _breaks(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        at = stop.end()
        if at >= len(text) or at == 0:
            continue
        if text[stop.start()] in ".!?…":
            if _ends(text, stop.start(), at, abbreviations):
                yield at
        elif stop.group().strip(" ") == "" and not stop.group().count("\n"):
            if not _REFERENCE.search(text, max(0, stop.start() - 24), stop.start() + 1):
                yield at
        elif _OPENS.match(text[at]):
            yield at


def _ends(text: str, stop: int, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark at `stop` ends a sentence that the next begins at `at`."""
    if not _OPENS.match(text[at]):
        return False
    if text[stop] != ".":
        return True
    before = text[max(0, stop - 30) : stop]
    word = _WORD.search(before)
    if word and word.group().lower() in abbreviations:
        return False
    return not _NUMBER.search(before)

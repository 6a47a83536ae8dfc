"""Where sentences begin in the words of a law: full stops that are no abbreviations, numbered paragraphs, new lines."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.rules import lexicon

_STOP = re.compile(r"[.!?…][\"»”’')\]]*\s+|\n\s*|(?<=[;:—–,.)\s])\s*(?=\(\d{1,3}[a-z]?\)\s+[A-ZÀ-Ý«“\"])")
_LABEL = re.compile(r"(?:^|[\n.;:—–(]\s*|^[^\w]*)(?:§\s*)?(?:\d{1,4}[a-z]?|[A-Za-z]|[ivxlcIVXLC]{1,5})$")
_ORDINAL = re.compile(r"(?<![\d.])\d{1,2}$")
_INITIAL = re.compile(r"(?:^|[\s(.])[A-ZÀ-Ý]$")
_COUNTED = re.compile(
    r"(?:Absatz|Abs\.|Absätze|Artikel|Artikels|Nummer|Nr\.|Satz|Sätze|Buchstabe|Kapitel|Anhang|§|§§|Abschnitt|Unterabsatz|Teil)\s*\d{1,3}$"
)
_WORD = re.compile(r"[^\s(\[/«“\"'’]+$")
_OPENS = re.compile(r"[A-ZÀ-ÝŒ\"«“‘(\[§*¿¡\d—–-]")
_REFERENCE = re.compile(
    r"(?:\b(?:subsections?|sections?|paragraphs?|articles?|under|by|and|or|to|in|of|subparagraph|clause|rule|Absatz|Abs|alin[ée]a|paragraphe|apartado|comma|n\.o|n\.º|see))\s*$",
    re.IGNORECASE,
)


def starts(text: str, language: str) -> list[int]:
    """Character offsets at which a sentence begins; the first is 0."""
    return [0, *_breaks(text, language, _abbreviations(language))]


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in lexicon(language).grammar.abbreviations)


def _breaks(text: str, language: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for stop in _STOP.finditer(text):
        at = stop.end()
        if at >= len(text) or at == 0:
            continue
        if text[stop.start()] in ".!?…":
            if _ends(text, language, stop.start(), at, abbreviations):
                yield at
        elif stop.group().strip(" ") == "" and not stop.group().count("\n"):
            if not _REFERENCE.search(text, max(0, stop.start() - 24), stop.start() + 1):
                yield at
        elif _OPENS.match(text[at]):
            yield at


def _ends(text: str, language: str, stop: int, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark at `stop` ends a sentence that the next begins at `at`."""
    if not _OPENS.match(text[at]):
        return False
    if text[stop] != ".":
        return True
    before = text[max(0, stop - 30) : stop]
    word = _WORD.search(before)
    if word and word.group().lower() in abbreviations:
        return False
    return not _counts(before, at - stop > 1 and language == "de")


def _counts(before: str, german: bool) -> bool:
    """Whether the full stop belongs to a number or an initial: a label, an ordinal (1. Januar), J. Smith."""
    if _LABEL.search(before) or _INITIAL.search(before):
        return True
    return german and bool(_ORDINAL.search(before)) and not _COUNTED.search(before)

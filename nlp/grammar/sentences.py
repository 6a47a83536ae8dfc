"""Where sentences begin in the words of a law: full stops that are no abbreviations, numbered paragraphs, new lines."""

import re
from collections.abc import Iterator
from functools import cache

from nlp.grammar.rules import lexicon

_MARK = r"[.!?…][\"»”’')\]]*\s+|\n\s*"
_PARAGRAPH = r"\(\d{1,3}(?:\.\d{1,2})?[a-z]?\)\s+[A-ZÀ-Ý«“\"]"
_STOP, _PARAGRAPHED = re.compile(_MARK), re.compile(_PARAGRAPH)
_STOP_OR_PARAGRAPH = re.compile(rf"{_MARK}|(?<=[;:—–,.)\s])\s*(?={_PARAGRAPH})")
_LABEL = re.compile(r"(?:^|[\n.;:—–(]\s*|[\n\s][\"“]|^[^\w]*)(?:§\s*)?(?:\d{1,4}[a-z]?|[A-Za-z]|[ivxlcIVXLC]{1,5})$")
_ORDINAL = re.compile(r"(?<![\d.])\d{1,2}$")
_INITIAL = re.compile(r"(?:^|[\s(.])[A-ZÀ-Ý]$")
_COUNTED = re.compile(
    r"(?:Absatz|Abs\.|Absätze|Artikel|Artikels|Nummer|Nr\.|Satz|Sätze|Buchstabe|Kapitel|Anhang|§|§§|Abschnitt|Unterabsatz|Teil)\s*\d{1,3}$"
)
_CITED = re.compile(r"(?:\d\s(?:[A-Z][A-Za-z]*\.\s?(?:\dd\s)?){1,3}|\b(?:Nos?|c|cc|ch|Art|Sec|p|pp)\.\s|§§?\s)\d{1,4}$")
_NUMBERED = re.compile(
    r"(?:§\s?\d+[ºo°]?(?:-[A-Z])?\.?|\d{1,3}(?:\.[ªº°]?|[ºª°])|[a-z]\)|\[\d+\]|Art(?:igo|ículo|\.)?\s?\d{1,4}(?:[ºo]|\.)(?:-[A-Z])?\.?)\s+(?=[A-ZÀ-Ý“«\"])"
)
_ITEM = re.compile(r"(?:[a-z]{1,2}|[ivx]+)\)\s")
_NOTE = re.compile(
    r"(?:(?<=[.!?][\"”’')])|(?<=[.!?])|(?:^|\n)\s*)(?P<mark>\[(?:\d{1,3}|\*{1,3})\]|(?<=\n)\*\d{1,4}(?=\s))\s*(?=[A-ZÀ-Ý\"“‘\d])"
)
_LINE_LABEL = re.compile(r"(?:^|\n)\W*\w{1,4}$")
_PART = re.compile(r"(?:LIBRO|TITOLO|CAPO|SEZIONE)\s[A-Z]+")
REPORT, SHORT = 4, 75
NUMERAL = 5  # letters of the longest number that is a label
_CLOSED = re.compile(r"(?:[.:!?…][\"»”’')\]]*|^[^a-zà-ý]*)\s*$")
_WORD = re.compile(r"[^\s(\[/«“\"'’]+$")
_OPENS = re.compile(r"[A-ZÀ-ÝŒ\"«“‘(\[§*¿¡\d—–-]")
_REFERENCE = re.compile(
    r"(?:\b(?:subsections?|sections?|paragraphs?|articles?|under|by|and|or|to|in|of|subparagraph|clause|rule|Absatz|Abs|alin[ée]a|paragraphe|apartado|comma|n\.o|n\.º|see))\s*$",
    re.IGNORECASE,
)


def starts(text: str, language: str) -> list[int]:
    """Character offsets at which a sentence begins; the first is that of the first mark."""
    found = []
    for at in (
        len(text) - len(text.lstrip()),
        *sorted({*_breaks(text, language, _abbreviations(language)), *_noted(text)}),
    ):
        label = _NUMBERED.match(text, at)
        found += [at] if not label or label.end() >= len(text) else [at, label.end()]
    return list(dict.fromkeys(found))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    """Those written with a capital count only so: Mass. is a state."""
    return frozenset(word.rstrip(".") for word in lexicon(language).grammar.abbreviations)


def _breaks(text: str, language: str, abbreviations: frozenset[str]) -> Iterator[int]:
    stops = _STOP_OR_PARAGRAPH if _PARAGRAPHED.search(text, 1) else _STOP
    for stop in stops.finditer(text):
        at = stop.end()
        if at >= len(text) or at == 0:
            continue
        if text[stop.start()] in ".!?…":
            if _ends(text, language, stop.start(), at, abbreviations):
                yield at
        elif stop.group().strip(" ") == "" and not stop.group().count("\n"):
            if not _REFERENCE.search(text, max(0, stop.start() - 24), stop.start() + 1):
                yield at
        elif (_OPENS.match(text[at]) or _ITEM.match(text, at)) and _closes_line(text, stop.start(), stop.group()):
            yield at


def _noted(text: str) -> Iterator[int]:
    """Courts put the mark of a note after the full stop that it belongs to, or alone before the words of the note."""
    if "[" in text or "*" in text:
        for mark in _NOTE.finditer(text):
            opens = text[mark.start("mark") - 1 : mark.start("mark")].isspace()
            yield from (at for at in ((mark.start("mark"),) * opens + (mark.end(),)) if 0 < at < len(text))


def _closes_line(text: str, stop: int, gap: str) -> bool:
    """Whether a new line ends a sentence: after a full stop, a heading in capitals, or a blank line."""
    if gap.count("\n") > 1:
        return text[stop - 1] not in ";,"
    line = text[text.rfind("\n", 0, stop) + 1 : stop].rstrip()
    if _PART.fullmatch(line):
        return False
    return bool(_CLOSED.search(line[-200:])) or (len(line) < SHORT and line[-1:] not in {";", ","})


def _ends(text: str, language: str, stop: int, at: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark at `stop` ends a sentence that the next begins at `at`."""
    if not _OPENS.match(text[at]):
        return False
    if text[stop] != ".":
        return text[stop] == "…" or not _quoted(text, stop)
    if "\n" in text[stop:at] and not _LINE_LABEL.search(text, max(0, stop - 8), stop):
        return True
    before = text[max(0, stop - 30) : stop]
    word = _WORD.search(before)
    if word and (not abbreviations.isdisjoint({word.group(), word.group().lower()}) or _cites(word.group(), text[at])):
        return False
    if word and len(word.group()) > NUMERAL and word.group().isalpha():
        return True
    if language == "en" and _CITED.search(before):
        return True
    return not _counts(before, at - stop > 1 and language == "de")


def _quoted(text: str, stop: int) -> bool:
    """Whether a cry or a question stands within straight quotation marks that close later in the line."""
    begun = text.rfind("\n", 0, stop) + 1
    return text.count('"', max(begun, stop - 400), stop + 1) % 2 == 1 and text[stop + 1 : stop + 2] != '"'


def _cites(word: str, after: str) -> bool:
    """A short word with a full stop before a number names a report or a code: Stat. 70, Tit. 29, c. 90."""
    return after.isdigit() and (len(word) == 1 or (len(word) <= REPORT and word.istitle()))


_OF_LAW = re.compile(r"\d, n\. \d{1,4}$")


def _counts(before: str, german: bool) -> bool:
    """Whether the full stop belongs to a number or an initial: a label, an ordinal (1. Januar), J. Smith; not to that of a law (2018, n. 1)."""
    if _OF_LAW.search(before):
        return False
    if _LABEL.search(before) or _INITIAL.search(before):
        return True
    return german and bool(_ORDINAL.search(before)) and not _COUNTED.search(before)

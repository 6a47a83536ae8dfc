"""References in the words of a law, as the ids of matters: Union acts, statutes of the states we read, United States Code."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nlp.german import statutes

_EU = re.compile(
    r"(?P<kind>Regulation|Directive|Decision|Verordnung|Richtlinie|Beschluss|règlement|directive|décision|Reglamento|Directiva|Decisión|[Rr]egolamento|[Dd]irettiva|[Dd]ecisione|Regulamento|Diretiva|Decisão)\s+"
    r"(?:\((?:EU|EC|EEC|EG|EWG|UE|CE|CEE|Euratom)(?:, Euratom)?\)\s+)?(?:No\.?\s+|Nr\.\s+|n[o°º]\.?\s+|n\.\s?[oº°]\s+|n\.\s+)?(?P<first>\d{1,4})/(?P<second>\d{1,4})(?:/(?:EU|EC|EEC|EG|EWG|UE|CE|CEE))?"
)
_CELEX = re.compile(r"\b3(?P<year>(?:19|20)\d\d)(?P<letter>[RLDHFQ])(?P<number>\d{4})\b")
_ELI = re.compile(r"data\.europa\.eu/eli/(?P<kind>reg|dir|dec)(?:_impl|_del)?/(?P<year>\d{4})/(?P<number>\d+)")
_USC = re.compile(r"\b(?P<title>\d{1,2})\s+U\.?\s?S\.?\s?C\.?\s+(?:§+\s*)?(?P<section>\d+[A-Za-z]*(?:-\d+)?)")
_UK = re.compile(
    r"\b(?P<title>(?:[A-Z][A-Za-z'’()-]+ (?:(?:and|of|the|etc\.?|for) )*){1,8}Act) (?P<year>(?:18|19|20)\d\d)\b"
)
_KINDS = {"reg": "R", "ver": "R", "règ": "R", "dir": "L", "ric": "L", "dec": "D", "bes": "D", "déc": "D"}


class Reference(NamedTuple):
    """Characters [start, end) of a text and what they name; `target` is an id of ours where the grammar gives one."""

    start: int
    end: int
    target: str
    rule: str


def references(text: str, language: str, jurisdiction: str) -> list[Reference]:
    """In order of the text, none overlapping another."""
    found = [*_union(text)]
    if jurisdiction.startswith("us") and ("U.S.C" in text or "USC" in text):
        found += [
            Reference(m.start(), m.end(), f"us/usc/{m['title']}/{m['section']}", "ref.usc") for m in _USC.finditer(text)
        ]
    if language == "de":
        found += [Reference(start, end, law, "ref.de") for start, end, law in statutes(text)]
    if jurisdiction.startswith(("uk", "ie")):
        found += [Reference(m.start(), m.end(), f"{m['title']} {m['year']}", "ref.uk") for m in _UK.finditer(text)]
    return _apart(found)


def _union(text: str) -> Iterator[Reference]:
    if "/" in text:
        for found in _EU.finditer(text):
            yield Reference(found.start(), found.end(), _celex(found), "ref.eu")
        for found in _ELI.finditer(text):
            letter = _KINDS[found["kind"]]
            yield Reference(
                found.start(), found.end(), f"eu/celex/3{found['year']}{letter}{int(found['number']):04d}", "ref.eli"
            )
    for found in _CELEX.finditer(text):
        yield Reference(found.start(), found.end(), f"eu/celex/{found[0]}", "ref.celex")


def _celex(found: re.Match[str]) -> str:
    """Directives and acts since 2015 put the year first; older regulations the number."""
    first, second = found["first"], found["second"]
    letter = _KINDS[found["kind"][:3].lower()]
    year_first = (
        len(first) == 4
        and first[:2] in {"19", "20"}
        and not (letter == "R" and len(second) == 4 and int(second) < 2015)
    )
    year, number = (first, second) if year_first or letter != "R" else (second, first)
    year = year if len(year) == 4 else f"{'19' if int(year) > 50 else '20'}{year.zfill(2)}"
    return f"eu/celex/3{year}{letter}{int(number):04d}"


def _apart(found: list[Reference]) -> list[Reference]:
    kept: list[Reference] = []
    for reference in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept

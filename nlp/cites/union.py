"""References to acts of the European Union: by number, by CELEX, by ELI."""

import re
from collections.abc import Iterator

from nlp.cites.found import Reference
from nlp.cites.places import begins

_KIND = (
    r"Regulation|Directive|(?:Framework )?Decision|Verordnung|Richtlinie|(?:Rahmenb|B)eschluss(?:es)?|[Rr]èglement|[Dd]irective|[Dd]écision(?:-cadre)?|"
    r"Reglamento|Directiva|Decisión(?: Marco)?|[Rr]egolamento|[Dd]irettiva|[Dd]ecisione(?: quadro)?|Regulamento|Diretiva|Decisão(?:-Quadro)?"
)
_TREATY = r"EU|EC|EEC|EG|EWG|UE|CE|CEE|JHA|JI|JAI|GAI|Euratom"
_NUMBERED = re.compile(
    rf"(?:(?:Commission|Council)\s)?(?:(?:(?:Delegated|Implementing)\s)|(?:Delegierte|Durchführungs)\s?)?\b(?P<kind>{_KIND})(?:\s(?:délégué|d['’]exécution|delegado|de\sEjecución|delegato|di\sesecuzione))?e?a?\s+"
    rf"(?:\((?:{_TREATY})(?:,\s?Euratom)?\)\s+)?(?:No\.?\s+|Nr\.\s+|n[o°º]\.?\s+|n\.\s?[oº°]\s+|n\.\s+)?"
    rf"(?P<first>\d{{1,4}})/(?P<second>\d{{1,4}})(?:/(?:{_TREATY}))?"
)
_CELEX = re.compile(r"\b3(?P<year>(?:19|20)\d\d)(?P<letter>[RLDHFQ])(?P<number>\d{4})(?:R\(\d{2}\))?(?!\w)")
_ELI = re.compile(r"data\.europa\.eu/eli/(?P<kind>reg|dir|dec)(?:_impl|_del)?/(?P<year>\d{4})/(?P<number>\d+)(?:/oj)?")
_KINDS = {
    "reg": "R",
    "ver": "R",
    "règ": "R",
    "dir": "L",
    "ric": "L",
    "dec": "D",
    "bes": "D",
    "déc": "D",
    "fra": "F",
    "rah": "F",
}


def union(text: str) -> Iterator[Reference]:
    if "/" in text:
        for found in _NUMBERED.finditer(text):
            yield Reference(begins(text, found.start()), found.end(), _celex(found), "ref.eu")
        for found in _ELI.finditer(text):
            number = f"3{found['year']}{_KINDS[found['kind']]}{int(found['number']):04d}"
            yield Reference(found.start(), found.end(), f"eu/celex/{number}", "ref.eli")
    for found in _CELEX.finditer(text):
        yield Reference(found.start(), found.end(), f"eu/celex/{found[0]}", "ref.celex")


def _celex(found: re.Match[str]) -> str:
    """Directives and acts since 2015 put the year first; older regulations the number."""
    first, second = found["first"], found["second"]
    kind = found["kind"].lower()
    letter = "F" if kind.endswith(("cadre", "marco", "quadro")) else _KINDS[kind[:3]]
    year_first = (
        len(first) == 4
        and first[:2] in {"19", "20"}
        and not (letter == "R" and len(second) == 4 and second[:2] in {"19", "20"} and int(second) < 2015)
    )
    year, number = (first, second) if year_first or letter != "R" else (second, first)
    year = year if len(year) == 4 else f"{'19' if int(year) > 50 else '20'}{year.zfill(2)}"
    return f"eu/celex/3{year}{letter}{int(number):04d}"

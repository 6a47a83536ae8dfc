"""Decisions of the Court of Justice: the language that they are in, and works in answers of EUR-Lex's web service."""

import re
from collections.abc import Iterator

from crawlers.eu import numbers
from crawlers.eu.cellar import Work
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.values import dates

_OPENINGS = {
    "gutachten": "de", "urteil": "de", "beschluss": "de", "schlussanträge": "de", "arrêt": "fr", "ordonnance": "fr", "avis": "fr",
    "conclusions": "fr", "sentenza": "it", "ordinanza": "it", "parere": "it", "sentencia": "es", "auto": "es", "dictamen": "es",
    "acórdão": "pt", "despacho": "pt", "parecer": "pt",
}  # fmt: skip


def language(root: Element, title: str) -> str:
    """Said in the metadata, else by the word that begins the title (opinions and judgments say no language)."""
    said = reading.words(root.find(".//LG.DOC")).lower()
    return said or _OPENINGS.get(re.split(r"\W", title.lower(), maxsplit=1)[0], "en")


def works(root: Element) -> Iterator[Work]:
    """The results of an answer. Raises Unreadable for one that names no work."""
    for result in root.iter("result"):
        work = result.find(".//NOTICE/WORK")
        celex = numbers.celex(reading.words(work.find("ID_CELEX/VALUE"))) if work is not None else ""
        if work is None or not celex:
            raise Unreadable("a result of the answer names no work by CELEX number")
        title = result.find(".//NOTICE/EXPRESSION/EXPRESSION_TITLE")
        yield Work(
            celex=celex,
            title=reading.words(title.find("VALUE")) if title is not None else "",
            language=(reading.words(title.find("LANG")) if title is not None else "") or "en",
            ecli=reading.words(work.find("ECLI/VALUE")),
            adopted=dates.iso(reading.words(work.find("WORK_DATE_DOCUMENT/VALUE"))),
        )

"""Acts printed as bare paragraphs (EUR-Lex before 2013, and its oldest consolidated pages) as lines, by how each begins."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from crawlers.eu.nesting import HIDDEN, nested
from crawlers.eu.structure import Line

_ARTICLE = re.compile(
    r"(?:Article|Artikel|Art[íi]culo|Articolo|Artigo|Artykuł|Άρθρο|Článek|Člen)\s+(?:\d+[a-z]{0,2}|premier|primo|unique|[úu]nico|[IVX]+)\b\W*",
    re.IGNORECASE,
)
_SOLE = re.compile(
    r"(?:Sole Article|Article unique|Einziger Artikel|Artículo único|Articolo unico|Artigo único)\W*", re.IGNORECASE
)
_DIVISION = re.compile(
    r"(?:PART|TITLE|CHAPTER|SECTION|PARTIE|TITRE|CHAPITRE|TEIL|TITEL|KAPITEL|ABSCHNITT|PARTE|TÍTULO|CAPÍTULO|SECCIÓN|TITOLO|CAPO|SEZIONE)"
    r"\s+(?:[IVXLC]+|\d+|ONE|TWO|THREE|FOUR|FIVE|SIX)\b\W*(?P<named>.*)",
    re.IGNORECASE,
)
_ANNEX = re.compile(r"(?:ANNEX|ANNEXE|ANHANG|ANEXO|ALLEGATO|BIJLAGE)(?:\s+[IVXLC\d]+|\s+[A-Z])?\W*")
_RECITAL = re.compile(r"(?:whereas|considérant|in erwägung|considerando|considerato|overwegende)\b", re.IGNORECASE)
_FINAL = re.compile(r"(?:Done at|Fait à|Geschehen zu|Hecho en|Fatto a|Feito em|Gedaan te)\b")
_PARAGRAPH = re.compile(r"(\(?\d{1,3}[a-z]?[.)])\s+(?=\S)")
_POINT = re.compile(r"(\(?(?:[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|\(\d{1,2}\)|[a-z]\.|[—–-])\s+(?=\S)")


def lines(paragraphs: Iterable[str]) -> tuple[Line, ...]:
    """Lines of an act from its paragraphs in order."""
    return tuple(nested(_read([text for text in paragraphs if text])))


def _read(texts: list[str]) -> Iterator[Line]:
    ended, heading = False, False
    for text, following in pairwise([*texts, ""]):
        if _is_article(text):
            if not _is_article(following.partition(" - ")[0]):
                yield Line("article", number=text.strip(" ."))
            ended, heading = False, True
            continue
        if _ANNEX.fullmatch(text):
            yield Line("annex", number=text)
            ended, heading = False, True
            continue
        ended = ended or bool(_FINAL.match(text))
        yield from _line(text, ended, heading)
        heading = False


def _is_article(text: str) -> bool:
    return bool(_ARTICLE.fullmatch(text) or _SOLE.fullmatch(text))


def _line(text: str, ended: bool, heading: bool) -> Iterator[Line]:
    division = _DIVISION.fullmatch(text)
    if ended:
        yield Line("final", text)
    elif (
        heading and len(text) < 120 and text[-1] not in ".;:," and not _PARAGRAPH.match(text) and not _POINT.match(text)
    ):
        yield Line("heading", text)
    elif division and len(text) < 160:
        yield Line("division", division["named"], text[: division.start("named")].strip(" -:"))
    elif found := _POINT.match(text):
        yield Line("item", number=found[1], depth=HIDDEN)
        yield Line("text", text[found.end() :], depth=HIDDEN)
    elif found := _PARAGRAPH.match(text):
        yield Line("paragraph", text[found.end() :], found[1])
    else:
        yield Line("recital" if _RECITAL.match(text) else "text", text)

"""Notes of Mexico's Diario Oficial: what kind they are of by their titles, and what the page of one says."""

import re
from typing import NamedTuple

from crawlers import ids
from crawlers.parsing import Element
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import Kind

_KINDS = (
    (re.compile(r"(?i)PROYECTO de Norma"), Kind.CONSULTATION),
    (re.compile(r"(?i)DECRETO por el que se (?:reforma|expide|adiciona)|LEY\b|C[ÓO]DIGO\b"), Kind.ACT),
    (re.compile(r"(?i)ACUERDO|LINEAMIENTOS|REGLAMENTO|NORMA|RESOLUCI[ÓO]N|DECRETO|CIRCULAR|REGLAS"), Kind.REGULATION),
)
_CODE = re.compile(r"codigo=(\d+)|docFuente/(\d+)|nota_(\d+)")

_WARNING = "En el documento que usted está visualizando"
_ELSEWHERE = re.compile(r"Para consultar (?:el|la|los|las) [\"“](.+)[\"”],? es necesario")
_FORM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,}(?=\s)")


class Note(NamedTuple):
    number: str
    day: str
    title: str
    lines: list[str]


def kind(title: str) -> Kind:
    """A consultation where it is a draft; what is neither law nor rule only stands in the gazette."""
    return next((kind for pattern, kind in _KINDS if pattern.match(title)), Kind.GAZETTE)


def form(title: str) -> str:
    """acuerdo, decreto: the word in capitals that it begins with."""
    found = _FORM.match(title)
    return found[0].lower() if found else ""


def name(note: Note) -> str:
    return note.number or f"{note.day}/{ids.part(note.title[:40])}"


def address(number: str, day: str) -> str:
    return f"https://www.dof.gob.mx/nota_detalle.php?codigo={number}&fecha={day[8:]}/{day[5:7]}/{day[:4]}"


def note(page: Element, place: str) -> Note | None:
    """The note that a page shows, its number by where the page stood; None for a page that shows none."""
    found = page.find(".//div[@id='DivDetalleNota']")
    if found is None:
        return None
    named = next((" ".join((part.text or "").split()) for part in found.iter("title")), "")
    for part in found.iter("title"):
        part.tag = "template"  # of a page within the page, and no words of the note
    body, code = [line for line in lines(found) if not line.startswith(_WARNING)], _CODE.search(place)
    day = next((dates.iso(line[4:], "dmy") for line in lines(page) if line.startswith("DOF:")), "")
    whole = next((line for line in body if line.startswith(named)), named)  # the page cuts long titles
    heads = (line for line in body if len(line) > 25 and not line.startswith("DOF"))
    title = whole if len(named) > 25 else next(heads, named)
    elsewhere = _ELSEWHERE.match(title)
    return Note(code[code.lastindex or 1] if code else "", day, elsewhere[1] if elsewhere else title, body)

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


class Note(NamedTuple):
    number: str
    day: str
    title: str
    lines: list[str]


def kind(title: str) -> Kind:
    """A consultation where it is a draft; what is neither law nor rule only stands in the gazette."""
    return next((kind for pattern, kind in _KINDS if pattern.match(title)), Kind.GAZETTE)


def name(note: Note) -> str:
    return note.number or f"{note.day}/{ids.part(note.title[:40])}"


def address(number: str, day: str) -> str:
    return f"https://www.dof.gob.mx/nota_detalle.php?codigo={number}&fecha={day[8:]}/{day[5:7]}/{day[:4]}"


def note(page: Element, place: str) -> Note | None:
    """The note that a page shows, its number by where the page stood; None for a page that shows none."""
    found = page.find(".//div[@id='DivDetalleNota']")
    if found is None:
        return None
    body, code = lines(found), _CODE.search(place)
    day = next((dates.iso(line[4:], "dmy") for line in lines(page) if line.startswith("DOF:")), "")
    named = next((" ".join((title.text or "").split()) for title in found.iter("title")), "")
    heads = (line for line in body if len(line) > 25 and not line.startswith("DOF"))
    return Note(code[code.lastindex or 1] if code else "", day, named if len(named) > 25 else next(heads, named), body)

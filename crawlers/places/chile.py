"""Norms of Chile: how they are named, numbered and dated, in either shape of LeyChile's XML."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files.reading import words
from crawlers.parsing import Element
from crawlers.record import Told
from crawlers.values import dates
from crawlers.vocabulary import EventKind

_SERIES = {
    "Decreto con Fuerza de Ley": "dfl",
    "Decreto Ley": "dl",
    "Auto Acordado": "aa",
    "Constitución": "constitucion",
}


def series(kind: str) -> str:
    return _SERIES.get(kind) or ids.part(kind.lower() or "norma")


def id_of(series: str, number: str, code: str, day: str) -> str:
    """Laws are counted through; decrees and others begin again each year."""
    if not (series and number):
        return f"cl/leychile/{ids.part(code)}"
    year = "" if series in {"ley", "dl"} or not day else f"{day[:4]}-"
    return f"cl/{series}/{year}{ids.part(number)}"


def days(norm: Element) -> tuple[str, str, str]:
    """Promulgation, publication, and the day of this version."""
    head = norm.find("Identificador")
    facts = norm if head is None else head
    signed = dates.iso(facts.get("fechaPromulgacion") or norm.get("fecha_promulgacion"))
    published = dates.iso(facts.get("fechaPublicacion") or norm.get("fecha_publicacion"))
    return signed, published, dates.iso(norm.get("fechaVersion") or norm.get("fecha_version")) or published


def named(norm: Element) -> tuple[str, str]:
    kind = norm.get("tipo") or words(next(norm.iter("Tipo"), None))
    return " ".join(kind.split()), (norm.get("numero") or words(next(norm.iter("Numero"), None))).strip()


def told(norm: Element) -> Iterator[Told]:
    signed, published, version = days(norm)
    yield signed, EventKind.SIGNED
    yield published, EventKind.PUBLISHED
    yield version, EventKind.APPLIES_FROM, "versión"
    yield dates.iso(words(norm.find("Metadatos/FechaDerogacion"))), EventKind.REPEALED

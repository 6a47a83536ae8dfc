"""LeyChile (BCN, Chile): a norm as exchanged XML, or as the older simplified ley document."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record, text
from crawlers.texts import headed, leychile, outline
from crawlers.values import dates
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind

VERSION = 1

_WORDS = Words("leychile")
_SERIES = {
    "Decreto con Fuerza de Ley": "dfl",
    "Decreto Ley": "dl",
    "Auto Acordado": "aa",
    "Constitución": "constitucion",
}
_ACTS = {"ley", "dfl", "dl", "constitucion", "codigo"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.without_namespaces(reading.xml(response.body))
    norms = [norm for norm in root.iter("Norma", "ley") if norm.get("normaId") or norm.get("id_norma")]
    if not norms:
        raise Unreadable("the XML is no norm of LeyChile: it has no normaId")
    for norm in norms:
        yield _norm(norm, response, source)


def _norm(norm: Element, response: Response, source: Source) -> Matter:
    kind, number = _named(norm)
    series = _SERIES.get(kind) or ids.part(kind.lower() or "norma")
    signed, published, day = _days(norm)
    state = norm.get("derogado") or norm.get("estado") or ""
    code = norm.get("normaId") or norm.get("id_norma") or ""
    return record(
        response,
        source,
        f"leychile/{VERSION}",
        id=_id(series if kind else "", number.replace(".", ""), code, signed or published),
        kind=Kind.ACT if series in _ACTS else Kind.REGULATION,
        instrument=kind or "norma",
        title=next(filter(None, map(words, norm.iter("TituloNorma", "titulo"))), f"{kind or 'norma'} {number}"),
        status=_WORDS.status(state, source),
        source_status=state,
        status_as_of=day,
        url=f"https://www.bcn.cl/leychile/navegar?idNorma={code}",
        published=published,
        events=events(
            response,
            (signed, EventKind.SIGNED),
            (published, EventKind.PUBLISHED),
            (day, EventKind.APPLIES_FROM, "versión"),
            (dates.iso(words(next(norm.iter("FechaDerogacion"), None))), EventKind.REPEALED),
        ),
        identifiers=numbers(("idNorma", code), ("printed", f"{kind} {number}".strip() if number else "")),
        texts=text(response, "es", day, outline.provisions(headed.units(leychile.lines(norm))), "application/xml"),
    )


def _id(series: str, number: str, code: str, day: str) -> str:
    """Laws are counted through; decrees and others begin again each year."""
    if not (series and number):
        return f"cl/leychile/{ids.part(code)}"
    year = "" if series in {"ley", "dl"} or not day else f"{day[:4]}-"
    return f"cl/{series}/{year}{ids.part(number)}"


def _days(norm: Element) -> tuple[str, str, str]:
    """Promulgation, publication, and the day of this version."""
    head = norm.find("Identificador")
    facts = norm if head is None else head
    signed = dates.iso(facts.get("fechaPromulgacion") or norm.get("fecha_promulgacion"))
    published = dates.iso(facts.get("fechaPublicacion") or norm.get("fecha_publicacion"))
    return signed, published, dates.iso(norm.get("fechaVersion") or norm.get("fecha_version")) or published


def _named(norm: Element) -> tuple[str, str]:
    kind = norm.get("tipo") or words(next(norm.iter("Tipo"), None))
    return " ".join(kind.split()), (norm.get("numero") or words(next(norm.iter("Numero"), None))).strip()

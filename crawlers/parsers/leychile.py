"""LeyChile (BCN, Chile): a norm as exchanged XML, or as the older simplified ley document."""

from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable, reading
from crawlers.places import chile
from crawlers.record import events, numbers, record, worded
from crawlers.texts import leychile
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 4

_WORDS = Words("leychile")
_ACTS = {"ley", "dfl", "dl", "constitucion", "codigo"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.without_namespaces(reading.xml(response.body))
    norms = [norm for norm in root.iter("Norma", "ley") if norm.get("normaId") or norm.get("id_norma")]
    if not norms:
        raise Unreadable("the XML is no norm of LeyChile: it has no normaId")
    for norm in norms:
        yield _norm(norm)


def _norm(norm: Element) -> Matter:
    kind, number = chile.named(norm)
    series, (signed, published, day) = chile.series(kind), chile.days(norm)
    state = norm.get("derogado") or norm.get("estado") or ""
    code = norm.get("normaId") or norm.get("id_norma") or ""
    return record(
        id=chile.id_of(series if kind else "", number.replace(".", ""), code, signed or published),
        kind=Kind.ACT if series in _ACTS else Kind.REGULATION,
        instrument=kind or "norma",
        title=next(filter(None, map(words, norm.iter("TituloNorma", "titulo"))), f"{kind or 'norma'} {number}"),
        status=_WORDS.status(state),
        source_status=state,
        status_as_of=day,
        url=f"https://www.bcn.cl/leychile/navegar?idNorma={code}",
        events=events(*chile.told(norm)),
        identifiers=numbers(("idNorma", code), ("printed", f"{kind} {number}".strip() if number else "")),
        texts=worded("es", day, leychile.units(norm), "application/xml"),
    )

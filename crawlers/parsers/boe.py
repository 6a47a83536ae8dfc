"""BOE, Spain: the list of consolidated laws, and the laws."""

from collections.abc import Iterator

from crawlers.parsers import boe_law
from crawlers.parsing import Finds, Request, Response, Source, dates, fields, ids, reading
from crawlers.places import spain
from crawlers.record import events, numbers, record
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Status

VERSION = 3


def start(source: Source, since: str) -> Iterator[Request]:
    """Laws consolidated anew since a day; the service counts days without hyphens."""
    asked = f"?from={since.replace('-', '')}&limit=200" if since else "?limit=50"
    yield Request(url=f"{source.urls[0]}{asked}", headers={"Accept": "application/json"})


def parse(response: Response, source: Source) -> Finds:
    if response.opening != b"<":
        answer = reading.answer(response.body, "data", "the JSON is no list of laws of the BOE: it has no data")
        yield from fields.each(fields.rows(answer, "data"), _row, source)
    else:
        yield boe_law.law(reading.xml(response.body), response.fetched[:10])


def _row(row: Row, source: Source) -> Finds:
    """A law of the list, newest change first; its text by a request of its own."""
    code, rank = must(row, "identificador"), text(row, "rango", "texto")
    days = (dates.iso(text(row, f"fecha_{what}")) for what in ("disposicion", "publicacion", "vigencia"))
    signed, published, begins = days
    out = "S" in {text(row, "estatus_derogacion"), text(row, "vigencia_agotada")}
    yield record(
        id=f"es/boe/{ids.part(code)}",
        kind=spain.kind(rank),
        instrument=rank,
        title=text(row, "titulo"),
        status=Status.REPEALED if out else Status.IN_FORCE,
        source_status="vigencia agotada" if out else "vigente",
        status_as_of=dates.iso(text(row, "fecha_actualizacion")[:8]),
        url=text(row, "url_eli") or f"https://www.boe.es/buscar/act.php?id={code}",
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED), (begins, EventKind.IN_FORCE)),
        identifiers=numbers(("boe", code)),
    )
    yield Request(url=f"{source.urls[0]}/id/{code}/texto", headers={"Accept": "application/xml"})

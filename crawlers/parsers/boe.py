"""BOE, Spain: the list of consolidated laws, and the laws."""

from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.parsers import boe_law
from crawlers.parsing import Found, Request, Response, Source, Unreadable
from crawlers.record import events, numbers, record
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_BASE = "https://www.boe.es/datosabiertos/api/legislacion-consolidada"


def start(source: Source, since: str) -> Iterator[Request]:
    """Laws consolidated anew since a day; the service counts days without hyphens."""
    asked = f"?from={since.replace('-', '')}&limit=200" if since else "?limit=50"
    yield Request(url=f"{source.urls[0]}{asked}", headers={"Accept": "application/json"})


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening != b"<":
        yield from _listed(reading.json(response.body), response, source)
        return
    root = reading.xml(response.body)
    blocks = list(root.iter("bloque"))
    facts = next(root.iter("metadatos"), None)
    if not blocks and facts is None:
        raise Unreadable("the XML is no consolidated law of the BOE: it has no bloque and no metadatos")
    yield boe_law.law(blocks, facts, response, source)


def _listed(answer: Any, response: Response, source: Source) -> Iterator[Found]:
    """The list of consolidated laws, newest change first; each text by a request of its own."""
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list | dict):
        raise Unreadable("the JSON is no list of consolidated laws of the BOE: it has no data")
    yield from fields.each(fields.rows(answer, "data"), _row, response, source)


def _row(row: Row, response: Response, source: Source) -> Iterator[Found]:
    code, rank, published = (
        must(row, "identificador"),
        text(row, "rango", "texto"),
        dates.iso(text(row, "fecha_publicacion")),
    )
    out = "S" in {text(row, "estatus_derogacion"), text(row, "vigencia_agotada")}
    yield record(
        response,
        source,
        f"boe/{VERSION}",
        id=f"es/boe/{ids.part(code)}",
        kind=Kind.ACT if "Ley" in rank else Kind.REGULATION,
        instrument=rank,
        title=text(row, "titulo"),
        status=Status.REPEALED if out else Status.IN_FORCE,
        source_status="vigencia agotada" if out else "vigente",
        status_as_of=dates.iso(text(row, "fecha_actualizacion")[:8]),
        url=text(row, "url_eli") or f"https://www.boe.es/buscar/act.php?id={code}",
        published=published,
        events=events(
            response,
            (dates.iso(text(row, "fecha_disposicion")), EventKind.SIGNED),
            (published, EventKind.PUBLISHED),
            (dates.iso(text(row, "fecha_vigencia")), EventKind.IN_FORCE),
        ),
        identifiers=numbers(("boe", code)),
    )
    yield Request(url=f"{_BASE}/id/{code}/texto", headers={"Accept": "application/xml"})

"""BOPA, Andorra: the service's lists of bulletins and documents, and the documents."""

from typing import Any
from urllib.parse import unquote

from crawlers.parsers import bopa_page
from crawlers.parsing import Aside, Finds, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import andorra
from crawlers.record import events, numbers, record
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_LIST = "https://bopaazurefunctions.azurewebsites.net/api"


def parse(response: Response, source: Source) -> Finds:
    if response.opening in b"{[":
        yield from _listed(reading.json(response.body), source)
    else:
        yield bopa_page.document(response)


def _listed(answer: Any, source: Source) -> Finds:
    if "paginatedDocuments" in answer:
        yield from fields.declared(answer, "totalCount")
        yield from fields.each(fields.rows(answer, "paginatedDocuments"), _found, source)
    elif "bopaList" in answer:
        dated = [row for row in fields.rows(answer, "bopaList") if text(row, "dataPublicacio")]
        newest = sorted(dated, key=lambda row: text(row, "dataPublicacio"))[-10:]
        yield from fields.each(newest, _bulletin, source)
    elif "organismes" in answer:
        yield Aside("the list names the bodies and sections of a bulletin, and no document")
    else:
        raise Unreadable("the JSON is no list of the BOPA: it has no bulletins, documents or bodies")


def _bulletin(row: Row, source: Source) -> Finds:
    number, day = must(row, "numBOPA"), dates.when(text(row, "dataPublicacio"), source.zone).date
    address = f"{_LIST}/GetDocumentsByBOPA?numBOPA={number}&year={day[:4]}"
    yield record(
        id=f"ad/butlleti/{day[:4]}-{ids.part(number)}",
        kind=Kind.GAZETTE,
        title=f"Butlletí Oficial del Principat d'Andorra, número {number}, any {day[:4]}",
        url=address,
        status=Status.ENACTED,
        events=events((day, EventKind.PUBLISHED)),
    )
    yield Request(url=address)


def _found(found: Row, source: Source) -> Finds:
    row = fields.row(found, "document")
    title, address = unquote(text(row, "sumari")), must(row, "metadata_storage_path")
    published = dates.when(text(row, "dataPublicacioButlleti"), source.zone).date
    signed = dates.when(text(row, "dataArticle"), source.zone).date
    bulletin = text(row, "numButlleti"), text(row, "anyButlleti")
    yield record(
        id=f"ad/bopa/{ids.part(must(row, 'nomDocument'))}",
        kind=andorra.kind(title, text(row, "organismePare")),
        instrument=text(row, "organisme"),
        title=title,
        status=Status.ENACTED,
        url=address,
        events=events((signed, EventKind.SIGNED), (published, EventKind.PUBLISHED)),
        identifiers=numbers(("bulletin", "/".join(bulletin) if all(bulletin) else "")),
    )
    yield Request(url=address)

"""BOPA, Andorra: the service's lists of bulletins and documents, and the documents as pages (UTF-8 or UTF-16)."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Matter
from crawlers.record import events, numbers, record
from crawlers.record import text as version
from crawlers.response import Aside, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_PRINTED = re.compile(r"^(Llei(?: qualificada)?|Decret(?: legislatiu)?|Reglament|Ordinació) (?:\w+ )?(\d+/\d{4})")
_DAY = re.compile(r"(?:del|de l’|de l')\s*(\d{1,2}-\d{1,2}-\d{2,4}|\d{1,2} (?:de |d’|d')?\w+(?: del? \d{4})?)")
_NAMED = re.compile(r"[A-Za-z]+_?\d{6,}[\d_]*")
_LIST = "https://bopaazurefunctions.azurewebsites.net/api"


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening in b"{[":
        yield from _listed(reading.json(response.body), response, source)
    else:
        yield _document(response, source)


def _listed(answer: Any, response: Response, source: Source) -> Iterator[Found]:
    if "paginatedDocuments" in answer:
        yield from fields.declared(answer, "totalCount")
        yield from fields.each(fields.rows(answer, "paginatedDocuments"), _found, response, source)
    elif "bopaList" in answer:
        dated = [row for row in fields.rows(answer, "bopaList") if text(row, "dataPublicacio")]
        newest = sorted(dated, key=lambda row: text(row, "dataPublicacio"))[-10:]
        yield from fields.each(newest, _bulletin, response, source)
    elif "organismes" in answer:
        yield Aside("the list names the bodies and sections of a bulletin, and no document")
    else:
        raise Unreadable("the JSON is no list of the BOPA: it has no bulletins, documents or bodies")


def _bulletin(row: Row, response: Response, source: Source) -> Iterator[Found]:
    number, day = must(row, "numBOPA"), dates.when(text(row, "dataPublicacio"), source.zone).date
    address = f"{_LIST}/GetDocumentsByBOPA?numBOPA={number}&year={day[:4]}"
    yield record(
        response,
        source,
        f"bopa/{VERSION}",
        id=f"ad/butlleti/{day[:4]}-{ids.part(number)}",
        kind=Kind.GAZETTE,
        title=f"Butlletí Oficial del Principat d'Andorra, número {number}, any {day[:4]}",
        url=address,
        status=Status.ENACTED,
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
    )
    yield Request(url=address)


def _found(found: Row, response: Response, source: Source) -> Iterator[Found]:
    row = fields.row(found, "document")
    title, address = unquote(text(row, "sumari")), must(row, "metadata_storage_path")
    published = dates.when(text(row, "dataPublicacioButlleti"), source.zone).date
    bulletin = text(row, "numButlleti"), text(row, "anyButlleti")
    yield record(
        response,
        source,
        f"bopa/{VERSION}",
        id=f"ad/bopa/{ids.part(must(row, 'nomDocument'))}",
        kind=_kind(title, text(row, "organismePare")),
        instrument=text(row, "organisme"),
        title=title,
        status=Status.ENACTED,
        published=published,
        url=address,
        events=events(
            response,
            (dates.when(text(row, "dataArticle"), source.zone).date, EventKind.SIGNED),
            (published, EventKind.PUBLISHED),
        ),
        identifiers=numbers(("bulletin", "/".join(bulletin) if all(bulletin) else "")),
    )
    yield Request(url=address)


def _document(response: Response, source: Source) -> Matter:
    root = reading.html(response.body)
    shown = lines(root)
    body = root.find("body")
    titled = (root.findtext(".//title") or "").strip()
    named = (body.get("id") if body is not None else "") or (titled if _NAMED.fullmatch(titled) else "")
    named = named or re.sub(r".*/|\.html?$", "", response.url or response.name)
    heads = [line for p in root.iter("p") if p.get("class") in {"Titol-3", "invisible"} for line in lines(p)]
    if not shown or not heads:
        raise Unreadable("the page is no document of the BOPA: it has no title")
    title = heads[1] if len(heads) > 1 and len(heads[0]) < 30 else heads[0]
    printed, day = _PRINTED.match(title), _DAY.search(title)
    signed = _signed(day[1], printed[2][-4:] if printed else "") if day else ""
    return record(
        response,
        source,
        f"bopa/{VERSION}",
        id=f"ad/bopa/{ids.part(str(named))}",
        kind=_kind(title, ""),
        title=title,
        status=Status.ENACTED,
        published=signed,
        events=events(response, (signed, EventKind.SIGNED)),
        identifiers=numbers(("printed", printed[0] if printed else "")),
        texts=version(response, "ca", signed, outline.provisions(headed.units(shown[1:])), "text/html"),
    )


def _signed(said: str, year: str) -> str:
    """A law numbered by its year leaves the year out of its day: Llei 9/2031, del 3 de febrer."""
    return dates.iso(said if re.search(r"\d{4}$", said) else f"{said} de {year}" if year else "", "dmy")


def _kind(title: str, body: str) -> Kind:
    if title.startswith(("Llei", "Constitució")) or body.startswith("02."):
        return Kind.ACT
    return Kind.REGULATION if title.startswith(("Decret", "Reglament", "Ordinació")) else Kind.GAZETTE

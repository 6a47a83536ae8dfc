"""Slov-Lex, Slovakia: lists of acts and of their versions as JSON, and the page with an act's history."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.record import events, record
from crawlers.response import Declared, Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_IRI = re.compile(r"/SK/(?P<series>[A-Z]+)/(?P<year>\d{4})/(?P<number>\d+)(?:/(?P<day>\d{8}))?")
_ACTS = {"Zakon", "UstavnyZakon", "Ustava"}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield _history(response, source)
        return
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or "docs" not in answer:
        raise Unreadable("the JSON is no answer of Slov-Lex: it has no docs")
    yield Declared(int(answer.get("numFound") or 0))
    yield from fields.each(answer["docs"] or [], _listed, response, source)


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    if place := _IRI.match(row["iri"]):
        yield _row(row, place, response, source)


def _id(place: re.Match[str]) -> str:
    return ids.require(f"sk/{place['series'].lower()}/{place['year']}-{place['number']}")


def _row(row: dict[str, Any], place: re.Match[str], response: Response, source: Source) -> Matter:
    number = row.get("cislo") or f"{place['number']}/{place['year']}"
    published = dates.iso((row.get("vyhlaseny") or "")[:10])
    return record(
        response,
        source,
        f"slov_lex/{VERSION}",
        id=_id(place),
        kind=Kind.ACT if row.get("typPredp") in _ACTS else Kind.REGULATION,
        instrument=row.get("typPredp_value") or "",
        title=row.get("nazov") or number,
        status=Status.ENACTED,
        url=f"https://www.slov-lex.sk/ezbierky{row['iri']}",
        published=published,
        events=events(
            response,
            (published, EventKind.PUBLISHED),
            (dates.iso((row.get("ucinnyOd") or "")[:10]), EventKind.IN_FORCE),
            (dates.iso(place["day"] or ""), EventKind.APPLIES_FROM, "znenie"),
        ),
        identifiers=(Identifier(scheme="printed", value=number),),
    )


def _history(response: Response, source: Source) -> Matter:
    """Each version with the days it holds; the acts that made them are related."""
    root = reading.html(response.body)
    rows = [row for row in root.iter("tr") if _IRI.match(row.get("data-iri", ""))]
    if not rows:
        raise Unreadable("the page shows no history of an act: no row has a data-iri")
    place = _IRI.match(rows[0].get("data-iri", ""))
    heading = words(next(root.iter("h1"), None))
    starts = [dates.iso(row.get("data-ucinnostod")) for row in rows]
    makers = {words(link) for row in rows for link in row.iterfind("td[3]/a")}
    assert place
    return record(
        response,
        source,
        f"slov_lex/{VERSION}",
        id=_id(place),
        kind=Kind.ACT,
        title=heading.removeprefix("História predpisu ").strip() or place[0],
        status=Status.ENACTED,
        url=f"https://www.slov-lex.sk/ezbierky/SK/{place['series']}/{place['year']}/{place['number']}/",
        events=tuple(
            Event(date=day, kind=EventKind.APPLIES_FROM, label="znenie", snapshot=response.snapshot)
            for day in sorted({day for day in starts if day})
        ),
        links=tuple(Link(kind=LinkKind.RELATED, target=maker) for maker in sorted(makers)),
        identifiers=(Identifier(scheme="printed", value=heading.removeprefix("História predpisu ").strip()),),
    )

"""Diario Oficial de la Federación, Mexico: notes of a day as JSON (SIDOF), and notes as pages."""

from typing import Any

from crawlers.parsers import dof_ojn
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import mexico
from crawlers.record import HERE, events, record, worded
from crawlers.texts import headed
from crawlers.values.fields import Row
from crawlers.values.fields import text as said
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4

_EDITIONS = ("NotasMatutinas", "NotasVespertinas", "NotasExtraordinarias")


def parse(response: Response, source: Source) -> Finds:
    if response.opening == b"{":
        yield from _day(reading.json(response.body))
        return
    page = reading.html(response.body)
    if note := mexico.note(page, f"{response.url} {response.name}"):
        yield _note(note)
    else:
        yield from dof_ojn.read(page, response)


def _day(answer: Any) -> Finds:
    if not isinstance(answer, dict) or not {*_EDITIONS} & answer.keys():
        raise Unreadable("the JSON is no day of the DOF: it has no Notas…")
    yield from fields.each((row for name in _EDITIONS for row in fields.rows(answer, name)), _row)


def _row(row: Row) -> Finds:
    number, title, day = said(row, "codNota"), fields.line(row, "titulo"), dates.iso(said(row, "fecha"), "dmy")
    if not number:
        raise Unreadable("a note of the DOF has no codNota")
    kind = mexico.kind(title)
    yield record(
        id=f"mx/dof/{ids.part(number)}",
        kind=kind,
        instrument=mexico.form(title),
        title=title,
        status=Status.CONSULTATION if kind is Kind.CONSULTATION else Status.ENACTED,
        url=mexico.address(number, day),
        summary=fields.line(row, "codOrgaDos"),
        events=events((day, EventKind.PUBLISHED)),
    )
    if said(row, "existeHtml") == "S":
        yield Request(url=f"https://sidof.segob.gob.mx/notas/docFuente/{number}")


def _note(note: mexico.Note) -> Matter:
    return record(
        id=f"mx/dof/{mexico.name(note)}",
        provisional=not note.number,
        kind=mexico.kind(note.title),
        instrument=mexico.form(note.title),
        title=note.title,
        status=Status.ENACTED,
        url=mexico.address(note.number, note.day) if note.number and note.day else HERE,
        events=events((note.day, EventKind.PUBLISHED)),
        texts=worded("es", note.day, headed.units(note.lines), "text/html"),
    )

"""Diario Oficial de la Federación, Mexico: notes of a day as JSON (SIDOF), and notes as pages."""

import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.parsers import dof_ojn
from crawlers.parsing import Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import events, record, text
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.values.fields import Row
from crawlers.values.fields import text as said
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_SIDOF = "https://sidof.segob.gob.mx"
_ACTS = re.compile(r"^(?:DECRETO por el que se (?:reforma|expide|adiciona)|LEY\b|C[ÓO]DIGO\b)", re.IGNORECASE)
_SECONDARY = re.compile(
    r"^(?:ACUERDO|LINEAMIENTOS|REGLAMENTO|NORMA|RESOLUCI[ÓO]N|DECRETO|CIRCULAR|REGLAS)", re.IGNORECASE
)
_DRAFT = re.compile(r"^PROYECTO de Norma", re.IGNORECASE)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        yield from _day(reading.json(response.body), response, source)
        return
    root = reading.html(response.body)
    note = root.find(".//div[@id='DivDetalleNota']")
    if note is not None:
        yield _note(note, lines(root), response, source)
    else:
        yield from dof_ojn.read(root, response, source)


def _day(answer: Any, response: Response, source: Source) -> Iterator[Found]:
    editions = ("NotasMatutinas", "NotasVespertinas", "NotasExtraordinarias")
    if not isinstance(answer, dict) or not {*editions} & answer.keys():
        raise Unreadable("the JSON is no day of the DOF: it has no Notas…")
    yield from fields.each((row for name in editions for row in fields.rows(answer, name)), _row, response, source)


def _row(row: Row, response: Response, source: Source) -> Iterator[Found]:
    number, title, day = said(row, "codNota"), fields.line(row, "titulo"), dates.iso(said(row, "fecha"), "dmy")
    if not number:
        raise Unreadable("a note of the DOF has no codNota")
    yield record(
        response,
        source,
        f"dof/{VERSION}",
        id=f"mx/dof/{ids.part(number)}",
        kind=_kind(title),
        title=title,
        status=Status.CONSULTATION if _DRAFT.match(title) else Status.ENACTED,
        url=_address(number, day),
        published=day,
        summary=fields.line(row, "codOrgaDos"),
        events=events(response, (day, EventKind.PUBLISHED)),
    )
    if said(row, "existeHtml") == "S":
        yield Request(url=f"{_SIDOF}/notas/docFuente/{number}")


def _address(number: object, day: str) -> str:
    return f"https://www.dof.gob.mx/nota_detalle.php?codigo={number}&fecha={day[8:]}/{day[5:7]}/{day[:4]}"


def _kind(title: str) -> Kind:
    if _DRAFT.match(title):
        return Kind.CONSULTATION
    return Kind.ACT if _ACTS.match(title) else Kind.REGULATION if _SECONDARY.match(title) else Kind.GAZETTE


def _note(note: Any, shown: list[str], response: Response, source: Source) -> Matter:
    body = lines(note)
    code = re.search(r"codigo=(\d+)|docFuente/(\d+)|nota_(\d+)", f"{response.url} {response.name}")
    number = next((group for group in code.groups() if group), "") if code else ""
    day = next((dates.iso(line[4:], "dmy") for line in shown if line.startswith("DOF:")), "")
    named = next((" ".join((title.text or "").split()) for title in note.iter("title")), "")
    title = (
        named
        if len(named) > 25
        else next((line for line in body if len(line) > 25 and not line.startswith("DOF")), named)
    )
    return record(
        response,
        source,
        f"dof/{VERSION}",
        id=f"mx/dof/{number}" if number else f"mx/dof/{day}/{ids.part(title[:40])}",
        provisional=not number,
        kind=_kind(title),
        title=title,
        status=Status.ENACTED,
        url=_address(number, day) if number and day else response.url,
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        texts=text(response, "es", day, outline.provisions(headed.units(body)), "text/html"),
    )

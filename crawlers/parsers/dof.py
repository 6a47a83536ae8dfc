"""Diario Oficial, Mexico: notes of a day as JSON (SIDOF), notes as pages, and record cards and lists of laws (OJN)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import words
from crawlers.matter import Identifier, Matter
from crawlers.record import events, record, status, text
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import headed, outline
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 2

_OJN = "http://www.ordenjuridico.gob.mx/fichas/"
_FILE = re.compile(r"Documentos/.*/(wo\d+)\.")
_SIDOF = "https://sidof.segob.gob.mx"
_ACTS = re.compile(r"^(?:DECRETO por el que se (?:reforma|expide|adiciona)|LEY\b|C[ÓO]DIGO\b)", re.IGNORECASE)
_SECONDARY = re.compile(
    r"^(?:ACUERDO|LINEAMIENTOS|REGLAMENTO|NORMA|RESOLUCI[ÓO]N|DECRETO|CIRCULAR|REGLAS)", re.IGNORECASE
)
_DRAFT = re.compile(r"^PROYECTO de Norma", re.IGNORECASE)
_STATES = {
    "Vigente": Status.IN_FORCE,
    "Abrogado": Status.REPEALED,
    "Abrogada": Status.REPEALED,
    "No vigente": Status.REPEALED,
}


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"{":
        yield from _day(reading.json(response.body), response, source)
        return
    root = reading.html(response.body)
    shown = lines(root)
    note = root.find(".//div[@id='DivDetalleNota']")
    if note is not None:
        yield _note(note, shown, response, source)
    elif any(line.startswith("Estatus:") for line in shown):
        yield _card(root, shown, response, source)
    elif rows := [row for row in root.iter("tr") if re.fullmatch(r"\d\d-\d\d-\d{4}", words(row.find("td[3]")))]:
        for row in rows:
            link = row.find(".//a")
            path = "" if link is None else link.get("id", "")
            yield _law([words(cell) for cell in row.iterfind("td")], path, response, source)
    else:
        raise Unreadable("the page is no note of the DOF, no record card and no list of laws")


def _day(answer: Any, response: Response, source: Source) -> Iterator[Found]:
    editions = ("NotasMatutinas", "NotasVespertinas", "NotasExtraordinarias")
    if not isinstance(answer, dict) or not {*editions} & answer.keys():
        raise Unreadable("the JSON is no day of the DOF: it has no Notas…")
    yield from fields.each((row for name in editions for row in answer.get(name) or []), _row, response, source)


def _row(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    title, day = " ".join(row["titulo"].split()), dates.iso(row["fecha"], "dmy")
    yield record(
        response,
        source,
        f"dof/{VERSION}",
        id=ids.require(f"mx/dof/{row['codNota']}"),
        kind=_kind(title),
        title=title,
        status=Status.CONSULTATION if _DRAFT.match(title) else Status.ENACTED,
        url=_address(row["codNota"], day),
        published=day,
        summary=" ".join((row.get("codOrgaDos") or "").split()),
        events=events(response, (day, EventKind.PUBLISHED)),
    )
    if row.get("existeHtml") == "S":
        yield Request(url=f"{_SIDOF}/notas/docFuente/{row['codNota']}")


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
        id=ids.require(f"mx/dof/{number}") if number else ids.require(f"mx/dof/{day}/{ids.part(title[:40])}"),
        provisional=not number,
        kind=_kind(title),
        title=title,
        status=Status.ENACTED,
        url=_address(number, day) if number and day else response.url,
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        texts=text(response, "es", day, outline.provisions(headed.units(body)), "text/html"),
    )


def _card(root: etree._Element, shown: list[str], response: Response, source: Source) -> Matter:
    """A record card of the Orden Jurídico Nacional; its number is in the address, or in the name of its document."""
    said = [part for line in shown for part in line.split(" | ")]
    facts = {name.removesuffix(":"): value for name, value in pairwise(said) if name.endswith(":")}
    number = re.search(r"idArchivo=(\d+)", response.url)
    file = next((found for a in root.iter("a") if (found := _FILE.search(a.get("href", "")))), None)
    place = file[1] if file else number[1] if number else ids.part(response.name.partition(".")[0] or shown[0])
    day = dates.iso(facts.get("Fecha de Publicación"))
    return record(
        response,
        source,
        f"dof/{VERSION}",
        id=ids.require(f"mx/ojn/{place}"),
        provisional=not (file or number),
        url=response.url or (file.string if file else ""),
        kind=Kind.REGULATION if facts.get("Tipo") == "Reglamento" else Kind.ACT,
        instrument=facts.get("Tipo", ""),
        title=shown[0],
        status=status(source, _STATES, facts["Estatus"]),
        source_status=facts["Estatus"],
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        identifiers=(Identifier(scheme="scope", value=facts.get("Ámbito", "")),),
    )


def _law(cells: list[str], path: str, response: Response, source: Source) -> Matter:
    file = _FILE.search(path)
    number = file[1] if file else ""
    published, changed = (
        dates.iso(cells[2], "dmy"),
        dates.iso(cells[3] if len(cells) > 3 and cells[3][:1].isdigit() else "", "dmy"),
    )
    return record(
        response,
        source,
        f"dof/{VERSION}",
        id=ids.require(f"mx/ojn/{number or f'{published}-{ids.part(cells[0])}'}"),
        provisional=not number,
        kind=Kind.REGULATION if cells[1].startswith("Reglamento") else Kind.ACT,
        title=cells[1],
        status=Status.IN_FORCE,
        status_as_of=changed,
        url=urljoin(_OJN, path) if file else response.url,
        published=published,
        events=events(response, (published, EventKind.PUBLISHED), (changed, EventKind.AMENDED)),
    )

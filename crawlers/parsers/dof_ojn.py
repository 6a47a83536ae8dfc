"""Orden Jurídico Nacional, Mexico: record cards of laws, and lists of laws, as pages."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import quote, urljoin

from crawlers.parsing import Element, Matter, Response, Unreadable, dates, ids, reading
from crawlers.record import events, numbers, record
from crawlers.texts.lines import lines
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

_WORDS = Words("dof_ojn")
_FOLDER = "http://www.ordenjuridico.gob.mx/fichas/"
_FILE = re.compile(r"Documentos/.*/(wo\d+)\.")
_DAY = re.compile(r"\d\d-\d\d-\d{4}")


def read(root: Element, response: Response) -> Iterator[Matter]:
    shown = lines(root)
    card = any(line.startswith("Estatus:") for line in shown)
    laws = (
        [_card(root, shown, response)] if card else [law for row in root.iter("tr") for law in _listed(row, response)]
    )
    if not laws:
        raise Unreadable("the page is no note of the DOF, no record card and no list of laws")
    yield from laws


def _card(root: Element, shown: list[str], response: Response) -> Matter:
    parts = [part for line in shown for part in line.split(" | ")]
    facts = {name.removesuffix(":"): value for name, value in pairwise(parts) if name.endswith(":")}
    file = next((found for a in root.iter("a") if (found := _FILE.search(a.get("href", "")))), None)
    named = file or re.search(r"idArchivo=(\d+)", response.url)
    form, state, published = facts.get("Tipo", ""), facts["Estatus"], dates.iso(facts.get("Fecha de Publicación"))
    return record(
        id=f"mx/ojn/{named[1] if named else ids.part(response.name.partition('.')[0] or shown[0])}",
        provisional=not named,
        kind=_kind(form or shown[0]),
        instrument=form,
        title=shown[0],
        status=_WORDS.status(state) if state else Status.IN_FORCE,
        source_status=state,
        url=response.url or quote(file.string if file else "", safe=":/.%"),
        events=events((published, EventKind.PUBLISHED)),
        identifiers=numbers(("scope", facts.get("Ámbito", ""))),
    )


def _kind(words: str) -> Kind:
    return Kind.REGULATION if words.startswith("Reglamento") else Kind.ACT


def _listed(row: Element, response: Response) -> Iterator[Matter]:
    """A law in force; without the number of its document it is known by its place in the list and its day."""
    cells, link = [reading.words(cell) for cell in row.iterfind("td")], row.find(".//a")
    if len(cells) < 3 or not _DAY.fullmatch(cells[2]):
        return
    path = "" if link is None else link.get("id", "")
    file, published = _FILE.search(path), dates.iso(cells[2], "dmy")
    changed = dates.iso(cells[3], "dmy") if len(cells) > 3 and cells[3][:1].isdigit() else ""
    yield record(
        id=f"mx/ojn/{file[1] if file else f'{published}-{ids.part(cells[0])}'}",
        provisional=not file,
        kind=_kind(cells[1]),
        title=cells[1],
        status=Status.IN_FORCE,
        status_as_of=changed,
        url=urljoin(_FOLDER, path) if file else response.url,
        events=events((published, EventKind.PUBLISHED), (changed, EventKind.AMENDED)),
    )

"""Orden Jurídico Nacional, Mexico: record cards of laws, and lists of laws, as pages."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import urljoin

from crawlers import ids
from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_WORDS = Words("dof_ojn")
_FOLDER = "http://www.ordenjuridico.gob.mx/fichas/"
_FILE = re.compile(r"Documentos/.*/(wo\d+)\.")
_DAY = re.compile(r"\d\d-\d\d-\d{4}")


def read(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    shown = lines(root)
    rows = [row for row in root.iter("tr") if _DAY.fullmatch(words(row.find("td[3]")))]
    if any(line.startswith("Estatus:") for line in shown):
        yield _card(root, shown, response, source)
        return
    if not rows:
        raise Unreadable("the page is no note of the DOF, no record card and no list of laws")
    for row in rows:
        link = row.find(".//a")
        path = "" if link is None else link.get("id", "")
        yield _law([words(cell) for cell in row.iterfind("td")], path, response, source)


def _card(root: Element, shown: list[str], response: Response, source: Source) -> Matter:
    """A record card of the Orden Jurídico Nacional; its number is in the address, or in the name of its document."""
    parts = [part for line in shown for part in line.split(" | ")]
    facts = {name.removesuffix(":"): value for name, value in pairwise(parts) if name.endswith(":")}
    number = re.search(r"idArchivo=(\d+)", response.url)
    file = next((found for a in root.iter("a") if (found := _FILE.search(a.get("href", "")))), None)
    place = file[1] if file else number[1] if number else ids.part(response.name.partition(".")[0] or shown[0])
    day = dates.iso(facts.get("Fecha de Publicación"))
    return record(
        response,
        source,
        f"dof_ojn/{VERSION}",
        id=f"mx/ojn/{place}",
        provisional=not (file or number),
        url=response.url or (file.string if file else ""),
        kind=Kind.REGULATION if facts.get("Tipo") == "Reglamento" else Kind.ACT,
        instrument=facts.get("Tipo", ""),
        title=shown[0],
        status=_WORDS.status(facts["Estatus"], source),
        source_status=facts["Estatus"],
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        identifiers=numbers(("scope", facts.get("Ámbito", ""))),
    )


def _law(cells: list[str], path: str, response: Response, source: Source) -> Matter:
    file = _FILE.search(path)
    number = file[1] if file else ""
    published = dates.iso(cells[2], "dmy")
    changed = dates.iso(cells[3], "dmy") if len(cells) > 3 and cells[3][:1].isdigit() else ""
    return record(
        response,
        source,
        f"dof_ojn/{VERSION}",
        id=f"mx/ojn/{number or f'{published}-{ids.part(cells[0])}'}",
        provisional=not number,
        kind=Kind.REGULATION if cells[1].startswith("Reglamento") else Kind.ACT,
        title=cells[1],
        status=Status.IN_FORCE,
        status_as_of=changed,
        url=urljoin(_FOLDER, path) if file else response.url,
        published=published,
        events=events(response, (published, EventKind.PUBLISHED), (changed, EventKind.AMENDED)),
    )

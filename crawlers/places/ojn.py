"""Pages of Mexico's Orden Jurídico Nacional: the record card of a law, and lists of laws."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urljoin

from crawlers import ids
from crawlers.files.reading import words
from crawlers.parsing import Element, Response
from crawlers.texts.lines import lines
from crawlers.values import dates

_FOLDER = "http://www.ordenjuridico.gob.mx/fichas/"
_FILE = re.compile(r"Documentos/.*/(wo\d+)\.")
_DAY = re.compile(r"\d\d-\d\d-\d{4}")


class Law(NamedTuple):
    """`named` by the number of its document or in its address; else `place` is made of what the page says of it."""

    place: str
    named: bool
    title: str
    url: str
    published: str
    changed: str = ""
    form: str = ""
    state: str = ""
    scope: str = ""


def card(root: Element, response: Response) -> Law | None:
    """None for another page."""
    shown = lines(root)
    if not any(line.startswith("Estatus:") for line in shown):
        return None
    parts = [part for line in shown for part in line.split(" | ")]
    facts = {name.removesuffix(":"): value for name, value in pairwise(parts) if name.endswith(":")}
    number = re.search(r"idArchivo=(\d+)", response.url)
    file = next((found for a in root.iter("a") if (found := _FILE.search(a.get("href", "")))), None)
    named = file or number
    place = named[1] if named else ids.part(response.name.partition(".")[0] or shown[0])
    return Law(
        place,
        bool(named),
        shown[0],
        response.url or (file.string if file else ""),
        published=dates.iso(facts.get("Fecha de Publicación")),
        form=facts.get("Tipo", ""),
        state=facts["Estatus"],
        scope=facts.get("Ámbito", ""),
    )


def listed(root: Element, response: Response) -> Iterator[Law]:
    """The laws of a list, a row each."""
    for row in root.iter("tr"):
        cells, link = [words(cell) for cell in row.iterfind("td")], row.find(".//a")
        if len(cells) < 3 or not _DAY.fullmatch(cells[2]):
            continue
        path = "" if link is None else link.get("id", "")
        file, published = _FILE.search(path), dates.iso(cells[2], "dmy")
        changed = dates.iso(cells[3], "dmy") if len(cells) > 3 and cells[3][:1].isdigit() else ""
        place, url = (file[1], urljoin(_FOLDER, path)) if file else (f"{published}-{ids.part(cells[0])}", response.url)
        yield Law(place, bool(file), cells[1], url, published, changed)

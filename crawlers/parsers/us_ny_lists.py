"""Alerts of New York's legislature that list the bills of an agenda or calendar."""

import re
from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.parsing import Element, Matter, Response, Source
from crawlers.places import newyork
from crawlers.record import people, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind

VERSION = 1

NUMBER = re.compile(r"^([ASJKLRBE])?\s?(\d{1,5})(?:-?([A-Z]))?\b")


def listed(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """Rows below a heading with the day; only the column of printed numbers holds numbers of bills."""
    day = label = where = ""
    columns: list[str] = []
    for element in root.iter("h1", "h2", "h3", "tr"):
        if element.tag != "tr":
            said = " ".join(" ".join(map(str, element.itertext())).split())
            day = next(iter(dates.inside(said.title(), "mdy")), day)
            label, where = (said, where) if dates.inside(said.title(), "mdy") else (label, said)
            continue
        cells = [words(cell) for cell in element.iter("td", "th")]
        if any(name in cell.lower() for cell in cells for name in ("printed", "bill no")):
            columns = [cell.lower() for cell in cells]
        elif columns and day and (row := _row(cells, columns)):
            yield _on(row, day, label, where, response, source)


def _row(cells: list[str], columns: list[str]) -> dict[str, str]:
    """The cells by what their column holds; empty where the number is none of a bill."""
    named = {"number": ("printed", "bill no"), "sponsor": ("sponsor",), "title": ("title",)}
    row = {
        name: cell
        for cell, column in zip(cells, columns, strict=False)
        for name, signs in named.items()
        if any(sign in column for sign in signs)
    }
    return row if NUMBER.match(row.get("number", "")) else {}


def _on(row: dict[str, str], day: str, label: str, where: str, response: Response, source: Source) -> Matter:
    """A bill on the agenda of a committee, or on a calendar under the heading of its reading."""
    number = NUMBER.match(row["number"])
    assert number
    sitting = "committee" in label.lower()
    place = label if sitting else " ".join(filter(None, (label, where)))
    house = number[1] or ("A" if re.search(r"\bassembly\b", f"{label} {where}", re.IGNORECASE) else "S")
    events = timeline(response, [(day, EventKind.MEETING if sitting else EventKind.DEBATED, place)])
    id, sponsors = newyork.bill_id(day[:4], house, number[2]), people("sponsor", [row.get("sponsor", "")])
    return newyork.listed(newyork.bill(id, response, source, row.get("title", ""), people=sponsors, events=events))

"""Alerts of New York's legislature that list the bills of an agenda or calendar: rows below a heading with the day."""

import re
from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.parsing import Element, Matter
from crawlers.places.us import newyork
from crawlers.record import people, timeline
from crawlers.values import dates
from crawlers.values.dates import When
from crawlers.vocabulary import EventKind

_NUMBER = re.compile(r"^([ASJKLRBE])?\s?(\d{1,5})(?:-?([A-Z]))?\b")
_COLUMNS = {"number": ("printed", "bill no"), "sponsor": ("sponsor",), "title": ("title",)}


def bills(root: Element) -> Iterator[Matter]:
    """Those that a committee meets on, or that stand on a calendar. Only the column of printed numbers holds numbers of bills."""
    day = label = where = ""
    columns: list[str] = []
    for element in root.iter("h1", "h2", "h3", "tr"):
        if element.tag != "tr":
            said = " ".join(" ".join(map(str, element.itertext())).split())
            own = dates.first(said.title(), "mdy")
            day, label, where = (own, said, where) if own else (day, label, said)
            continue
        cells = [words(cell) for cell in element.iter("td", "th")]
        if any(name in cell.lower() for cell in cells for name in _COLUMNS["number"]):
            columns = [cell.lower() for cell in cells]
        elif columns and day:
            yield from _bill(_row(cells, columns), day, label, where)


def _row(cells: list[str], columns: list[str]) -> dict[str, str]:
    """The cells by what their column holds."""
    return {
        name: cell
        for cell, column in zip(cells, columns, strict=False)
        for name, signs in _COLUMNS.items()
        if any(sign in column for sign in signs)
    }


def _bill(row: dict[str, str], day: str, label: str, where: str) -> Iterator[Matter]:
    """None where the number is none of a bill."""
    if number := _NUMBER.match(row.get("number", "")):
        committee = "committee" in label.lower()
        place = label if committee else " ".join(filter(None, (label, where)))
        house = number[1] or ("A" if re.search(r"(?i)\bassembly\b", f"{label} {where}") else "S")
        id = newyork.bill_id(day[:4], house, number[2])
        met = (_when(day, place), EventKind.MEETING, place) if committee else (day, EventKind.DEBATED, place)
        sponsors = people("sponsor", [row.get("sponsor", "")])
        yield newyork.listed(newyork.bill(id, title=row.get("title", ""), people=sponsors, events=timeline([met])))


def _when(day: str, place: str) -> When:
    """The day, with the hour that the words of a committee give: “10:30 a.m.”, “12 Noon”."""
    time = dates.clock(re.sub(r"(?i)\b12 noon\b", "12 p.m.", place))
    return When(day, time, "America/New_York") if time else When(day)

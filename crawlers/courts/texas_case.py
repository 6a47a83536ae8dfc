"""The page of a case before an appellate court of Texas: its number, style and the events of its docket."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from msgspec.structs import replace

from crawlers import ids
from crawlers.courts import docket
from crawlers.courts.case import case
from crawlers.courts.docket import Entry
from crawlers.files.reading import words
from crawlers.matter import Event, Matter
from crawlers.parsing import Element
from crawlers.record import timeline
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Status

_SITE = "https://search.txcourts.gov/"
_ISSUED = re.compile(r"(?i)\bopinion (?:issued|issd)\b|\bjudgment issued\b|^PDR DISP: refused")
_SIGNS = Signs(__file__)  # a day on which something is due is its own entry here


def docketed(root: Element, court: str) -> Matter | None:
    """The case that the page is the docket of; None for a page that is of no case."""
    told, entries = dict(_labelled(root)), list(_entries(root))
    if not told.get("Case") or "Date Filed" not in told or "Style" not in told:
        return None
    number, filed = told["Case"], dates.iso(told["Date Filed"], "mdy")
    status, words, day = docket.standing(entries)
    ended = next((entry for entry in reversed(entries) if _ISSUED.search(entry.words)), None)
    return case(
        f"{court}/{ids.part(number)}",
        number,
        title=" v. ".join(filter(None, (told["Style"], told.get("v.", "")))),
        url=f"{_SITE}Case.aspx?cn={number}",
        status=Status.DECIDED if ended else status,
        status_as_of=ended.day if ended else day,
        source_status=ended.words if ended else words,
        published=filed,
        events=(*timeline([(filed, EventKind.DOCKETED, "Docketed")]), *_events(entries)),
    )


def _labelled(root: Element) -> Iterator[tuple[str, str]]:
    """What stands right of each label; the first of a name counts."""
    seen: set[str] = set()
    for label in root.iter("label"):
        name, cell = words(label).rstrip(":"), label.getparent()
        beside = None if cell is None else cell.getnext()
        if name not in seen and beside is not None:
            seen.add(name)
            yield name, words(beside)


def _entries(root: Element) -> Iterator[Entry]:
    """Rows of the tables that begin with a day: what happened, how it was disposed of, and the first paper, oldest first."""
    rows = [row for row in root.iter("tr") if re.fullmatch(r"\d\d/\d\d/\d{4}", words(next(iter(row), None)))]
    for row in reversed(rows):
        cells = [words(cell) for cell in list(row)[:3]]
        said = ": ".join(filter(None, cells[1:]))
        href = next((link.get("href", "") for link in row.iter("a") if link.get("href")), "")
        yield Entry(dates.iso(cells[0], "mdy"), said, urljoin(_SITE, href) if href else "")


def _events(entries: list[Entry]) -> Iterator[Event]:
    for event in docket.events(entries):
        yield replace(event, kind=sign.event if (sign := _SIGNS.find(event.label)) else event.kind)

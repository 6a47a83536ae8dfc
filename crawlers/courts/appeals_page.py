"""A docket of a federal court of appeals, as CM/ECF prints it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.courts import names
from crawlers.courts.docket import Entry
from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.texts.lines import lines
from crawlers.values import dates

_DAY = re.compile(r"\d{2}/\d{2}/\d{4}$")
_STAMPED = re.compile(r"(?:\s*\[[\d-]+\](?:\s*\([^)]*\))?)?\s*\[Entered:[^\]]*\]$")


@dataclass(frozen=True)
class Docket:
    """What the head of the page says, empty where it does not, and its entries; `origin` is the short id of a court."""

    court: str
    number: str
    title: str
    docketed: str
    termed: str
    origin: str
    lower: str
    entries: list[Entry]


def from_page(root: Element) -> Docket:
    """Raises Unreadable for a page without a court of appeals or a number."""
    whole = "\n".join(lines(root, frozenset({"script", "style", "head"})))
    number = _said(r"Court of Appeals Docket #:\s*\|?\s*(\d{2}-\d+)", whole)
    court = names.court_id(_said(r"(United States Court of Appeals for[^\n|]*Circuit)", whole))
    if not number or not court:
        raise Unreadable("the page is no docket of a court of appeals: it names no court or no number")
    origin = _said(r"Appeal From:\s*\|?\s*([^\n|]+)", whole).split(",")[0]
    place = origin.replace("U.S. District Court for ", "for the District of ")
    return Docket(
        court,
        number,
        title=whole.partition("Appeal From:")[0].rstrip(" |\n").split("\n")[-1].strip(" |"),
        docketed=dates.iso(_said(r"Docketed:\s*\|?\s*(\d{2}/\d{2}/\d{4})", whole), "mdy"),
        termed=dates.iso(_said(r"Termed:\s*\|?\s*(\d{2}/\d{2}/\d{4})", whole), "mdy"),
        origin=names.court_id(f"District Court {place}") if place else "",
        lower=_said(r"District:\s*[\w-]+\s*:\s*([\w:-]+)", whole),
        entries=list(_entries(root)),
    )


def _said(pattern: str, whole: str) -> str:
    found = re.search(pattern, whole)
    return found[1] if found else ""


def _entries(root: Element) -> Iterator[Entry]:
    """Rows that begin with a day; what the clerk stamps in square brackets at their end is left out."""
    for row in root.iter("tr"):
        cells = [reading.words(cell) for cell in row if cell.tag == "td"]
        if len(cells) >= 2 and _DAY.match(cells[0]) and len(cells[-1]) > 12 and row.find(".//tr") is None:
            link = next((str(a.get("href") or "") for a in row.iter("a") if "/docs1/" in (a.get("href") or "")), "")
            yield Entry(dates.iso(cells[0], "mdy"), _STAMPED.sub("", cells[-1]), link)

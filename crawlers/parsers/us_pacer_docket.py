"""Dockets of federal courts of appeals, as CM/ECF prints them (saved pages; the pages themselves cost money)."""

import re
from collections.abc import Iterator

from crawlers.courts import docket, names
from crawlers.courts.case import case
from crawlers.courts.docket import Entry
from crawlers.parsing import Element, Finds, Response, Source, Unreadable, dates, ids, reading
from crawlers.record import links, numbers, timeline
from crawlers.texts.lines import lines
from crawlers.vocabulary import EventKind, LinkKind, Status

VERSION = 2

_ADDRESS = (  # as the pages themselves link to each other; PACER asks for a login there
    "https://ecf.{}.uscourts.gov/n/beam/servlet/TransportRoom"
    "?servlet=CaseSummary.jsp&caseNum={}&incOrigDkt=Y&incDktEntries=Y"
)
_DAY = re.compile(r"\d{2}/\d{2}/\d{4}$")
_STAMPED = re.compile(r"(?:\s*\[[\d-]+\](?:\s*\([^)]*\))?)?\s*\[Entered:[^\]]*\]$")


def parse(response: Response, source: Source) -> Finds:
    root = reading.html(response.body)
    whole = "\n".join(lines(root, frozenset({"script", "style", "head"})))
    number = _said(r"Court of Appeals Docket #:\s*\|?\s*(\d{2}-\d+)", whole)
    court = names.court_id(_said(r"(United States Court of Appeals for[^\n|]*Circuit)", whole))
    if not number or not court:
        raise Unreadable("the page is no docket of a court of appeals: it names no court or no number")
    entries = list(_entries(root))
    status, words, day = docket.standing(entries)
    docketed, termed = (
        dates.iso(_said(rf"{name}:\s*\|?\s*(\d{{2}}/\d{{2}}/\d{{4}})", whole), "mdy") for name in ("Docketed", "Termed")
    )
    framed = [(docketed, EventKind.DOCKETED, "Docketed"), (termed, EventKind.DECIDED, "Terminated")]
    origin, lower = _below(whole), _said(r"District:\s*[\w-]+\s*:\s*([\w:-]+)", whole)
    yield case(
        f"{court}/{ids.part(names.docket(number))}",
        number,
        title=whole.partition("Appeal From:")[0].rstrip(" |\n").split("\n")[-1].strip(" |"),
        url=response.url if response.url.startswith("http") else _ADDRESS.format(court, number),
        status=Status.DECIDED if termed else status,
        status_as_of=termed or day or docketed,
        source_status=words,
        published=docketed,
        events=(*docket.events(entries), *timeline(framed)),
        links=links(LinkKind.FOLLOWS, [f"us/{origin}/{ids.part(lower)}"] if origin and lower else []),
        identifiers=numbers(("lower court docket", lower)),
    )


def _said(pattern: str, whole: str) -> str:
    found = re.search(pattern, whole)
    return found[1] if found else ""


def _below(whole: str) -> str:
    """The short id of the court that is appealed from; empty where the head does not name it."""
    place = _said(r"Appeal From:\s*\|?\s*([^\n|]+)", whole).split(",")[0]
    return (
        names.court_id(f"District Court {place.replace('U.S. District Court for ', 'for the District of ')}")
        if place
        else ""
    )


def _entries(root: Element) -> Iterator[Entry]:
    """Rows that begin with a day; what the clerk stamps in square brackets at their end is left out."""
    for row in root.iter("tr"):
        cells = [reading.words(cell) for cell in row if cell.tag == "td"]
        if len(cells) >= 2 and _DAY.match(cells[0]) and len(cells[-1]) > 12 and row.find(".//tr") is None:
            link = next((str(a.get("href") or "") for a in row.iter("a") if "/docs1/" in (a.get("href") or "")), "")
            yield Entry(dates.iso(cells[0], "mdy"), _STAMPED.sub("", cells[-1]), link)

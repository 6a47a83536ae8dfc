"""Dockets of federal courts of appeals, as CM/ECF prints them (saved pages; the pages themselves cost money)."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.courts import docket, names
from crawlers.courts.docket import Entry
from crawlers.files import reading
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.record import links, numbers, record, timeline
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_ADDRESS = (  # as the pages themselves link to each other; PACER asks for a login there
    "https://ecf.{court}.uscourts.gov/n/beam/servlet/TransportRoom"
    "?servlet=CaseSummary.jsp&caseNum={number}&incOrigDkt=Y&incDktEntries=Y"
)
_DAY = re.compile(r"\d{2}/\d{2}/\d{4}$")


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.html(response.body)
    whole = "\n".join(lines(root, frozenset({"script", "style", "head"})))
    number = re.search(r"Court of Appeals Docket #:\s*\|?\s*(\d{2}-\d+)", whole)
    court = names.court_id(next(iter(re.findall(r"United States Court of Appeals for[^\n|]*Circuit", whole)), ""))
    if not number or not court:
        raise Unreadable("the page is no docket of a court of appeals: it names no court or no number")
    yield _case(number[1], court, whole, list(_entries(root)), response, source)


def _case(number: str, court: str, whole: str, entries: list[Entry], response: Response, source: Source) -> Matter:
    docketed, termed = _labelled(whole, "Docketed"), _labelled(whole, "Termed")
    status, words, day = docket.standing(entries)
    framed = timeline(response, [(docketed, EventKind.DOCKETED, "Docketed"), (termed, EventKind.DECIDED, "Terminated")])
    title = _title(whole)
    lower = re.search(r"District:\s*[\w-]+\s*:\s*([\w:-]+)", whole)
    origin = re.search(r"Appeal From:\s*\|?\s*([^\n|]+)", whole)
    named = origin[1].split(",")[0].replace("U.S. District Court for ", "for the District of ") if origin else ""
    place = names.court_id(f"District Court {named}") if named else ""
    return record(
        response,
        source,
        f"us_pacer_docket/{VERSION}",
        id=f"us/{court}/{ids.part(names.docket(number))}",
        aliases=(f"us-court/{court}/{ids.part(names.docket(number))}",),
        kind=Kind.CASE,
        title=title or number,
        url=response.url if response.url.startswith("http") else _ADDRESS.format(court=court, number=number),
        status=Status.DECIDED if termed else status,
        status_as_of=termed or day or docketed,
        source_status=words,
        published=docketed,
        events=(*docket.events(entries, response.snapshot), *framed),
        links=links(LinkKind.FOLLOWS, [f"us/{place}/{ids.part(lower[1])}"] if lower and place else []),
        identifiers=numbers(("docket", f"No. {number}"), ("lower court docket", lower[1] if lower else "")),
    )  # fmt: skip


def _labelled(whole: str, label: str) -> str:
    found = re.search(rf"{label}:\s*\|?\s*(\d{{2}}/\d{{2}}/\d{{4}})", whole)
    return dates.iso(found[1], "mdy") if found else ""


def _title(whole: str) -> str:
    """The line before "Appeal From"."""
    before = whole.partition("Appeal From:")[0].rstrip(" |\n").split("\n")
    return before[-1].strip(" |") if before else ""


def _entries(root: Element) -> Iterator[Entry]:
    """Rows that begin with a day; what the clerk stamps in square brackets at their end is left out."""
    for row in root.iter("tr"):
        cells = [reading.words(cell) for cell in row if cell.tag == "td"]
        if len(cells) >= 2 and _DAY.match(cells[0]) and len(cells[-1]) > 12 and row.find(".//tr") is None:
            words = re.sub(r"(?:\s*\[[\d-]+\](?:\s*\([^)]*\))?)?\s*\[Entered:[^\]]*\]$", "", cells[-1])
            link = next((str(a.get("href") or "") for a in row.iter("a") if "/docs1/" in (a.get("href") or "")), "")
            yield Entry(dates.iso(cells[0], "mdy"), words, link)

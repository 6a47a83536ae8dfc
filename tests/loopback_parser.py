"""A parser for the loopback site of the tests: a JSON listing that pages, and the JSON of each bill."""

from crawlers import paging
from crawlers.files import reading
from crawlers.matter import Event, Matter
from crawlers.record import record
from crawlers.response import Declared, Finds, Request, Response, Skipped
from crawlers.sources import Source
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
WORDS = {"second reading": Status.COMMITTEE}


def parse(response: Response, source: Source) -> Finds:
    content = reading.json(response.body)
    if "total" in content:
        yield Declared(content["total"])
    for row in content.get("bills", [content] if "number" in content else []):
        yield _matter(row, source) if row.get("number") else Skipped("a row has no number")
        if row.get("detail"):
            yield Request(url=row["detail"])
    if following := paging.by_link(response.url, content.get("next")):
        yield Request(url=following)


def _matter(row: dict[str, str], source: Source) -> Matter:
    day = row.get("hearing", "")
    hearing = Event(
        date=day,
        kind=EventKind.HEARING,
        cancelled=row.get("state") == "cancelled",
    )
    return record(
        id=f"zz/bill/{source.id}/{row['number']}",
        kind=Kind.BILL,
        title=row.get("title", ""),
        status=WORDS.get(row.get("status", ""), Status.UNKNOWN),
        source_status=row.get("status", ""),
        events=(hearing,) if day else (),
        missing=() if row.get("title") else ("title",),
    )

"""Recent docket entries of the federal courts, from the feeds of CM/ECF: each case with the entries of the day."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from crawlers import ids
from crawlers.courts import docket, names
from crawlers.courts.case import case
from crawlers.courts.docket import Entry
from crawlers.files import reading
from crawlers.parsing import Found, Matter, Response, Skipped, Source, Unreadable
from crawlers.values import dates

VERSION = 1

_TITLE = re.compile(r"^(\d[\w:.-]*-\w[\w-]*|\d{2}-\d+)\s+(.*)$")
_ENTRY = re.compile(r"\[([^\]]+)\]")


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.xml(response.body)
    if root.tag != "rss":
        raise Unreadable(f"the XML begins with {root.tag}, not with rss")
    for item in root.iter("item"):
        title = _TITLE.match(reading.words(item.find("title")))
        link = (item.findtext("link") or "").strip()
        court = re.match(r"(?:ecf|www)\.([a-z0-9]+)\.uscourts\.gov", urlsplit(link).hostname or "")
        if not title or not court:
            yield Skipped("an item names neither a case nor a court")
            continue
        told = _ENTRY.search(item.findtext("description") or "")
        day = dates.when(item.findtext("pubDate"), source.zone).date
        words = " ".join((told[1] if told else "").split())
        yield _case(title[1], title[2], court[1], link, Entry(day, words, link), response, source)


def _case(number: str, title: str, court: str, link: str, entry: Entry, response: Response, source: Source) -> Matter:
    status, words, day = docket.standing([entry])
    return case(
        f"{court}/{ids.part(names.docket(number))}",
        number,
        response,
        source,
        f"us_pacer_rss/{VERSION}",
        title=title,
        url=link,
        status=status,
        status_as_of=day,
        source_status=words,
        events=tuple(docket.events([entry], response.snapshot)) if entry.day else (),
    )

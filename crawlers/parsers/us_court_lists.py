"""Lists of opinions and of oral arguments, as the courts of the United States publish them: pages, JSON, feeds, sitemaps."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from crawlers import facts, ids
from crawlers.courts import embedded, listing
from crawlers.courts.listing import Item
from crawlers.files import reading
from crawlers.matter import Event, Text
from crawlers.parsing import Found, Matter, Response, Source
from crawlers.record import numbers, record
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3


def parse(response: Response, source: Source) -> Iterator[Found]:
    """A row a case. A page that lists nothing is sound: courts have weeks without opinions."""
    court = _court(response)
    page = response.url or _pages().get(court, "")
    for item in _items(response, page):
        yield _case(court, item, page, response, source)


@cache
def _pages() -> dict[str, str]:
    """Where the lists of courts stand whose saved copies do not say so."""
    pages: dict[str, str] = facts.load(Path(listing.__file__).with_name("pages.yaml"))
    return pages


def _items(response: Response, page: str) -> Iterator[Item]:
    if response.opening in {b"{", b"["}:
        yield from listing.from_json(reading.json(response.body))
    elif b"<urlset" in response.head:
        yield from listing.from_sitemap(reading.without_namespaces(reading.xml(response.body)), response.url)
    elif b"<rss" in response.head:
        yield from _feed(response)
    else:
        root = reading.html(response.body)
        listed = list(listing.from_page(root, response.url or reading.own_address(root) or page))
        yield from listed or (item for records in embedded.records(root) for item in listing.from_json(records))


def _feed(response: Response) -> Iterator[Item]:
    """A feed of a court; read as a page, because some go on after their root element."""
    for item in reading.html(response.body).iter("item"):
        said = " | ".join(reading.words(part) for part in item)
        title = reading.words(item.find("title"))
        link = re.search(
            r"https?://\S+?\.(?:mp3|pdf|wma)", reading.words(item) + " " + str(item.xpath("string(.//enclosure/@url)"))
        )
        number = listing.number_in(title) or listing.number_in(said)
        if number and title:
            days = dates.inside(said, "mdy")
            yield Item(
                number,
                title.removeprefix(number).strip(" ,:;-") or title,
                next(iter(days), ""),
                link[0] if link else "",
            )


def _court(response: Response) -> str:
    """Saved files bear the short id of their court (with _p, _u for its published and other opinions); else the host."""
    saved = re.match(r"([a-z0-9]+(?:_[a-z0-9]+)*?)_(?:sub)?(?:example|memorandum|beginning)", response.name)
    host = (urlsplit(response.url).hostname or "").removeprefix("www.")
    federal = re.search(r"\b(ca\d{1,2}|cadc|cafc|uscfc|cavc)\b", host)
    return (
        re.sub("_(?:p|u|pi)$", "", saved[1]).replace("_", "-")
        if saved
        else federal[1]
        if federal
        else ids.part(host.replace(".", "-") or "court")
    )


def _case(court: str, item: Item, page: str, response: Response, source: Source) -> Matter:
    item = item if urlsplit(item.url).scheme else replace(item, url="")
    argument = bool(re.search(r"(?i)\.(?:mp3|wma|mp4|m4a)|argument|audio", item.url + source.id))
    kind = EventKind.ARGUED if argument else EventKind.DECIDED
    document = Text(
        id=f"{item.day or ids.part(item.number)}.en", label="Oral argument" if argument else "Opinion", title=item.name,
        date=item.day, language="en", url=item.url, snapshot=response.snapshot,
    )  # fmt: skip
    event = Event(date=item.day, kind=kind, label=item.name, url=item.url, snapshot=response.snapshot)
    number = ids.part(item.number)
    return record(
        response,
        source,
        f"us_court_lists/{VERSION}",
        id=f"us/{court}/{number}",
        aliases=(f"us-court/{court}/{number}",),
        kind=Kind.CASE,
        title=item.name,
        url=item.url or page,
        status=Status.ARGUED if argument else Status.DECIDED,
        status_as_of=item.day,
        source_status="listed among the arguments" if argument else "listed among the opinions",
        events=(event,) if item.day else (),
        texts=(document,) if item.url else (),
        identifiers=numbers(("docket", f"No. {item.number}")),
    )

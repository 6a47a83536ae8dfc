"""Lists of opinions and of oral arguments, as the courts of the United States publish them: pages, JSON, feeds, sitemaps."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from crawlers import facts, ids
from crawlers.courts import embedded, feed, listing
from crawlers.courts.case import case
from crawlers.courts.listing import Item
from crawlers.files import reading
from crawlers.parsing import Found, Matter, Response, Source
from crawlers.record import linked, timeline
from crawlers.vocabulary import EventKind, Status

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
        yield from feed.from_feed(reading.html(response.body))
    else:
        root = reading.html(response.body)
        listed = list(listing.from_page(root, response.url or reading.own_address(root) or page))
        yield from listed or (item for records in embedded.records(root) for item in listing.from_json(records))


def _court(response: Response) -> str:
    """Saved files bear the short id of their court (with _p, _u for its published and other opinions); else the host."""
    saved = re.match(r"([a-z0-9]+(?:_[a-z0-9]+)*?)_(?:sub)?(?:example|memorandum|beginning)", response.name)
    host = (urlsplit(response.url).hostname or "").removeprefix("www.")
    federal = re.search(r"\b(ca\d{1,2}|cadc|cafc|uscfc|cavc)\b", host)
    if saved:
        return re.sub("_(?:p|u|pi)$", "", saved[1]).replace("_", "-")
    return federal[1] if federal else ids.part(host.replace(".", "-") or "court")


def _case(court: str, item: Item, page: str, response: Response, source: Source) -> Matter:
    url = item.url if urlsplit(item.url).scheme else ""
    argument = bool(re.search(r"(?i)\.(?:mp3|wma|mp4|m4a)|argument|audio", url + source.id))
    kind, label = (EventKind.ARGUED, "Oral argument") if argument else (EventKind.DECIDED, "Opinion")
    id = f"{item.day or ids.part(item.number)}.en"
    return case(
        f"{court}/{ids.part(item.number)}",
        item.number,
        response,
        source,
        f"us_court_lists/{VERSION}",
        title=item.name,
        url=url or page,
        status=Status.ARGUED if argument else Status.DECIDED,
        status_as_of=item.day,
        source_status="listed among the arguments" if argument else "listed among the opinions",
        events=timeline(response, [(item.day, kind, item.name, url)]),
        texts=linked(response, "en", item.day, url, "", id=id, label=label, title=item.name),
    )

"""Lists of opinions and arguments as courts serve or others saved them: whose they are, and what they name."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from crawlers import facts, ids
from crawlers.courts import embedded, lined, listing, texas_case
from crawlers.courts.listing import Item
from crawlers.files import reading
from crawlers.parsing import Element, Matter, Response
from crawlers.texts.lines import lines
from crawlers.values import dates

_UNSEEN = frozenset({"script", "style", "head"})
_FILE = re.compile(r"https?://\S+?\.(?:mp3|pdf|wma)")


def court(response: Response) -> str:
    """Saved files bear the short id of their court (with _p, _u for its published and other opinions); else the host."""
    saved = re.match(r"([a-z0-9]+(?:_[a-z0-9]+)*?)_(?:sub)?(?:example|memorandum|beginning)", response.name)
    host = (urlsplit(response.url).hostname or "").removeprefix("www.")
    if host == "supremecourt.gov":
        return "scotus"
    federal = re.search(r"\b(ca\d{1,2}|cadc|cafc|uscfc|cavc)\b", host)
    if saved:
        return re.sub("_(?:p|u|pi)$", "", saved[1]).replace("_", "-")
    return federal[1] if federal else ids.part(host.replace(".", "-") or "court")


@cache
def pages() -> dict[str, str]:
    """Where the lists of courts stand whose saved copies do not say so."""
    pages: dict[str, str] = facts.load(Path(listing.__file__).with_name("pages.yaml"))
    return pages


def docketed(response: Response, court: str) -> Matter | None:
    """The case that a page is the docket of; a list is of none."""
    if response.opening in {b"{", b"["} or "Date Filed" not in reading.decode(response.body):
        return None
    return texas_case.docketed(reading.html(response.body), court)


def items(response: Response, page: str) -> Iterator[Item]:
    """What the list names, whatever its form; `page` is where a saved copy stood."""
    if response.opening in {b"{", b"["}:
        yield from listing.from_json(reading.json(response.body))
    elif b"<urlset" in response.head:
        yield from listing.from_sitemap(reading.without_namespaces(reading.xml(response.body)), response.url)
    elif b"<rss" in response.head:
        yield from _from_feed(reading.html(response.body))
    else:
        root = reading.html(response.body)
        listed = list(listing.from_page(root, response.url or reading.own_address(root) or page))
        listed = listed or [item for records in embedded.records(root) for item in listing.from_json(records)]
        yield from listed or lined.items(lines(root, _UNSEEN))


def _from_feed(root: Element) -> Iterator[Item]:
    """From a feed read as a page, because some go on after their root element."""
    for item in root.iter("item"):
        said = " | ".join(reading.words(part) for part in item)
        title = reading.words(item.find("title"))
        link = _FILE.search(reading.words(item) + " " + str(item.xpath("string(.//enclosure/@url)")))
        number = listing.number_in(title) or listing.number_in(said)
        if number and title:
            name, day = title.removeprefix(number).strip(" ,:;-") or title, dates.first(said, "mdy")
            yield Item(number, name, day, link[0] if link else "")

"""Items of a court's own feed of opinions or arguments."""

import re
from collections.abc import Iterator

from crawlers.courts import listing
from crawlers.courts.listing import Item
from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.values import dates

_FILE = re.compile(r"https?://\S+?\.(?:mp3|pdf|wma)")


def from_feed(root: Element) -> Iterator[Item]:
    """From a feed read as a page, because some go on after their root element."""
    for item in root.iter("item"):
        said = " | ".join(reading.words(part) for part in item)
        title = reading.words(item.find("title"))
        link = _FILE.search(reading.words(item) + " " + str(item.xpath("string(.//enclosure/@url)")))
        number = listing.number_in(title) or listing.number_in(said)
        if number and title:
            name, day = title.removeprefix(number).strip(" ,:;-") or title, next(iter(dates.inside(said, "mdy")), "")
            yield Item(number, name, day, link[0] if link else "")

"""Feeds of CM/ECF: the recent docket entries of a federal court, each with its case."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from crawlers.courts.docket import Entry
from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.places.us import usstates
from crawlers.values import dates
from crawlers.values.dates import When

_TITLE = re.compile(r"^(\d[\w:.-]*-\w[\w-]*|\d{2}-\d+)\s+(.*)$")
_ENTRY = re.compile(r"\[([^\]]+)\]")
_HOST = re.compile(r"(?:ecf|www)\.([a-z0-9]+)\.uscourts\.gov")

# Seats of courts of appeals that do not keep the time of New York.
_SEATS = {"ca5": "la", "ca7": "il", "ca8": "mo", "ca9": "ca", "ca10": "co"}


class Filing(NamedTuple):
    court: str
    number: str
    title: str
    when: When
    entry: Entry


def filings(items: Iterable[Element]) -> Iterator[Filing | None]:
    """None for an item that names neither a case nor a court. Names of parties come escaped twice."""
    for item in items:
        link = (item.findtext("link") or "").strip()
        title = _TITLE.match(html.unescape(reading.words(item.find("title"))))
        court = _HOST.match(urlsplit(link).hostname or "")
        told = _ENTRY.search(html.unescape(item.findtext("description") or ""))
        if not (title and court):
            yield None
            continue
        when = dates.when(item.findtext("pubDate"), _zone(court[1]))
        words = " ".join((told[1] if told else "").split())
        yield Filing(court[1], title[1], title[2], when, Entry(when.date, words, link))


def _zone(court: str) -> str:
    """Where its clocks go: those of its seat, or of its state's capital."""
    appeals = re.fullmatch(r"ca(?:\d+|dc|fc)", court)
    return usstates.zone(_SEATS.get(court, "" if appeals else court[:2]))

"""Feeds of CM/ECF: the recent docket entries of a federal court, each with its case."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from crawlers.courts.docket import Entry
from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.values import dates

_TITLE = re.compile(r"^(\d[\w:.-]*-\w[\w-]*|\d{2}-\d+)\s+(.*)$")
_ENTRY = re.compile(r"\[([^\]]+)\]")
_HOST = re.compile(r"(?:ecf|www)\.([a-z0-9]+)\.uscourts\.gov")


class Filing(NamedTuple):
    court: str
    number: str
    title: str
    entry: Entry


def filings(root: Element, zone: str) -> Iterator[Filing | None]:
    """None for an item that names neither a case nor a court."""
    for item in root.iter("item"):
        link = (item.findtext("link") or "").strip()
        title, court = _TITLE.match(reading.words(item.find("title"))), _HOST.match(urlsplit(link).hostname or "")
        told = _ENTRY.search(item.findtext("description") or "")
        entry = Entry(
            dates.when(item.findtext("pubDate"), zone).date, " ".join((told[1] if told else "").split()), link
        )
        yield Filing(court[1], title[1], title[2], entry) if title and court else None

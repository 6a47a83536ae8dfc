"""What the Bills API of the United Kingdom says of a bill beside the bill itself: the sittings of its stages, and its printings."""

import re
from collections.abc import Iterable, Iterator

from crawlers.matter import Text
from crawlers.record import Told, linked
from crawlers.values import dates
from crawlers.values.fields import Row, line, rows, text
from crawlers.values.words import Words

API = "https://bills-api.parliament.uk/api/v1"
_WORDS = Words("uk_bills")
# Papers that hold the words of the bill; all others are about it.
_PRINTS = {"bill", "act", "act of parliament"}


def number(url: str) -> str:
    """The bill that a page of the API is about."""
    found = re.search(r"/Bills/(\d+)", url, re.IGNORECASE)
    return found[1] if found else ""


def page(number: str) -> str:
    return f"https://bills.parliament.uk/bills/{number}"


def sittings(stages: Iterable[Row], zone: str, address: str) -> Iterator[Told]:
    """Each day on which a house sat on a stage."""
    for stage in stages:
        name = text(stage, "description")
        label = ", ".join(filter(None, (name, text(stage, "house"))))
        for row in rows(stage, "stageSittings"):
            yield dates.when(text(row, "date"), zone).date, _WORDS.event(name), label, address


def printings(papers: Iterable[Row]) -> Iterator[Text]:
    """The bill and its later prints, and the act, oldest first; a page is better than a file."""
    for paper in sorted(papers, key=lambda row: text(row, "displayDate")):
        if text(paper, "publicationType", "name").lower() in _PRINTS:
            url, form = _address(paper)
            label = ", ".join(filter(None, (line(paper, "title"), text(paper, "house"))))
            day = dates.iso(text(paper, "displayDate")[:10])
            yield from linked("en", day, url, form, id=f"{text(paper, 'id') or day}.en", label=label)


def _address(paper: Row) -> tuple[str, str]:
    found = [(text(row, "url"), text(row, "contentType") or "text/html") for row in rows(paper, "links")]
    files = f"{API}/Publications/{text(paper, 'id')}/Documents"
    found += [(f"{files}/{text(row, 'id')}/Download", text(row, "contentType")) for row in rows(paper, "files")]
    return min(found, key=lambda one: "html" not in one[1], default=("", ""))


def newest(bills: Iterable[Row]) -> int:
    """The newest session that a list of bills knows of; 0 where none says its sessions."""
    return max((session for bill in bills for session in sessions(bill)), default=0)


def sessions(bill: Row) -> list[int]:
    told = bill.get("includedSessionIds")
    return [int(one) for one in told if str(one).isdigit()] if isinstance(told, list) else []

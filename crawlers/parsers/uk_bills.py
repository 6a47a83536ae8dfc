"""Bills before the United Kingdom Parliament: the feed with its stages, and the Bills API."""

import re
from collections.abc import Iterator
from typing import Unpack

from crawlers import paging
from crawlers.matter import Person
from crawlers.parsing import Element, Finds, Matter, Request, Response, Skipped, Source, Unreadable, reading
from crawlers.places import westminster
from crawlers.record import Facts, numbers, people, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3
_PAGE = 100

_WORDS = Words("uk_bills")
_RECENT = 30  # days before a first run, of whose bills stages and papers are asked for
_HOUSES = ("Commons", "Lords")

start = paging.recalling


def parse(response: Response, source: Source) -> Finds:
    if response.opening in {b"{", b"["}:
        yield from _answers(fields.row(reading.json(response.body)), response, source)
        return
    yield from (_item(item, source) for item in reading.listed(response.body, "rss", "item"))


def _item(item: Element, source: Source) -> Matter | Skipped:
    """An item of the feed in the shape of the API. Its house is the one where the bill began, wherever the stage is."""
    number = re.search(r"/bills/(\d+)", item.findtext("link") or item.findtext("guid") or "")
    if not number:
        return Skipped("an item links to no bill")
    words = [reading.words(category) for category in item.iter("category")]
    stage = next((str(value) for name, value in item.attrib.items() if str(name).endswith("stage")), "")
    house = next((word for word in words if word in _HOUSES), "")
    bill = {
        "billId": number[1],
        "shortTitle": reading.words(item.find("title")),
        "summary": reading.words(item.find("description")),
        "originatingHouse": house,
        "currentStage": {"description": stage},
        "lastUpdate": item.findtext("updated") or item.findtext("pubDate"),
        "kind": next((word for word in words if "Bill" in word), ""),
    }
    return _bill(bill, source)


def _answers(answer: Row, response: Response, source: Source) -> Finds:
    """The list, one bill in full, or the stages or papers of one."""
    about = westminster.number(response.url) or text(answer, "billId")
    if "publications" in answer:
        texts = tuple(westminster.printings(fields.rows(answer, "publications")))
        yield _part(about, texts=texts)
    elif "items" in answer and "/stages" in response.url.lower():
        told = westminster.sittings(fields.rows(answer, "items"), source.zone, westminster.page(about))
        yield _part(about, events=timeline(sorted(told)))
    elif "items" in answer:
        yield from _next(answer, response)
        bills = fields.rows(answer, "items")
        yield from fields.each(bills, _bill, source, westminster.newest(bills))
        yield from _beside(bills, response)
    elif "billId" in answer:
        yield _bill(answer, source)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill, its stages or its papers")


def _part(number: str, **facts: Unpack[Facts]) -> Matter:
    """What an answer adds to its bill. Raises Unreadable where neither the answer nor its address names one."""
    if not number:
        raise Unreadable("the answer names no bill")
    facts["id"], facts["kind"], facts["url"] = f"uk/bill/{number}", Kind.BILL, westminster.page(number)
    return record(**facts)


def _beside(bills: list[Row], response: Response) -> Finds:
    """Stages and papers of the bills that have moved."""
    since = response.context.get("since", "") or dates.plus(response.fetched[:10], -_RECENT)
    for bill in bills:
        if text(bill, "lastUpdate")[:10] >= since:
            for part in ("Stages?Take=100", "Publications"):
                yield Request(url=f"{westminster.API}/Bills/{text(bill, 'billId')}/{part}")


def _next(answer: Row, response: Response) -> Finds:
    """The newest come first: further pages as far as bills have moved since the last run, or all of them."""
    total, since = text(answer, "totalResults"), response.context.get("since", "")
    if not since:
        yield from fields.declared(answer, "totalResults")
    moved = [text(bill, "lastUpdate")[:10] for bill in fields.rows(answer, "items")]
    following = paging.by_offset(response.url, "Skip", _PAGE, int(total)) if total.isdigit() and moved else None
    if following and min(moved) >= since:
        yield Request(url=following, context=response.context)


def _bill(bill: Row, source: Source, newest: int = 0) -> Matter:
    number, stage = fields.must(bill, "billId"), text(bill, "currentStage", "description")
    house = text(bill, "currentStage", "house") or text(bill, "currentHouse")
    label, address = f"{stage}, {house}".strip(", "), westminster.page(number)
    moved = dates.when(text(bill, "lastUpdate"), source.zone).date
    current = {"house": house} | fields.row(bill, "currentStage")
    sittings = list(westminster.sittings([current], source.zone, address))
    lapsed = bool(newest and westminster.sessions(bill) and newest not in westminster.sessions(bill))
    return record(
        id=f"uk/bill/{number}",
        kind=Kind.BILL,
        instrument=(text(bill, "kind") or "bill").lower(),
        title=text(bill, "shortTitle"),
        url=address,
        status=_status(stage, house, bill, lapsed),
        status_as_of=moved,
        source_status=label,
        events=timeline(
            sittings or [(moved, EventKind.OTHER, label, address)]
        ),  # the day when something moved, no sitting
        people=tuple(_people(bill)),
        identifiers=numbers(("bill", number)),
        summary=text(bill, "summary") or text(bill, "longTitle"),
    )


def _people(bill: Row) -> Iterator[Person]:
    """Members; organisations that sponsor or promote."""
    sponsors = fields.rows(bill, "sponsors")
    yield from people("sponsor", (text(row, "member", "name") or text(row, "organisation", "name") for row in sponsors))
    yield from people("promoter", (text(row, "organisationName") for row in fields.rows(bill, "promoters")))


def _status(stage: str, house: str, bill: Row, lapsed: bool) -> Status:
    """Flags win over the stage; a bill that is not of the newest session fell with its own, which no flag says."""
    if fields.flag(bill, "isAct"):
        return Status.ENACTED
    if text(bill, "billWithdrawn"):
        return Status.WITHDRAWN
    if fields.flag(bill, "isDefeated"):
        return Status.REJECTED
    return Status.LAPSED if lapsed else _stands(stage, house, bill)


def _stands(stage: str, house: str, bill: Row) -> Status:
    """The second house at work means that the first has passed it."""
    other = stage.lower().endswith("committee") and not _WORDS.knows(stage)
    status = Status.COMMITTEE if other else _WORDS.status(stage)
    second = house in _HOUSES and text(bill, "originatingHouse") not in {"", house}
    return Status.PASSED_ONE_CHAMBER if second and status not in {Status.ENACTED, Status.UNKNOWN} else status

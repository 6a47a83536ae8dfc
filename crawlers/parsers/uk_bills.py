"""Bills before the United Kingdom Parliament: the feed with its stages, and the Bills API."""

import re

from crawlers import paging
from crawlers.files import reading
from crawlers.parsing import Element, Finds, Matter, Request, Response, Skipped, Source, Unreadable
from crawlers.record import numbers, people, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import Kind, Status

VERSION = 2
_PAGE = 100

_WORDS = Words("uk_bills")
_HOUSES = ("Commons", "Lords")

start = paging.recalling


def parse(response: Response, source: Source) -> Finds:
    if response.opening in {b"{", b"["}:
        yield from _answers(fields.row(reading.json(response.body)), response, source)
        return
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag != "rss":
        raise Unreadable(f"the XML begins with {root.tag}, not with rss")
    yield from (_item(item, source) for item in root.iter("item"))


def _item(item: Element, source: Source) -> Matter | Skipped:
    """An item of the feed in the shape of the API."""
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
        "currentStage": {"description": stage, "house": house},
        "lastUpdate": item.findtext("updated") or item.findtext("pubDate"),
        "kind": next((word for word in words if "Bill" in word), ""),
    }
    return _bill(bill, source)


def _answers(answer: Row, response: Response, source: Source) -> Finds:
    """The list, or one bill in full."""
    if "items" not in answer and "billId" not in answer:
        raise Unreadable("the answer is neither a list of bills nor a bill")
    yield from _next(answer, response)
    yield from fields.each(fields.rows(answer, "items") if "items" in answer else [answer], _bill, source)


def _next(answer: Row, response: Response) -> Finds:
    """The newest come first: further pages as far as bills have moved since the last run, or all of them."""
    total, since = text(answer, "totalResults"), response.context.get("since", "")
    if not since:
        yield from fields.declared(answer, "totalResults")
    moved = [text(bill, "lastUpdate")[:10] for bill in fields.rows(answer, "items")]
    following = paging.by_offset(response.url, "Skip", _PAGE, int(total)) if total.isdigit() and moved else None
    if following and min(moved) >= since:
        yield Request(url=following, context=response.context)


def _bill(bill: Row, source: Source) -> Matter:
    number, stage = fields.must(bill, "billId"), text(bill, "currentStage", "description")
    house = text(bill, "currentStage", "house") or text(bill, "currentHouse")
    status, label = _status(stage, house, bill), f"{stage}, {house}".strip(", ")
    address = f"https://bills.parliament.uk/bills/{number}"
    moved = dates.when(text(bill, "lastUpdate"), source.zone).date
    sittings = [
        dates.when(text(row, "date"), source.zone).date for row in fields.rows(bill, "currentStage", "stageSittings")
    ]
    days = [day for day in sittings if day] or [moved]
    return record(
        id=f"uk/bill/{number}",
        kind=Kind.BILL,
        instrument=(text(bill, "kind") or "bill").lower(),
        title=text(bill, "shortTitle"),
        url=address,
        status=status,
        status_as_of=moved,
        source_status=label,
        events=timeline((day, _WORDS.event(stage), label, address) for day in days),
        people=people("sponsor", (text(row, "member", "name") for row in fields.rows(bill, "sponsors"))),
        identifiers=numbers(("bill", number)),
        summary=text(bill, "summary") or text(bill, "longTitle"),
    )  # fmt: skip


def _status(stage: str, house: str, bill: Row) -> Status:
    """Flags win over the stage; the second house at work means that the first has passed it."""
    if fields.flag(bill, "isAct"):
        return Status.ENACTED
    if text(bill, "billWithdrawn"):
        return Status.WITHDRAWN
    if fields.flag(bill, "isDefeated"):
        return Status.REJECTED
    other = stage.lower().endswith("committee") and not _WORDS.knows(stage)
    status = Status.COMMITTEE if other else _WORDS.status(stage)
    second = house in _HOUSES and text(bill, "originatingHouse") not in {"", house}
    return Status.PASSED_ONE_CHAMBER if second and status not in {Status.ENACTED, Status.UNKNOWN} else status

"""Bills before the United Kingdom Parliament: the feed with its stages, and the Bills API."""

import logging
import re
from collections.abc import Iterator

from crawlers import paging
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Matter, Person
from crawlers.response import Declared, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1
_PAGE = 100

_STAGES = {
    "1st reading": Status.INTRODUCED, "2nd reading": Status.INTRODUCED, "committee stage": Status.COMMITTEE,
    "committee of the whole house": Status.COMMITTEE, "report stage": Status.REPORTED, "3rd reading": Status.REPORTED,
    "consideration of lords amendments": Status.PASSED_ONE_CHAMBER, "legislative grand committee": Status.REPORTED,
    "consideration of commons amendments": Status.PASSED_ONE_CHAMBER, "royal assent": Status.ENACTED,
    "consideration of amendments": Status.PASSED_ONE_CHAMBER, "programme motion": Status.INTRODUCED,
    "money resolution": Status.INTRODUCED, "ways and means resolution": Status.INTRODUCED,
    "second reading committee": Status.INTRODUCED, "order of commitment discharged": Status.REPORTED,
    "instruction": Status.COMMITTEE, "carry-over motion": Status.INTRODUCED, "minutes of proceedings": Status.REPORTED,
}  # fmt: skip
_EVENTS = {Status.INTRODUCED: EventKind.DEBATED, Status.COMMITTEE: EventKind.MEETING, Status.REPORTED: EventKind.REPORTED,
           Status.PASSED_ONE_CHAMBER: EventKind.PASSED_ONE_CHAMBER, Status.ENACTED: EventKind.ENACTED}  # fmt: skip
_log = logging.getLogger(__name__)


def start(source: Source, since: str) -> Iterator[Request]:
    for url in source.urls:
        yield Request(url=url, context={"since": since})


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening in {b"{", b"["}:
        yield from _answers(fields.row(reading.json(response.body)), response, source)
        return
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag != "rss":
        raise Unreadable(f"the XML begins with {root.tag}, not with rss")
    for item in root.iter("item"):
        number = re.search(r"/bills/(\d+)", item.findtext("link") or item.findtext("guid") or "")
        if not number:
            yield Skipped("an item links to no bill")
            continue
        stage = next((str(value) for name, value in item.attrib.items() if str(name).endswith("stage")), "")
        day = dates.when(item.findtext("updated") or item.findtext("pubDate"), source.zone).date
        houses = [reading.words(c) for c in item.iter("category")]
        house = next((word for word in houses if word in {"Commons", "Lords"}), "")
        kind = next((word for word in houses if "Bill" in word), "bill")
        title, summary = reading.words(item.find("title")), reading.words(item.find("description"))
        yield _matter(number[1], title, summary, stage, house, kind, day, {}, response, source)


def _answers(answer: Row, response: Response, source: Source) -> Iterator[Found]:
    """The list, or one bill in full."""
    if "items" not in answer and "billId" not in answer:
        raise Unreadable("the answer is neither a list of bills nor a bill")
    yield from _next(answer, response)
    yield from fields.each(fields.rows(answer, "items") if "items" in answer else [answer], _bill, response, source)


def _bill(bill: Row, response: Response, source: Source) -> Iterator[Found]:
    stage = text(bill, "currentStage", "description")
    house = text(bill, "currentStage", "house") or text(bill, "currentHouse")
    day = dates.when(text(bill, "lastUpdate"), source.zone).date
    summary = text(bill, "summary") or text(bill, "longTitle")
    title = text(bill, "shortTitle")
    yield _matter(fields.must(bill, "billId"), title, summary, stage, house, "bill", day, bill, response, source)


def _next(answer: Row, response: Response) -> Iterator[Found]:
    """The newest come first: further pages as far as bills have moved since the last run, or all of them."""
    total, since = text(answer, "totalResults"), response.context.get("since", "")
    if total.isdigit() and not since:
        yield Declared(int(total))
    moved = [text(bill, "lastUpdate")[:10] for bill in fields.rows(answer, "items")]
    following = paging.by_offset(response.url, "Skip", _PAGE, int(total)) if total.isdigit() and moved else None
    if following and min(moved) >= since:
        yield Request(url=following, context=response.context)


def _matter(
    number: str, title: str, summary: str, stage: str, house: str, kind: str, day: str, bill: Row,
    response: Response, source: Source,
) -> Matter:  # fmt: skip
    status = _status(stage, house, bill, source)
    label = f"{stage}, {house}".strip(", ")
    address = f"https://bills.parliament.uk/bills/{number}"
    sittings = [
        dates.when(text(row, "date"), source.zone).date for row in fields.rows(bill, "currentStage", "stageSittings")
    ]
    days = [at for at in sittings if at] or ([day] if day else [])
    return Matter(
        id=f"uk/bill/{number}",
        kind=Kind.BILL,
        instrument=kind.lower(),
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=label,
        events=tuple(
            Event(
                date=at, kind=_EVENTS.get(status, EventKind.OTHER), label=label, url=address, snapshot=response.snapshot
            )
            for at in days
        ),
        people=tuple(Person(name=name, role="sponsor") for name in _sponsors(bill)),
        identifiers=(Identifier(scheme="bill", value=number),),
        summary=summary,
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )


def _sponsors(bill: Row) -> list[str]:
    return [name for row in fields.rows(bill, "sponsors") if (name := text(row, "member", "name"))]


def _status(stage: str, house: str, bill: Row, source: Source) -> Status:
    """Flags win over the stage; the second house at work means that the first has passed it."""
    if fields.flag(bill, "isAct"):
        return Status.ENACTED
    if text(bill, "billWithdrawn"):
        return Status.WITHDRAWN
    if fields.flag(bill, "isDefeated"):
        return Status.REJECTED
    plain = stage.lower()
    status = _STAGES.get(plain) or (Status.COMMITTEE if plain.endswith("committee") else None)
    if status is None:
        _log.warning("%s: unknown stage of a bill: %r", source.id, stage)
        return Status.UNKNOWN
    first = text(bill, "originatingHouse")
    second = bool(first) and house in {"Commons", "Lords"} and house != first
    return Status.PASSED_ONE_CHAMBER if second and status is not Status.ENACTED else status

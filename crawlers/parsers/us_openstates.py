"""Bills of the states of the United States, from the Open States API, version 3."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Link, Text
from crawlers.parsing import Found, Matter, Request, Response, Source, Unreadable
from crawlers.places import usstates
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

# Kinds of action as the service classes them, strongest first.
_CLASSES = (
    ({"became-law", "executive-signature", "veto-override-passage"}, Status.ENACTED, EventKind.ENACTED),
    ({"executive-veto", "executive-veto-line-item"}, Status.VETOED, EventKind.VETOED),
    ({"enrolled", "executive-receipt"}, Status.PASSED, EventKind.PASSED),
    ({"withdrawal"}, Status.WITHDRAWN, EventKind.WITHDRAWN),
    ({"failure", "committee-failure", "veto-override-failure"}, Status.REJECTED, EventKind.REJECTED),
    ({"passage"}, Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    ({"committee-passage", "committee-passage-favorable", "committee-passage-unfavorable", "reported-out-of-committee"}, Status.REPORTED, EventKind.REPORTED),
    ({"hearing-held", "work-session"}, Status.COMMITTEE, EventKind.HEARING),
    ({"referral-committee", "referral"}, Status.COMMITTEE, EventKind.REFERRED),
    ({"introduction", "filing", "reading-1"}, Status.INTRODUCED, EventKind.INTRODUCED),
    ({"amendment-introduction", "amendment-passage", "substitution"}, Status.UNKNOWN, EventKind.AMENDED),
    ({"reading-2", "reading-3"}, Status.UNKNOWN, EventKind.DEBATED),
)  # fmt: skip
# How an answer without its actions tells the end of a bill, in the states' own words.
_ENDS = (
    (re.compile(r"(?i)^(?:died|laid on table|tabled|sine die)\b"), Status.LAPSED),
    (re.compile(r"(?i)\bwithdrawn\b"), Status.WITHDRAWN),
    (re.compile(r"(?i)\b(?:indefinitely postponed|failed|defeated)\b"), Status.REJECTED),
    (re.compile(r"(?i)\bvetoed\b"), Status.VETOED),
    (re.compile(r"(?i)\b(?:approved|signed) by (?:the )?governor\b|\bchapter(?:ed| no\.?)|\bbecame law\b"), Status.ENACTED),
)  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from fields.declared(answer, "pagination", "total_items")
        yield from fields.each(fields.rows(answer, "results"), _bill, response, source)
        page, last = text(answer, "pagination", "page"), text(answer, "pagination", "max_page")
        if page.isdigit() and last.isdigit() and int(page) < int(last) and "page=" in response.url:
            yield Request(url=response.url.replace(f"page={page}", f"page={int(page) + 1}"))
    elif "identifier" in answer:
        yield _bill(answer, response, source)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _bill(bill: Row, response: Response, source: Source) -> Matter:
    number, own = fields.must(bill, "identifier"), text(bill, "id").replace("/", "-")
    state = text(bill, "jurisdiction", "id").partition("state:")[2].partition("/")[0]
    state = state or text(bill, "jurisdiction", "name")
    id = usstates.bill_id(state, fields.must(bill, "session"), number)
    status, words, day = _standing(bill)
    pages = [text(row, "url") for row in fields.rows(bill, "sources")]
    matter = record(
        response,
        source,
        f"us_openstates/{VERSION}",
        id=id,
        aliases=(f"us/{ids.part(own)}",) if own else (),
        kind=Kind.BILL,
        instrument=", ".join(fields.texts(bill, "classification")),
        title=text(bill, "title"),
        url=next(filter(None, pages), text(bill, "openstates_url")),
        status=status,
        status_as_of=day,
        source_status=words,
        published=_day(bill, "first_action_date"),
        events=timeline(response, _told(bill)),
        texts=tuple(_versions(bill, response)),
        links=tuple(link for row in fields.rows(bill, "related_bills") for link in _related(row, state)),
        people=tuple(one for row in fields.rows(bill, "sponsorships") for one in people(_role(row), [text(row, "name")])),
        identifiers=numbers(("printed", number)),
        summary=next((text(row, "abstract") for row in fields.rows(bill, "abstracts")), ""),
    )  # fmt: skip
    return replace(matter, jurisdiction=id.partition("/")[0])


def _day(row: Row, name: str) -> str:
    return dates.iso(text(row, name)[:10])


def _role(sponsorship: Row) -> str:
    return "sponsor" if fields.flag(sponsorship, "primary") else "cosponsor"


def _standing(bill: Row) -> tuple[Status, str, str]:
    """The newest action of the strongest kind; passage in two chambers is passed."""
    actions = sorted(fields.rows(bill, "actions"), key=lambda row: text(row, "date"))
    passages = [row for row in actions if "passage" in fields.texts(row, "classification")]
    both = len({text(row, "organization", "classification") for row in passages}) > 1
    for kinds, status, _ in _CLASSES:
        found = [row for row in actions if kinds.intersection(fields.texts(row, "classification"))]
        if found and status is not Status.UNKNOWN:
            passed = Status.PASSED if both and status is Status.PASSED_ONE_CHAMBER else status
            return passed, text(found[-1], "description"), _day(found[-1], "date")
    words, day = text(bill, "latest_action_description"), _day(bill, "latest_action_date")
    ended = next((status for pattern, status in _ENDS if pattern.search(words)), None)
    return ended or (Status.INTRODUCED if words or day else Status.UNKNOWN), words, day


def _told(bill: Row) -> Iterator[Told]:
    actions = fields.rows(bill, "actions")
    for row in actions:
        classes = set(fields.texts(row, "classification"))
        kind = next((kind for kinds, _, kind in _CLASSES if kinds & classes), EventKind.OTHER)
        yield _day(row, "date"), kind, text(row, "description")
    if not actions:
        yield _day(bill, "latest_action_date"), EventKind.OTHER, text(bill, "latest_action_description")


def _versions(bill: Row, response: Response) -> Iterator[Text]:
    seen: set[str] = set()
    for row in fields.rows(bill, "versions"):
        day, label = _day(row, "date"), text(row, "note")
        link = min(fields.rows(row, "links"), key=lambda item: "html" not in text(item, "media_type"), default={})
        id = f"{ids.part(label or day or 'text')}.en"
        if id not in seen:
            seen.add(id)
            yield Text(
                id=id, label=label, date=day, language="en", url=text(link, "url"), media_type=text(link, "media_type"),
                snapshot=response.snapshot,
            )  # fmt: skip


def _related(row: Row, state: str) -> tuple[Link, ...]:
    kind = LinkKind.COMPANION if text(row, "relation_type") == "companion" else LinkKind.RELATED
    return links(kind, [usstates.bill_id(state, text(row, "legislative_session"), text(row, "identifier"))])

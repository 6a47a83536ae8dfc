"""Bills of the states of the United States, from the Open States API, version 3."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Person, Text
from crawlers.places import usstates
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
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
        if (total := text(answer, "pagination", "total_items")).isdigit():
            yield Declared(int(total))
        yield from fields.each(fields.rows(answer, "results"), _listed, response, source)
        page, last = text(answer, "pagination", "page"), text(answer, "pagination", "max_page")
        if page.isdigit() and last.isdigit() and int(page) < int(last) and "page=" in response.url:
            yield Request(url=response.url.replace(f"page={page}", f"page={int(page) + 1}"))
    elif "identifier" in answer:
        yield _bill(answer, response, source)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _listed(bill: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _bill(bill, response, source)


def _bill(bill: Row, response: Response, source: Source) -> Matter:
    state = text(bill, "jurisdiction", "id").partition("state:")[2].partition("/")[0] or text(
        bill, "jurisdiction", "name"
    )
    id = usstates.bill_id(state, fields.must(bill, "session"), fields.must(bill, "identifier"))
    status, words, day = _standing(bill)
    title = text(bill, "title")
    matter = Matter(
        id=id,
        aliases=(f"us/{ids.part(text(bill, 'id').replace('/', '-'))}",) if text(bill, "id") else (),
        kind=Kind.BILL,
        instrument=", ".join(fields.texts(bill, "classification")),
        title=title,
        url=next(
            (text(row, "url") for row in fields.rows(bill, "sources") if text(row, "url")), text(bill, "openstates_url")
        ),
        status=status,
        status_as_of=day,
        source_status=words,
        published=dates.iso(text(bill, "first_action_date")[:10]),
        events=tuple(_events(bill, response)),
        texts=tuple(_versions(bill, response)),
        links=tuple(_related(bill, state)),
        people=tuple(dict.fromkeys(_sponsors(bill))),
        identifiers=(Identifier(scheme="printed", value=text(bill, "identifier")),),
        summary=next((text(row, "abstract") for row in fields.rows(bill, "abstracts")), ""),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )
    return replace(matter, jurisdiction=id.partition("/")[0])


def _standing(bill: Row) -> tuple[Status, str, str]:
    """The newest action of the strongest kind; passage in two chambers is passed."""
    actions = sorted(fields.rows(bill, "actions"), key=lambda row: text(row, "date"))
    chambers = {
        text(row, "organization", "classification")
        for row in actions
        if "passage" in fields.texts(row, "classification")
    }
    for kinds, status, _ in _CLASSES:
        found = [row for row in actions if kinds.intersection(fields.texts(row, "classification"))]
        if found and status is not Status.UNKNOWN:
            both = status is Status.PASSED_ONE_CHAMBER and len(chambers) > 1
            return (
                Status.PASSED if both else status,
                text(found[-1], "description"),
                dates.iso(text(found[-1], "date")[:10]),
            )
    words, day = text(bill, "latest_action_description"), dates.iso(text(bill, "latest_action_date")[:10])
    ended = next((status for pattern, status in _ENDS if pattern.search(words)), None)
    return ended or (Status.INTRODUCED if words or day else Status.UNKNOWN), words, day


def _events(bill: Row, response: Response) -> Iterator[Event]:
    for row in fields.rows(bill, "actions"):
        classes = set(fields.texts(row, "classification"))
        kind = next((kind for kinds, _, kind in _CLASSES if kinds & classes), EventKind.OTHER)
        if day := dates.iso(text(row, "date")[:10]):
            yield Event(date=day, kind=kind, label=text(row, "description"), snapshot=response.snapshot)
    if not fields.rows(bill, "actions") and (day := dates.iso(text(bill, "latest_action_date")[:10])):
        yield Event(
            date=day, kind=EventKind.OTHER, label=text(bill, "latest_action_description"), snapshot=response.snapshot
        )


def _versions(bill: Row, response: Response) -> Iterator[Text]:
    seen: set[str] = set()
    for row in fields.rows(bill, "versions"):
        day, label = dates.iso(text(row, "date")[:10]), text(row, "note")
        link = next(
            iter(sorted(fields.rows(row, "links"), key=lambda item: "html" not in text(item, "media_type"))), {}
        )
        id = f"{ids.part(label or day or 'text')}.en"
        if id not in seen:
            seen.add(id)
            yield Text(
                id=id, label=label, date=day, language="en", url=text(link, "url"), media_type=text(link, "media_type"),
                snapshot=response.snapshot,
            )  # fmt: skip


def _related(bill: Row, state: str) -> Iterator[Link]:
    for row in fields.rows(bill, "related_bills"):
        kind = LinkKind.COMPANION if text(row, "relation_type") == "companion" else LinkKind.RELATED
        yield Link(kind=kind, target=usstates.bill_id(state, text(row, "legislative_session"), text(row, "identifier")))


def _sponsors(bill: Row) -> Iterator[Person]:
    for row in fields.rows(bill, "sponsorships"):
        if name := text(row, "name"):
            yield Person(name=name, role="sponsor" if fields.flag(row, "primary") else "cosponsor")

"""Bills of the Parliament of Canada with their stages, from LEGISinfo as XML or JSON."""

import logging
from collections.abc import Iterator
from typing import Any

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Person
from crawlers.record import record
from crawlers.response import Declared, Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_READINGS = (
    ("PassedHouseFirstReadingDateTime", EventKind.INTRODUCED, "First reading, House of Commons"),
    ("PassedHouseSecondReadingDateTime", EventKind.DEBATED, "Second reading, House of Commons"),
    ("PassedHouseThirdReadingDateTime", EventKind.PASSED_ONE_CHAMBER, "Third reading, House of Commons"),
    ("PassedSenateFirstReadingDateTime", EventKind.INTRODUCED, "First reading, Senate"),
    ("PassedSenateSecondReadingDateTime", EventKind.DEBATED, "Second reading, Senate"),
    ("PassedSenateThirdReadingDateTime", EventKind.PASSED_ONE_CHAMBER, "Third reading, Senate"),
    ("ReceivedRoyalAssentDateTime", EventKind.ENACTED, "Royal assent"),
)
# The first words that the source's own status begins with.
_STATUS = (
    ("royal assent received", Status.ENACTED), ("royal assent", Status.PASSED), ("awaiting royal assent", Status.PASSED),
    ("bill not proceeded with", Status.LAPSED), ("not proceeded with", Status.LAPSED), ("will not be proceeded", Status.WITHDRAWN),
    ("bill defeated", Status.REJECTED), ("defeated", Status.REJECTED), ("withdrawn", Status.WITHDRAWN), ("dropped", Status.LAPSED),
    ("bill not active", Status.LAPSED), ("pro forma", Status.INTRODUCED), ("outside the order", Status.INTRODUCED),
    ("introduced", Status.INTRODUCED), ("bill reinstated", Status.INTRODUCED), ("pre-study", Status.COMMITTEE),
)  # fmt: skip
_STAGES = (
    ("report stage", Status.REPORTED), ("consideration in committee", Status.COMMITTEE), ("in committee", Status.COMMITTEE),
    ("committee", Status.COMMITTEE), ("consideration", Status.PASSED_ONE_CHAMBER), ("message", Status.PASSED_ONE_CHAMBER),
    ("awaiting first reading", Status.PASSED_ONE_CHAMBER), ("third reading", Status.REPORTED),
    ("second reading", Status.INTRODUCED), ("first reading", Status.INTRODUCED), ("introduction", Status.INTRODUCED),
)  # fmt: skip
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening in {b"{", b"["}:
        bills = fields.rows(reading.json(response.body))
    else:
        root = reading.xml(response.body)
        if root.tag not in {"Bills", "Bill"}:
            raise Unreadable(f"the XML begins with {root.tag}, not with Bills")
        bills = [_row(bill) for bill in ([root] if root.tag == "Bill" else root.iterfind("Bill"))]
    yield Declared(len(bills))
    yield from fields.each(bills, _listed, response, source)


def _listed(bill: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _matter(bill, response, source)


def _row(element: etree._Element) -> Row:
    """The XML in the shape of the JSON: repeated names and plural holders become lists."""
    row: Row = {}
    for child in element:
        value: Any = _row(child) if len(child) else " ".join((child.text or "").split())
        tag = str(child.tag)
        row[tag] = [*fields.rows(row, tag), value] if tag in row and isinstance(value, dict) else value
    return row


def _matter(bill: Row, response: Response, source: Source) -> Matter:
    parliament, sitting = text(bill, "ParliamentNumber"), text(bill, "SessionNumber")
    session = f"{parliament}-{sitting}"
    number = text(bill, "NumberCode") or text(bill, "BillNumberFormatted")
    if not (number and parliament and sitting):
        raise Unreadable("the bill has no number or no session")
    title = (
        text(bill, "LongTitleEn") or text(bill, "ShortTitleEn") or text(bill, "LongTitle") or text(bill, "ShortTitle")
    )
    address = f"https://www.parl.ca/legisinfo/en/bill/{session}/{number.lower()}"
    events = tuple(_events(bill, address, response, source))
    words = text(bill, "StatusNameEn") or text(bill, "StatusName") or text(bill, "LatestCompletedMajorStageNameEn")
    latest = [
        dates.when(text(bill, name), source.zone).date
        for name in ("LatestBillEventDateTime", "LatestCompletedBillStageDateTime")
    ]
    return record(
        response,
        source,
        f"ca_legisinfo/{VERSION}",
        language="en",
        id=f"ca/bill/{ids.part(session)}/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=(text(bill, "BillDocumentTypeNameEn") or text(bill, "BillTypeEn") or "bill").lower(),
        title=title,
        title_native=text(bill, "LongTitleFr"),
        url=address,
        status=_status(words, events, source),
        status_as_of=max([*latest, *(event.date for event in events)], default=""),
        source_status=words,
        published=min((event.date for event in events if event.kind is EventKind.INTRODUCED), default=""),
        events=events,
        links=tuple(_similar(bill)),
        people=tuple(_sponsor(bill)),
        identifiers=tuple(_identifiers(bill, number, session)),
        summary=text(bill, "ShortLegislativeSummaryEn"),
    )


def _events(bill: Row, address: str, response: Response, source: Source) -> Iterator[Event]:
    for name, kind, label in _READINGS:
        when = dates.when(text(bill, name), source.zone)
        if when.date:
            yield Event(date=when.date, kind=kind, label=label, url=address, snapshot=response.snapshot)


def _status(words: str, events: tuple[Event, ...], source: Source) -> Status:
    """By the status, then by the stage named in it; a bill at work in the second house has passed the first."""
    plain = words.lower()
    for opening, status in _STATUS:
        if plain.startswith(opening):
            return status
    passed = any(event.kind is EventKind.PASSED_ONE_CHAMBER for event in events)
    for part, status in _STAGES:
        if part in plain:
            return Status.PASSED_ONE_CHAMBER if passed else status
    _log.warning("%s: unknown status of a bill: %r", source.id, words)
    return Status.UNKNOWN


def _similar(bill: Row) -> Iterator[Link]:
    holder = bill.get("SimilarBills")
    rows = (
        fields.rows(holder, "Bill") or fields.rows(holder, "SimilarBill")
        if isinstance(holder, dict)
        else fields.rows(holder or None)
    )
    for other in rows:
        if number := text(other, "NumberCode"):
            session = f"{text(other, 'ParliamentNumber')}-{text(other, 'SessionNumber')}"
            yield Link(kind=LinkKind.RELATED, target=f"ca/bill/{ids.part(session)}/{ids.part(number)}")


def _sponsor(bill: Row) -> Iterator[Person]:
    if name := text(bill, "SponsorPersonName") or text(bill, "SponsorEn"):
        yield Person(name=name, role="sponsor")


def _identifiers(bill: Row, number: str, session: str) -> Iterator[Identifier]:
    yield Identifier(scheme="printed", value=f"{number} ({session})")
    for scheme, name in (("legisinfo", "Id"), ("short title", "ShortTitleEn"), ("short title", "ShortTitleFr")):
        if value := text(bill, name):
            yield Identifier(scheme=scheme, value=value)
    if (year := text(bill, "StatuteYear")) and (chapter := text(bill, "StatuteChapter")) and year != "0":
        yield Identifier(scheme="statute", value=f"S.C. {year}, c. {chapter}")

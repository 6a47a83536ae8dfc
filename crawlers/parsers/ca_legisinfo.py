"""Bills of the Parliament of Canada with their stages, from LEGISinfo as XML or JSON."""

import re
from collections.abc import Iterator

from crawlers.matter import Event
from crawlers.parsing import Declared, Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.ca import legisinfo
from crawlers.record import Told, numbers, people, record, timeline
from crawlers.values import elements
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4

_READINGS = (
    ("PassedHouseFirstReadingDateTime", EventKind.INTRODUCED, "First reading, House of Commons"),
    ("PassedHouseSecondReadingDateTime", EventKind.DEBATED, "Second reading, House of Commons"),
    ("PassedHouseThirdReadingDateTime", EventKind.PASSED_ONE_CHAMBER, "Third reading, House of Commons"),
    ("PassedSenateFirstReadingDateTime", EventKind.INTRODUCED, "First reading, Senate"),
    ("PassedSenateSecondReadingDateTime", EventKind.DEBATED, "Second reading, Senate"),
    ("PassedSenateThirdReadingDateTime", EventKind.PASSED_ONE_CHAMBER, "Third reading, Senate"),
    ("ReceivedRoyalAssentDateTime", EventKind.ENACTED, "Royal assent"),
)
# Where a bill stands, in the record of one bill and in the list of a session.
_STANDS = (
    "StatusNameEn",
    "CurrentStatusEn",
    "StatusName",
    "LatestCompletedMajorStageNameEn",
    "LatestCompletedMajorStageEn",
)
_NO_SUMMARY = re.compile(
    r"(?i)legislative summar.{0,40}(?:being prepared|not (?:yet )?available)|not prepare legislative summar"
)
_WORDS, _STAGES = Words("ca_legisinfo"), Words("ca_legisinfo_stages")


def parse(response: Response, source: Source) -> Finds:
    if response.opening in {b"{", b"["}:
        bills = fields.rows(reading.json(response.body))
    else:
        root = reading.xml(response.body)
        bills = [elements.plain(bill) for bill in ([root] if root.tag == "Bill" else root.iterfind("Bill"))]
        if not bills and root.tag != "Bills":
            raise Unreadable(f"the XML begins with {root.tag}, not with Bills")
    yield Declared(len(bills))
    yield from fields.each(bills, _matter, source)


def _matter(bill: Row, source: Source) -> Matter:
    parliament, sitting = text(bill, "ParliamentNumber"), text(bill, "SessionNumber")
    session = f"{parliament}-{sitting}"
    number = text(bill, "NumberCode") or text(bill, "BillNumberFormatted")
    if not (number and parliament and sitting):
        raise Unreadable("the bill has no number or no session")
    title = (
        text(bill, "LongTitleEn") or text(bill, "ShortTitleEn") or text(bill, "LongTitle") or text(bill, "ShortTitle")
    )
    address = f"https://www.parl.ca/legisinfo/en/bill/{session}/{number.lower()}"
    told = (*_told(bill, address, source), *legisinfo.told(bill, address), *legisinfo.votes(bill, session))
    events = timeline(legisinfo.ordered(told, number))
    words = next(filter(None, (text(bill, name) for name in _STANDS)), "")
    status, said = legisinfo.ended(bill, _status(words, events), words)
    latest = [
        dates.when(text(bill, name), source.zone).date
        for name in ("LatestBillEventDateTime", "LatestCompletedBillStageDateTime", "LatestActivityDateTime")
    ]
    return record(
        language="en",
        id=f"ca/bill/{ids.part(session)}/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=(text(bill, "BillDocumentTypeNameEn") or text(bill, "BillTypeEn") or "bill").lower(),
        title=title,
        title_native=text(bill, "LongTitleFr"),
        url=address,
        status=status,
        status_as_of=max(
            [*latest, *(event.date for event in events if event.kind is not EventKind.MEETING)], default=""
        ),
        source_status=said,
        published=min((event.date for event in events if event.kind is EventKind.INTRODUCED), default=""),
        events=events,
        texts=tuple(legisinfo.printings(bill, events)),
        links=legisinfo.links(bill, parliament, sitting),
        people=people("sponsor", [text(bill, "SponsorPersonName") or text(bill, "SponsorEn")]),
        identifiers=numbers(*legisinfo.numbers(bill, number, session)),
        summary=_summary(text(bill, "ShortLegislativeSummaryEn")),
    )


def _summary(said: str) -> str:
    """Words without their markup; nothing where the Library says that there is none, or none yet."""
    plain = reading.plain(said)
    return "" if _NO_SUMMARY.search(plain) else plain


def _told(bill: Row, address: str, source: Source) -> Iterator[Told]:
    for name, kind, label in _READINGS:
        yield dates.when(text(bill, name), source.zone).date, kind, label, address


def _status(words: str, events: tuple[Event, ...]) -> Status:
    """By the status, then by the stage named in it; a bill at work in the second house has passed the first."""
    if _WORDS.knows(words) or not _STAGES.knows(words):
        return _WORDS.status(words)
    passed = any(event.kind is EventKind.PASSED_ONE_CHAMBER for event in events)
    return Status.PASSED_ONE_CHAMBER if passed else _STAGES.status(words)

"""Bills before the Parliament of New Zealand, with the day until which a committee takes submissions."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.record import Told, linked, links, numbers, people, record, timeline
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_PAGE = 100
_WORDS = Words("nz_bills")
_AHEAD = {EventKind.COMMENT_CLOSES, EventKind.OTHER}  # days that may be to come
_DAYS = (
    ("IntroducedDate", EventKind.INTRODUCED, "Introduced"),
    ("FirstReadingDate", EventKind.DEBATED, "First reading"),
    ("SecondReadingDate", EventKind.DEBATED, "Second reading"),
    ("CommitteeOfWholeHouseDate", EventKind.DEBATED, "Committee of the whole House"),
    ("ThirdReadingDate", EventKind.PASSED, "Third reading"),
    ("RoyalAssentDate", EventKind.ENACTED, "Royal assent"),
    ("WithdrawnDate", EventKind.WITHDRAWN, "Withdrawn"),
    ("LapsedDate", EventKind.LAPSED, "Lapsed"),
)


def start(source: Source, since: str) -> Iterator[Request]:
    """What is before the House, and whatever else has moved since the day (or since that of the source's options)."""
    yield from _search(source, {"billTab": "Current"}, 1)
    yield from _search(source, {"billTab": "All", "dateFrom": f"{since or source.options['from']}T00:00:00"}, 1)


def _search(source: Source, asked: dict[str, str], page: int) -> Iterator[Request]:
    body = {
        "documentPreset": 1,
        "includeBillStages": True,
        "column": 17,
        "direction": 1,
        "pageSize": _PAGE,
        "page": page,
    }
    yield paging.posted(source.urls[0], body | asked, {"page": str(page), **asked})


def parse(response: Response, source: Source) -> Finds:
    """A page of the search, which leads to the bills, or a bill."""
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from _listed(answer, response, source)
    elif "Id" in answer:
        yield _bill(answer, source)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _listed(answer: Row, response: Response, source: Source) -> Finds:
    results, page = fields.rows(answer, "results"), int(response.context.get("page", "1"))
    for number in filter(None, (text(row, "id") for row in results)):
        yield Request(url=f"https://bills.parliament.nz/api/data/Bill/{number}")
    if results and page * _PAGE < int(text(answer, "totalResults") or 0):
        yield from _search(source, {k: v for k, v in response.context.items() if k != "page"}, page + 1)


def _bill(bill: Row, source: Source) -> Matter:
    number, said = fields.must(bill, "Id"), text(bill, "TerminationReasonName") or text(bill, "BillCurrentStageName")
    told = timeline(_told(bill, source))
    status = _status(bill, said, source)
    return record(
        id=f"nz/bill/{number}",
        kind=Kind.BILL,
        instrument=f"{text(bill, 'BillTypeCode')} bill".strip().lower(),
        title=fields.must(bill, "Title"),
        summary=text(bill, "Description"),
        url=f"https://bills.parliament.nz/v/6/{number}",
        status=status,
        status_as_of=_day(bill, source, "LastUpdatedDate") or max((event.date for event in told if event.kind not in _AHEAD), default=""),
        source_status=said,
        published=_day(bill, source, "IntroducedDate"),
        events=told,
        texts=linked("en", "", text(bill, "BillLegislationUrl"), "text/html", id="bill.en", label=f"Bill {text(bill, 'BillNumber')}".strip()),
        links=links(LinkKind.BECOMES, (f"nz/bill/{id}" for row in fields.rows(bill, "ChildBills") if (id := text(row, "ChildBillId")))),
        people=people("member in charge", (text(row, "SortedName") for row in fields.rows(bill, "Members"))),
        identifiers=numbers(("printed", text(bill, "BillNumber")), ("act", text(bill, "AssentNumber"))),
    )  # fmt: skip


def _day(row: Row, source: Source, *path: str) -> str:
    return dates.when(text(row, *path), source.zone).date


def _told(bill: Row, source: Source) -> Iterator[Told]:
    for name, kind, label in _DAYS:
        yield _day(bill, source, name), kind, label
    called = fields.row(bill, "SelectCommitteeInfo")
    for committee in fields.rows(called, "Committees"):
        yield _day(committee, source, "StartDate"), EventKind.REFERRED, f"Referred to {text(committee, 'Name')}"
    due = dates.when(text(called, "SubmissionDueDate"), source.zone)
    yield due, EventKind.COMMENT_CLOSES, "Submissions due"
    yield _day(called, source, "ReportDueDate"), EventKind.OTHER, "Report of the committee due"
    for stage in fields.rows(bill, "Stages"):
        if text(stage, "OutcomeCode") == "NotAgreed":
            yield _day(stage, source, "StageDate"), EventKind.REJECTED, f"{text(stage, 'StageCode')}: not agreed"


def _status(bill: Row, said: str, source: Source) -> Status:
    """Why it ended wins over its stage; a reading that was not agreed to ends a bill."""
    if _day(bill, source, "RoyalAssentDate"):
        return Status.ENACTED
    refused = any(text(stage, "OutcomeCode") == "NotAgreed" for stage in fields.rows(bill, "Stages"))
    return Status.REJECTED if refused else _WORDS.status(said)

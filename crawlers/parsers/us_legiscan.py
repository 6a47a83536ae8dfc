"""Bills of all states of the United States, from the LegiScan API: bills, texts and roll calls."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.matter import Event, Text
from crawlers.parsers import us_legiscan_text
from crawlers.parsing import Declared, Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.us import legiscan, usstates
from crawlers.record import Told, numbers, record, timeline
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 5

_TABLE = Words("us_legiscan")
# What the codes of states and steps stand for.
_WORDS = ("prefiled", "introduced", "engrossed", "enrolled", "passed", "vetoed", "failed", "override", "chaptered", "referred",
          "report pass", "report do not pass", "draft")  # fmt: skip


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    if text(answer, "status") == "ERROR":
        raise Unreadable(f"LegiScan answers with an error: {text(answer, 'alert', 'message')}")
    if "bill" in answer:
        yield _bill(fields.row(answer, "bill"))
    elif "text" in answer:
        yield us_legiscan_text.words(fields.row(answer, "text"))
    elif "roll_call" in answer:
        yield _vote(fields.row(answer, "roll_call"))
    elif "searchresult" in answer or "masterlist" in answer:
        yield from _listed(fields.row(answer, "searchresult") or fields.row(answer, "masterlist"), response)
    else:
        raise Unreadable("the answer is no bill, text, roll call or list")


def _listed(found: Row, response: Response) -> Finds:
    rows = [row for name, row in found.items() if name.isdigit() and isinstance(row, dict)] or fields.rows(
        found, "results"
    )
    yield Declared(len(rows))
    key = response.url.partition("key=")[2].partition("&")[0]
    for row in rows:
        yield Request(url=f"https://api.legiscan.com/?key={key}&op=getBill&id={text(row, 'bill_id')}")


def _bill(bill: Row) -> Matter:
    session, state = fields.row(bill, "session"), fields.must(bill, "state")
    number, own, code = fields.must(bill, "bill_number"), fields.must(bill, "bill_id"), text(bill, "status")
    said = _said(code)
    years = text(session, "year_start"), text(session, "year_end")
    name = text(session, "session_name") or text(session, "session_title")
    period = usstates.session(state, *years, name, text(session, "special") not in {"", "0"})
    id = usstates.bill_id(state, period, usstates.federal(number) if state == "US" else number)
    status, said = legiscan.standing(bill, _status(said, bill), said)
    matter = record(
        id=id,
        aliases=(f"us/legiscan/{ids.part(own)}",),
        kind=Kind.BILL,
        instrument=text(bill, "bill_type"),
        title=text(bill, "title"),
        url=text(bill, "state_link") or text(bill, "url"),
        status=status,
        status_as_of=dates.iso(text(bill, "status_date")),
        source_status=said,
        events=tuple(sorted(_happened(bill), key=lambda event: event.date)),
        texts=tuple(_versions(bill)),
        links=tuple(legiscan.related(bill)),
        people=tuple(legiscan.sponsors(bill)),
        identifiers=numbers(("printed", number), ("legiscan", own)),
        summary=text(bill, "description"),
    )  # fmt: skip
    return replace(matter, jurisdiction=id.partition("/")[0])


def _law(bill: Row) -> bool:
    """Does what passes become law? A resolution, a memorial or an amendment put to a vote does not."""
    form = text(bill, "bill_type")
    return form in {"", "B", "EO", "RB"} or (form == "JR" and text(bill, "state") == "US")


def _status(said: str, bill: Row) -> Status:
    status = _TABLE.status(said)
    return Status.PASSED if status is Status.ENACTED and not _law(bill) else status


def _happened(bill: Row) -> Iterator[Event]:
    for event in timeline(_told(bill)):
        yield event if event.kind is not EventKind.ENACTED or _law(bill) else replace(event, kind=EventKind.PASSED)


def _said(code: str) -> str:
    return _WORDS[int(code)] if code.isdigit() and int(code) < len(_WORDS) else code


def _told(bill: Row) -> Iterator[Told]:
    marked = {(text(row, "date"), text(row, "event")) for row in fields.rows(bill, "progress")}
    for day, said in ((dates.iso(day), _said(code)) for day, code in sorted(marked)):
        if (kind := _TABLE.event(said)) is not EventKind.OTHER:
            yield day, kind, said
    for row in fields.rows(bill, "history"):
        if words := text(row, "action"):
            yield dates.iso(text(row, "date")), EventKind.OTHER, words
    yield from legiscan.told(bill)


def _versions(bill: Row) -> Iterator[Text]:
    for row in fields.rows(bill, "texts"):
        if number := text(row, "doc_id"):
            yield Text(
                id=f"{number}.en", label=text(row, "type"), date=dates.iso(text(row, "date")), language="en",
                url=text(row, "state_link") or text(row, "url"), media_type=text(row, "mime")
            )  # fmt: skip


def _vote(vote: Row) -> Matter:
    return us_legiscan_text.partial(fields.must(vote, "bill_id"), events=timeline([legiscan.vote(vote)]))

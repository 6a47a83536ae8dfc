"""Bills of all states of the United States, from the LegiScan API: bills, texts and roll calls."""

import base64
import binascii
import logging
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from crawlers import ids
from crawlers.files import paper, reading
from crawlers.matter import Event, Identifier, Link, Matter, Person, Provision, Text
from crawlers.places import usstates
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import outline, prose
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2
_log = logging.getLogger(__name__)

_STATUS = {
    "0": Status.PROPOSED, "1": Status.INTRODUCED, "2": Status.PASSED_ONE_CHAMBER, "3": Status.PASSED, "4": Status.ENACTED,
    "5": Status.VETOED, "6": Status.REJECTED, "7": Status.ENACTED, "8": Status.ENACTED, "9": Status.COMMITTEE,
    "10": Status.REPORTED, "11": Status.REPORTED, "12": Status.PROPOSED,
}  # fmt: skip
_EVENTS = {
    "1": EventKind.INTRODUCED, "2": EventKind.PASSED_ONE_CHAMBER, "3": EventKind.PASSED, "4": EventKind.ENACTED,
    "5": EventKind.VETOED, "6": EventKind.REJECTED, "7": EventKind.ENACTED, "8": EventKind.ENACTED, "9": EventKind.REFERRED,
    "10": EventKind.REPORTED, "11": EventKind.REPORTED,
}  # fmt: skip
_WORDS = ("prefiled", "introduced", "engrossed", "enrolled", "passed", "vetoed", "failed", "override", "chaptered", "referred",
          "report pass", "report do not pass", "draft")  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    if text(answer, "status") == "ERROR":
        raise Unreadable(f"LegiScan answers with an error: {text(answer, 'alert', 'message')}")
    if "bill" in answer:
        yield _bill(fields.row(answer, "bill"), response, source)
    elif "text" in answer:
        yield _words(fields.row(answer, "text"), response, source)
    elif "roll_call" in answer:
        yield _vote(fields.row(answer, "roll_call"), response, source)
    elif "searchresult" in answer or "masterlist" in answer:
        yield from _listed(fields.row(answer, "searchresult") or fields.row(answer, "masterlist"), response)
    else:
        raise Unreadable("the answer is no bill, text, roll call or list")


def _listed(found: Row, response: Response) -> Iterator[Found]:
    rows = [row for name, row in found.items() if name.isdigit() and isinstance(row, dict)] or fields.rows(
        found, "results"
    )
    yield Declared(len(rows))
    key = response.url.partition("key=")[2].partition("&")[0]
    for row in rows:
        yield Request(url=f"https://api.legiscan.com/?key={key}&op=getBill&id={text(row, 'bill_id')}")


def _bill(bill: Row, response: Response, source: Source) -> Matter:
    session = fields.row(bill, "session")
    special = text(session, "special") not in {"", "0"}
    years, name = (text(session, "year_start"), text(session, "year_end")), text(session, "session_name")
    period = usstates.session(text(bill, "state"), *years, name or text(session, "session_title"), special)
    number, code = fields.must(bill, "bill_number"), text(bill, "status")
    words = _WORDS[int(code)] if code.isdigit() and int(code) < len(_WORDS) else code
    title = text(bill, "title")
    id = usstates.bill_id(fields.must(bill, "state"), period, number)
    matter = Matter(
        id=id,
        aliases=(f"us/legiscan/{ids.part(fields.must(bill, 'bill_id'))}",),
        kind=Kind.BILL,
        instrument=text(bill, "bill_type"),
        title=title,
        url=text(bill, "state_link") or text(bill, "url"),
        status=_STATUS.get(code, Status.UNKNOWN),
        status_as_of=dates.iso(text(bill, "status_date")),
        source_status=words,
        events=tuple(_events(bill, response)),
        texts=tuple(_versions(bill, response)),
        links=tuple(Link(kind=LinkKind.COMPANION, target=f"us/legiscan/{text(row, 'sast_bill_id')}") for row in fields.rows(bill, "sasts") if text(row, "sast_bill_id")),
        people=tuple(dict.fromkeys(Person(name=text(row, "name"), role="sponsor") for row in fields.rows(bill, "sponsors") if text(row, "name"))),
        identifiers=(Identifier(scheme="printed", value=number), Identifier(scheme="legiscan", value=text(bill, "bill_id"))),
        summary=text(bill, "description"),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )  # fmt: skip
    return replace(matter, jurisdiction=id.partition("/")[0])


def _events(bill: Row, response: Response) -> Iterator[Event]:
    marked = {(text(row, "date"), text(row, "event")) for row in fields.rows(bill, "progress")}
    for day, code in sorted(marked):
        if dates.iso(day) and code in _EVENTS:
            yield Event(date=dates.iso(day), kind=_EVENTS[code], label=_WORDS[int(code)], snapshot=response.snapshot)
    for row in fields.rows(bill, "history"):
        if (day := dates.iso(text(row, "date"))) and (words := text(row, "action")):
            yield Event(date=day, kind=EventKind.OTHER, label=words, snapshot=response.snapshot)
    for row in fields.rows(bill, "calendar"):
        when = dates.when(f"{text(row, 'date')} {text(row, 'time')}".strip(), "America/New_York")
        if when.date:
            label = f"{text(row, 'description')} {text(row, 'location')}".strip()
            yield Event(date=when.date, kind=EventKind.HEARING, label=label, snapshot=response.snapshot)


def _versions(bill: Row, response: Response) -> Iterator[Text]:
    for row in fields.rows(bill, "texts"):
        if number := text(row, "doc_id"):
            yield Text(
                id=f"{number}.en", label=text(row, "type"), date=dates.iso(text(row, "date")), language="en",
                url=text(row, "state_link") or text(row, "url"), media_type=text(row, "mime"), snapshot=response.snapshot,
            )  # fmt: skip


def _words(document: Row, response: Response, source: Source) -> Matter:
    """The words of one version, base64 in the answer; they name their bill only by LegiScan's own number."""
    number, day = fields.must(document, "bill_id"), dates.iso(text(document, "date"))
    try:
        body = base64.b64decode(text(document, "doc"), validate=False)
    except (binascii.Error, ValueError) as error:
        raise Unreadable("the document in the answer is not base64") from error
    provisions = _provisions(body, text(document, "mime"))
    version = Text(
        id=f"{fields.must(document, 'doc_id')}.en", label=text(document, "type"), date=day, language="en",
        media_type=text(document, "mime"), snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    told = _partial(number, (), (version,), response, source)
    return told if provisions else replace(told, missing=(*told.missing, "texts"))


def _provisions(body: bytes, mime: str) -> tuple[Provision, ...]:
    """Pages, PDF and DOCX are read; of older formats, and of pictures of pages, only the address is kept."""
    try:
        found = _paragraphs(body) if "html" in mime else paper.paragraphs(body)
    except Unreadable as reason:
        _log.warning("LegiScan's document of type %s holds no words that can be read: %s", mime or "unknown", reason)
        return ()
    return outline.provisions(prose.from_lines(found))


def _paragraphs(body: bytes) -> list[str]:
    """Blank lines part paragraphs in the preformatted pages of the states; others are read as pages."""
    root = reading.html(body)
    printed = list(root.iter("pre", "prize"))
    if not printed:
        return lines(root)
    return [" ".join(part.split()) for part in "\n".join(map(_raw, printed)).split("\n\n") if part.strip()]


def _raw(element: etree._Element) -> str:
    return "".join(map(str, element.itertext())).replace("\r", "")


def _vote(vote: Row, response: Response, source: Source) -> Matter:
    day = dates.iso(text(vote, "date"))
    label = f"{text(vote, 'desc')}: {text(vote, 'yea')} yes, {text(vote, 'nay')} no"
    events = (Event(date=day, kind=EventKind.VOTE, label=label, snapshot=response.snapshot),) if day else ()
    return _partial(fields.must(vote, "bill_id"), events, (), response, source)


def _partial(
    number: str, events: tuple[Event, ...], texts: tuple[Text, ...], response: Response, source: Source
) -> Matter:
    return Matter(
        id=f"us/legiscan/{ids.part(number)}",
        kind=Kind.BILL,
        provisional=True,
        title="",
        url=f"https://legiscan.com/gaits/view/{number}",
        status=Status.UNKNOWN,
        events=events,
        texts=texts,
        identifiers=(Identifier(scheme="legiscan", value=number),),
        missing=("title",),
        **stamp(response, source, VERSION),
    )

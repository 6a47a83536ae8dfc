"""Introductions in the New York City Council, as collected from Legistar."""

import logging
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Matter, Person, Text
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import outline, prose
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_STATUS = {
    "introduced": Status.INTRODUCED, "committee": Status.COMMITTEE, "general orders calendar": Status.REPORTED,
    "laid over in committee": Status.COMMITTEE, "hearing held": Status.COMMITTEE, "approved": Status.PASSED, "adopted": Status.PASSED,
    "enacted": Status.ENACTED, "enacted (mayor's desk for signature)": Status.PASSED, "mayor": Status.PASSED, "vetoed": Status.VETOED,
    "filed": Status.LAPSED, "filed (end of session)": Status.LAPSED, "withdrawn": Status.WITHDRAWN, "disapproved": Status.REJECTED,
    "received, ordered, printed and filed": Status.LAPSED, "city charter rule adopted": Status.ENACTED, "defeated": Status.REJECTED,
    "law without mayor's signature": Status.ENACTED, "ovid veto override": Status.ENACTED, "laid over": Status.COMMITTEE,
}  # fmt: skip
_ACTIONS = (
    ("hearing", EventKind.HEARING), ("introduced", EventKind.INTRODUCED), ("referred", EventKind.REFERRED), ("laid over", EventKind.OTHER),
    ("amended", EventKind.AMENDED), ("approved by council", EventKind.PASSED), ("approved by committee", EventKind.REPORTED),
    ("signed", EventKind.SIGNED), ("became law", EventKind.ENACTED), ("vetoed", EventKind.VETOED), ("withdrawn", EventKind.WITHDRAWN),
    ("filed", EventKind.LAPSED), ("sent to mayor", EventKind.OTHER),
)  # fmt: skip
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    for row in fields.rows(answer):
        if "File" not in row and "MatterFile" not in row:
            raise Unreadable("the record has no file number of the Council")
        yield _matter(row, response, source)


def _matter(row: Row, response: Response, source: Source) -> Matter:
    number = fields.must(row, "File")
    words = text(row, "StatusName")
    title = text(row, "Name") or text(row, "Title")
    events = tuple(dict.fromkeys(_events(row, response, source)))
    text_of = _text(row, title, response)
    return Matter(
        id=f"us-nyc/int/{ids.part(number)}",
        kind=Kind.BILL,
        instrument=text(row, "TypeName").lower(),
        title=title,
        url=f"https://legistar.council.nyc.gov/LegislationDetail.aspx?ID={text(row, 'ID')}&GUID={text(row, 'GUID')}",
        status=_status(words, source),
        status_as_of=max((event.date for event in events), default=""),
        source_status=words,
        published=_day(row, "IntroDate", source),
        events=events,
        texts=(text_of,) if text_of else (),
        people=tuple(Person(name=name, role="sponsor") for who in fields.rows(row, "Sponsors") if (name := text(who, "FullName"))),
        identifiers=(Identifier(scheme="printed", value=number), Identifier(scheme="legistar", value=text(row, "ID"))),
        summary=text(row, "Summary") or text(row, "Title"),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )  # fmt: skip


def _day(row: Row, name: str, source: Source) -> str:
    """0001-01-01 is no date; the last day of a year stands for a passing nobody dated."""
    return dates.when(text(row, name), source.zone).date


def _status(words: str, source: Source) -> Status:
    found = _STATUS.get(words.lower())
    if found is None:
        _log.warning("%s: unknown status of a matter: %r", source.id, words)
    return found or Status.UNKNOWN


def _events(row: Row, response: Response, source: Source) -> Iterator[Event]:
    for step in fields.rows(row, "History"):
        when, words = dates.when(text(step, "Date"), source.zone), text(step, "Action")
        kind = next((kind for sign, kind in _ACTIONS if sign in words.lower()), EventKind.OTHER)
        if when.date:
            yield Event(
                kind=kind,
                label=" - ".join(filter(None, (words, text(step, "BodyName")))),
                snapshot=response.snapshot,
                **when._asdict(),
            )
    passed = _day(row, "PassedDate", source)
    for day, kind, label in (
        (_day(row, "EnactmentDate", source), EventKind.ENACTED, "Enacted"),
        (passed, EventKind.PASSED, "Passed"),
    ):
        if day and not (kind is EventKind.PASSED and day.endswith("-12-31")):
            yield Event(date=day, kind=kind, label=label, snapshot=response.snapshot)


def _text(row: Row, title: str, response: Response) -> Text | None:
    paragraphs = [" ".join(part.split()) for part in text(row, "Text").split("\n") if part.strip()]
    provisions = outline.provisions(prose.from_lines(paragraphs))
    return Text(
        id=f"{ids.part(text(row, 'Version').replace('*', '') or 'text')}.en", label=f"Version {text(row, 'Version')}", title=title,
        language="en", snapshot=response.snapshot, provisions=provisions,
    ) if provisions else None  # fmt: skip

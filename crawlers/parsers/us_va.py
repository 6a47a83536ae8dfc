"""Texts of bills of Virginia, from its Legislative Information System: HTML inside JSON."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Text
from crawlers.parsing import Found, Matter, Response, Source, Unreadable
from crawlers.record import numbers, record
from crawlers.texts import outline, prose
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_LABELS = {
    "introduced": Status.INTRODUCED, "prefiled": Status.PROPOSED, "substitute": Status.COMMITTEE, "committee substitute": Status.COMMITTEE,
    "engrossed": Status.PASSED_ONE_CHAMBER, "enrolled": Status.PASSED, "chaptered": Status.ENACTED, "reenrolled": Status.PASSED,
    "chapter": Status.ENACTED, "reengrossed": Status.PASSED_ONE_CHAMBER, "conference": Status.PASSED_ONE_CHAMBER, "amendment": Status.COMMITTEE,
    "acts of assembly chapter": Status.ENACTED, "conference report": Status.PASSED_ONE_CHAMBER, "floor substitute": Status.REPORTED,
}  # fmt: skip


def parse(response: Response, source: Source) -> Iterator[Found]:
    for row in fields.rows(reading.json(response.body)):
        if "bill" not in row or "text" not in row:
            raise Unreadable("the record has no number or no text of a bill")
        yield _matter(row, response, source)


def _matter(row: Row, response: Response, source: Source) -> Matter:
    number, session = fields.must(row, "bill"), fields.must(row, "session_code")
    label, day = text(row, "version_label"), dates.iso(text(row, "draft_date")[:10])
    root = reading.html(f"<div>{text(row, 'text') or ' '}</div>".encode())
    lines = [line for _, line in prose.blocks(root)]
    title = next(
        (
            line
            for line in lines
            if re.match(r"(?:An? (?:BILL|Act|ACT)|Be it|Directing|Establishing|Commending|Proposing)\b", line)
        ),
        "",
    )
    provisions = outline.provisions(prose.from_lines(lines))
    version = Text(
        id=f"{ids.part(text(row, 'version_id') or label or 'text')}.en", label=label, title=title, date=day, language="en",
        media_type="text/html", snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    kind = EventKind.INTRODUCED if label.lower() == "introduced" else EventKind.OTHER
    event = Event(date=day, kind=kind, label=label, snapshot=response.snapshot)
    return record(
        response,
        source,
        f"us_va/{VERSION}",
        id=f"us-va/bill/{_year(session)}/{ids.part(number.replace(' ', ''))}",
        kind=Kind.BILL,
        title=title,
        url=f"https://lis.virginia.gov/bill-details/{session}/{number}",
        status=_LABELS.get(label.lower(), Status.UNKNOWN),
        status_as_of=day,
        source_status=label,
        events=(event,) if day else (),
        texts=(version,) if provisions else (),
        identifiers=numbers(("printed", f"{number} ({session})")),
    )


def _year(session: str) -> str:
    """20251 is the regular session of 2025, which the bills of that year are known by; special sessions keep their digit."""
    return session[:4] if len(session) == 5 and session.endswith("1") else ids.part(session)

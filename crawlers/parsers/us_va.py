"""Texts of bills of Virginia, from its Legislative Information System: HTML inside JSON."""

from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.us import virginia
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import prose
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 5

_WORDS = Words("us_va")


def parse(response: Response, source: Source) -> Finds:
    for row in fields.rows(reading.json(response.body)):
        if "bill" not in row or "text" not in row:
            raise Unreadable("the record has no number or no text of a bill")
        yield _matter(row)


def _matter(row: Row) -> Matter:
    number, session = fields.must(row, "bill"), fields.must(row, "session_code")
    label, day = text(row, "version_label"), dates.iso(text(row, "draft_date")[:10])
    page = reading.html(f"<div>{text(row, 'text') or ' '}</div>".encode())
    lines = [line for _, line in prose.blocks(page)]
    title, version = virginia.title(lines), ids.part(text(row, "version_id") or label or "text")
    facts = {"id": f"{version}.en", "label": label, "title": title, "url": ""}
    return record(
        id=f"us-va/bill/{virginia.session(session)}/{ids.part(number.replace(' ', ''))}",
        kind=Kind.BILL,
        title=title,
        url=f"https://lis.virginia.gov/bill-details/{session}/{number}",
        status=_WORDS.status(label),
        status_as_of=day,
        source_status=label,
        events=timeline([(day, _WORDS.event(label), label)]),
        texts=worded("en", day, virginia.units(lines), "text/html", **facts),
        identifiers=numbers(("printed", f"{number} ({session})")),
    )

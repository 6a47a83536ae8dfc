"""Texts of bills of Virginia, from its Legislative Information System: HTML inside JSON."""

import re

from crawlers.parsing import Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.us import usstates
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import codified, prose
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 5

_WORDS = Words("us_va")
_CLAUSE = re.compile(r"^[“\"\[ ]*(\d+)\. (?=That\b)")
_TITLE = re.compile(r"(?:An? (?:BILL|Act|ACT)|Be it|Directing|Establishing|Commending|Proposing)\b")


def parse(response: Response, source: Source) -> Finds:
    for row in fields.rows(reading.json(response.body)):
        if "bill" not in row or "text" not in row:
            raise Unreadable("the record has no number or no text of a bill")
        yield _matter(row)


def _matter(row: Row) -> Matter:
    number, session = fields.must(row, "bill"), fields.must(row, "session_code")
    label, day = text(row, "version_label"), dates.iso(text(row, "draft_date")[:10])
    root = reading.html(f"<div>{text(row, 'text') or ' '}</div>".encode())
    lines = [line for _, line in prose.blocks(root)]
    title = next(filter(_TITLE.match, lines), "")
    id = ids.part(text(row, "version_id") or label or "text")
    return record(
        id=f"us-va/bill/{usstates.virginian(session)}/{ids.part(number.replace(' ', ''))}",
        kind=Kind.BILL,
        title=title,
        url=f"https://lis.virginia.gov/bill-details/{session}/{number}",
        status=_WORDS.status(label),
        status_as_of=day,
        source_status=label,
        events=timeline([(day, _WORDS.event(label), label)]),
        texts=worded(
            "en",
            day,
            codified.units(lines, _CLAUSE, "cl"),
            "text/html",
            id=f"{id}.en",
            label=label,
            title=title,
            url="",
        ),
        identifiers=numbers(("printed", f"{number} ({session})")),
    )

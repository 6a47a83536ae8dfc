"""eSCR, Supreme Court of India: lists of judgments, one row a judgment, with HTML entities left in the JSON."""

import re

from crawlers.parsing import Declared, Finds, Matter, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import HERE, events, numbers, people, record
from crawlers.values.fields import Row
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4


def parse(response: Response, source: Source) -> Finds:
    answer = reading.answer(response.body, "data", "the JSON is no list of judgments: it has no data")
    rows = fields.rows(answer, "data")
    yield Declared(len(rows))
    yield from fields.each(rows, _judgment)


def _judgment(row: Row) -> Matter:
    day, link = dates.iso(_said(row, "judgment_dates"), "dmy"), _said(row, "temp_link")
    diary, printed = (said if re.search(r"[1-9]", said := _said(row, name)) else "" for name in ("diary_no", "case_no"))
    paper = re.search(r"(\w*[1-9]\w*)\.pdf", link)
    number = diary or printed or (f"paper-{paper[1]}" if paper else "")
    if not number:
        raise Unreadable("a judgment has no diary_no, no case_no and no document that counts")
    return record(
        id=f"in/sc/{ids.part(number)}",
        provisional=not (diary or printed),
        kind=Kind.CASE,
        title=" v. ".join(filter(None, (_said(row, "pet"), _said(row, "res")))),
        status=Status.DECIDED,
        status_as_of=day,
        url=f"https://api.sci.gov.in/{link.split()[0]}" if link else HERE,  # several, each with its language
        published=day,
        events=events((day, EventKind.DECIDED)),
        people=people("judge", map(_judge, _said(row, "bench").split(","))),
        identifiers=numbers(("docket", printed or diary)),
    )


def _said(row: Row, name: str) -> str:
    return reading.plain(fields.text(row, name))


def _judge(name: str) -> str:
    return re.sub(r"^HON'?BLE\s+(?:(?:MR|MRS|MS|DR)\.?\s+)*(?:CHIEF\s+)?JUSTICE\s+", "", name.strip()).strip()

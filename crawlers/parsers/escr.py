"""eSCR, Supreme Court of India: lists of judgments, one row a judgment, with HTML entities left in the JSON."""

import html
import re
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Identifier, Matter, Person
from crawlers.record import events, record
from crawlers.response import Declared, Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    rows = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(rows, list):
        raise Unreadable("the JSON is no list of judgments: it has no data")
    yield Declared(len(rows))
    yield from fields.each(rows, _listed, response, source)


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _judgment(row, response, source)


def _judgment(row: dict[str, Any], response: Response, source: Source) -> Matter:
    number = _said(row, "diary_no") or _said(row, "case_no")
    day = dates.iso(_said(row, "judgment_dates"), "dmy")
    link = _said(row, "temp_link")
    judges = dict.fromkeys(_judge(name) for name in _said(row, "bench").split(",") if _judge(name))
    return record(
        response,
        source,
        f"escr/{VERSION}",
        id=ids.require(f"in/sc/{ids.part(number)}"),
        kind=Kind.CASE,
        title=f"{_said(row, 'pet')} v. {_said(row, 'res')}",
        status=Status.DECIDED,
        status_as_of=day,
        url=f"https://api.sci.gov.in/{link}" if link else response.url,
        published=day,
        events=events(response, (day, EventKind.DECIDED)),
        people=tuple(Person(name=name, role="judge") for name in judges),
        identifiers=(Identifier(scheme="docket", value=_said(row, "case_no") or number),),
    )


def _said(row: dict[str, Any], name: str) -> str:
    return " ".join(html.unescape(str(row.get(name) or "")).split())


def _judge(name: str) -> str:
    return re.sub(r"^HON'?BLE\s+(?:(?:MR|MRS|MS|DR)\.?\s+)*(?:CHIEF\s+)?JUSTICE\s+", "", name.strip()).strip()

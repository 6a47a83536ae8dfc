"""Petitions to the UK Parliament: what people ask for, when the government answered, and when it is debated."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.parsing import Finds, Matter, Request, Response, Source, dates, fields, reading
from crawlers.record import events, numbers, people, record
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind

VERSION = 2


def parse(response: Response, source: Source) -> Finds:
    answer = reading.answer(response.body, "data", "the answer is no list of petitions: it has no data")
    yield from fields.each(fields.rows(answer, "data"), _petition, source)
    if following := paging.by_link(response.url, text(answer, "links", "next")):
        yield Request(url=following)


def _petition(row: Row, source: Source) -> Iterator[Matter]:
    number, said = fields.must(row, "id"), fields.row(row, "attributes")
    opened, answered, debated, closed, refused = (
        dates.when(text(said, name), source.zone)
        for name in ("opened_at", "government_response_at", "scheduled_debate_date", "closed_at", "rejected_at")
    )
    yield record(
        id=f"uk/petition/{number}",
        kind=Kind.SIGNAL,
        instrument="petition",
        title=fields.must(said, "action"),
        summary=text(said, "background"),
        source_status=text(said, "state"),
        url=f"https://petition.parliament.uk/petitions/{number}",
        published=opened.date,
        events=events(
            (opened, EventKind.OPENED),
            (answered, EventKind.OTHER, "Answered by the government"),
            (debated, EventKind.DEBATED, "Debated in Parliament"),
            (closed, EventKind.COMMENT_CLOSES, "Closed for signatures"),
            (refused, EventKind.REJECTED, "Rejected"),
        ),
        people=people("petitioner", [text(said, "creator_name")]),
        identifiers=numbers(("petition", number)),
    )

"""Bills of Congress from the Congress.gov API: lists, a bill, and its sub-resources."""

from collections.abc import Iterator

from crawlers.matter import Link, Text
from crawlers.parsers import us_congress_file
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.places.us import congress, congress_bill
from crawlers.places.us.congress import Action
from crawlers.record import numbers, people
from crawlers.values.fields import Row, text

VERSION = 3

_PARTS = ("actions", "cosponsors", "relatedBills", "textVersions", "summaries", "titles")
_KNOWN = {*_PARTS, "amendments", "committees", "subjects"}


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    if "bills" in answer:
        yield from _listed(answer)
    elif "bill" in answer:
        yield _bill(fields.row(answer, "bill"), {})
        urls = (text(fields.row(answer, "bill"), part, "url") for part in _PARTS)
        yield from (Request(url=url) for url in urls if url)
    elif "bill_id" in answer:
        yield us_congress_file.collected(answer, response)
    elif answer.keys() & _KNOWN and (asked := fields.row(answer, "request")):
        yield _bill({}, {**answer, "_key": _key(asked)})
    else:
        raise Unreadable("the answer is neither a bill of Congress nor a part of one")


def _key(asked: Row) -> tuple[str, str, str]:
    return text(asked, "congress"), text(asked, "billType"), text(asked, "billNumber")


def _listed(answer: Row) -> Finds:
    yield from fields.declared(answer, "pagination", "count")
    for bill in fields.rows(answer, "bills"):
        if url := text(bill, "url"):
            yield Request(url=url)
    if following := text(answer, "pagination", "next"):
        yield Request(url=following)


def _bill(bill: Row, parts: Row) -> Matter:
    """The bill itself, or what one of its sub-resources adds; the titles of the parts come with the bill."""
    key = parts["_key"] if parts else (text(bill, "congress"), text(bill, "type"), text(bill, "number"))
    actions = [_action(row) for row in fields.rows(parts, "actions")]
    latest = fields.row(bill, "latestAction")
    known = [*actions, Action(congress.day(text(latest, "actionDate")), text(latest, "text"))] if latest else actions
    titles = (text(row, "title") for row in fields.rows(parts, "titles"))
    return congress_bill.bill(
        key,
        known,
        law=bool(known and fields.rows(bill, "laws")),
        title=text(bill, "title") or next(filter(None, titles), ""),
        published=congress.day(text(bill, "introducedDate")),
        texts=tuple(_versions(parts)),
        links=tuple(_related(fields.rows(parts, "relatedBills"))),
        people=(
            *people("sponsor", (text(row, "fullName") for row in fields.rows(bill, "sponsors"))),
            *congress_bill.cosponsors(
                (text(row, "fullName"), text(row, "sponsorshipWithdrawnDate"))
                for row in fields.rows(parts, "cosponsors")
            ),
        ),
        identifiers=numbers(*us_congress_file.short(parts)),
        summary=_summary(parts),
    )


def _action(row: Row) -> Action:
    time = congress.time(text(row, "actionTime"))
    vote = next((url for vote in fields.rows(row, "recordedVotes") if (url := text(vote, "url"))), "")
    return Action(congress.day(text(row, "actionDate")), text(row, "text"), text(row, "actionCode"), time, vote)


def _versions(parts: Row) -> Iterator[Text]:
    for row in fields.rows(parts, "textVersions"):
        url = next((text(f, "url") for f in fields.rows(row, "formats") if "XML" in text(f, "type")), "")
        day = dates.when(text(row, "date"), "America/New_York").date
        yield from congress_bill.printing(text(row, "type"), day, url)


def _related(rows: list[Row]) -> Iterator[Link]:
    for row in rows:
        told = {text(detail, "type") for detail in fields.rows(row, "relationshipDetails")}
        target = congress.bill_id(text(row, "congress"), text(row, "type"), text(row, "number"))
        yield Link(kind=congress_bill.relation_kind(told), target=target)


def _summary(parts: Row) -> str:
    newest = max(fields.rows(parts, "summaries"), key=lambda row: text(row, "actionDate"), default={})
    return reading.plain(text(newest, "text"))

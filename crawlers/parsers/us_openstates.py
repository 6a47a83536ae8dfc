"""Bills of the states of the United States, from the Open States API, version 3."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Link, Text
from crawlers.parsing import Found, Matter, Request, Response, Source, Unreadable
from crawlers.places import openstates, usstates
from crawlers.record import links, numbers, people, record, timeline
from crawlers.values import fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Kind, LinkKind

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from fields.declared(answer, "pagination", "total_items")
        yield from fields.each(fields.rows(answer, "results"), _bill, response, source)
        page, last = text(answer, "pagination", "page"), text(answer, "pagination", "max_page")
        if page.isdigit() and last.isdigit() and int(page) < int(last) and "page=" in response.url:
            yield Request(url=response.url.replace(f"page={page}", f"page={int(page) + 1}"))
    elif "identifier" in answer:
        yield _bill(answer, response, source)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _bill(bill: Row, response: Response, source: Source) -> Matter:
    number, own = fields.must(bill, "identifier"), text(bill, "id").replace("/", "-")
    state = text(bill, "jurisdiction", "id").partition("state:")[2].partition("/")[0]
    state = state or text(bill, "jurisdiction", "name")
    id = usstates.bill_id(state, fields.must(bill, "session"), number)
    status, words, day = openstates.standing(bill)
    pages = [text(row, "url") for row in fields.rows(bill, "sources")]
    matter = record(
        response,
        source,
        f"us_openstates/{VERSION}",
        id=id,
        aliases=(f"us/{ids.part(own)}",) if own else (),
        kind=Kind.BILL,
        instrument=", ".join(fields.texts(bill, "classification")),
        title=text(bill, "title"),
        url=next(filter(None, pages), text(bill, "openstates_url")),
        status=status,
        status_as_of=day,
        source_status=words,
        published=openstates.day(bill, "first_action_date"),
        events=timeline(response, openstates.told(bill)),
        texts=tuple(_versions(bill, response)),
        links=tuple(link for row in fields.rows(bill, "related_bills") for link in _related(row, state)),
        people=tuple(one for row in fields.rows(bill, "sponsorships") for one in people(_role(row), [text(row, "name")])),
        identifiers=numbers(("printed", number)),
        summary=next((text(row, "abstract") for row in fields.rows(bill, "abstracts")), ""),
    )  # fmt: skip
    return replace(matter, jurisdiction=id.partition("/")[0])


def _role(sponsorship: Row) -> str:
    return "sponsor" if fields.flag(sponsorship, "primary") else "cosponsor"


def _versions(bill: Row, response: Response) -> Iterator[Text]:
    seen: set[str] = set()
    for row in fields.rows(bill, "versions"):
        day, label = openstates.day(row, "date"), text(row, "note")
        link = min(fields.rows(row, "links"), key=lambda item: "html" not in text(item, "media_type"), default={})
        id = f"{ids.part(label or day or 'text')}.en"
        if id not in seen:
            seen.add(id)
            yield Text(
                id=id, label=label, date=day, language="en", url=text(link, "url"), media_type=text(link, "media_type"),
                snapshot=response.snapshot,
            )  # fmt: skip


def _related(row: Row, state: str) -> tuple[Link, ...]:
    kind = LinkKind.COMPANION if text(row, "relation_type") == "companion" else LinkKind.RELATED
    return links(kind, [usstates.bill_id(state, text(row, "legislative_session"), text(row, "identifier"))])

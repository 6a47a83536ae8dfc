"""Bills of the states of the United States, from the Open States API, version 3."""

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, fields, ids, reading
from crawlers.places.us import openstates, usstates
from crawlers.record import numbers, record, timeline
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Kind

VERSION = 4


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from fields.declared(answer, "pagination", "total_items")
        yield from fields.each(fields.rows(answer, "results"), _bill)
        page, last = text(answer, "pagination", "page"), text(answer, "pagination", "max_page")
        if page.isdigit() and last.isdigit() and int(page) < int(last) and "page=" in response.url:
            yield Request(url=response.url.replace(f"page={page}", f"page={int(page) + 1}"))
    elif "identifier" in answer:
        yield _bill(answer)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _bill(bill: Row) -> Matter:
    number, own = fields.must(bill, "identifier"), text(bill, "id").replace("/", "-")
    state = text(bill, "jurisdiction", "id").partition("state:")[2].partition("/")[0]
    state = state or text(bill, "jurisdiction", "name")
    id = usstates.bill_id(state, fields.must(bill, "session"), number)
    status, words, day = openstates.standing(bill)
    pages = [text(row, "url") for row in fields.rows(bill, "sources")]
    return record(
        id=id,
        jurisdiction=id.partition("/")[0],
        aliases=(f"us/{ids.part(own)}",) if own else (),
        kind=Kind.BILL,
        instrument=", ".join(fields.texts(bill, "classification")),
        title=text(bill, "title"),
        url=next(filter(None, pages), text(bill, "openstates_url")),
        status=status,
        status_as_of=day,
        source_status=words,
        published=openstates.day(bill, "first_action_date"),
        events=timeline(openstates.told(bill)),
        texts=tuple(openstates.versions(bill)),
        links=tuple(dict.fromkeys(one for one in openstates.related(bill, state) if one.target != id)),
        people=tuple(openstates.sponsors(bill)),
        identifiers=numbers(("printed", number)),
        summary=next((text(row, "abstract") for row in fields.rows(bill, "abstracts")), ""),
    )

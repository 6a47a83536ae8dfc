"""Bills of the states of the United States, from the Open States API, version 3."""

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, fields, ids, reading
from crawlers.places.us import openstates, usstates
from crawlers.record import numbers, record, timeline
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Kind

VERSION = 5


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from fields.declared(answer, "pagination", "total_items")
        yield from fields.each(fields.rows(answer, "results"), _bill)
        yield from (Request(url=url) for url in openstates.following(answer, response.url))
    elif "identifier" in answer:
        yield _bill(answer)
    else:
        raise Unreadable("the answer is neither a list of bills nor a bill")


def _bill(bill: Row) -> Matter:
    number, own = fields.must(bill, "identifier"), text(bill, "id").replace("/", "-")
    state, (status, words, day) = openstates.state(bill), openstates.standing(bill)
    id = usstates.bill_id(state, fields.must(bill, "session"), number)
    return record(
        id=id,
        jurisdiction=id.partition("/")[0],
        aliases=(f"us/{ids.part(own)}",) if own else (),
        kind=Kind.BILL,
        instrument=", ".join(fields.texts(bill, "classification")),
        title=text(bill, "title"),
        url=openstates.address(bill),
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

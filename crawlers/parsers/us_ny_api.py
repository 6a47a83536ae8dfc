"""Bills of New York as the Open Legislation API gives them: lists with every bill in full, page by page, or one bill."""

from crawlers import paging
from crawlers.parsing import Declared, Finds, Matter, Request, Response, Source, Unreadable, fields, reading
from crawlers.places.us import newyork, open_legislation
from crawlers.record import timeline
from crawlers.values.fields import Row, text

VERSION = 4


def parse(response: Response, source: Source) -> Finds:
    answer = fields.row(reading.json(response.body))
    result = fields.row(answer, "result")
    if answer.get("success") is not True or not result:
        raise Unreadable(f"Open Legislation answers without a result: {text(answer, 'message') or 'no message'}")
    if "items" not in result:
        yield _bill(result, source)
        return
    yield from fields.each(fields.rows(result, "items"), _bill, source)
    yield from _next(answer, response, source)


def _next(answer: Row, response: Response, source: Source) -> Finds:
    """The newest bills come first, so a few pages hold what changed; all of them are asked for where there are few."""
    total, end, limit = (int(text(answer, name) or 0) for name in ("total", "offsetEnd", "limit"))
    pages = int(source.options.get("pages", "1"))
    if 0 < end < min(total, limit * pages):
        yield Request(url=paging.with_query(response.url, offset=end + 1))
    elif total and total <= limit * pages:
        yield Declared(total)


def _bill(bill: Row, source: Source) -> Matter:
    printed = fields.must(bill, "basePrintNo")
    return newyork.bill(
        newyork.bill_id(fields.must(bill, "session"), printed[:1], printed[1:]),
        title=text(bill, "title"),
        actions=tuple(open_legislation.actions(bill, source)),
        people=tuple(open_legislation.sponsors(bill)),
        texts=tuple(open_legislation.texts(bill)),
        links=tuple(open_legislation.related(bill)),
        events=timeline(open_legislation.votes(bill)),
        summary=text(bill, "summary"),
    )

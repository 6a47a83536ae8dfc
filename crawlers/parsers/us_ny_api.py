"""Bills of New York as the Open Legislation API gives them: lists with every bill in full, page by page, or one bill."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Declared, Found, Matter, Request, Response, Source, Unreadable
from crawlers.places import newyork
from crawlers.record import linked, links, people
from crawlers.record import text as version
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import LinkKind

VERSION = 1

_PDF = "https://legislation.nysenate.gov/pdf/bills"


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = fields.row(reading.json(response.body))
    result = fields.row(answer, "result")
    if answer.get("success") is not True or not result:
        raise Unreadable(f"Open Legislation answers without a result: {text(answer, 'message') or 'no message'}")
    if "items" not in result:
        yield _bill(result, response, source)
        return
    yield from fields.each(fields.rows(result, "items"), _listed, response, source)
    yield from _next(answer, response, source)


def _listed(bill: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _bill(bill, response, source)


def _next(answer: Row, response: Response, source: Source) -> Iterator[Found]:
    """The newest bills come first, so a few pages hold what changed; all of them are asked for where there are few."""
    total, end, limit = (int(text(answer, name) or 0) for name in ("total", "offsetEnd", "limit"))
    pages = int(source.options.get("pages", "1"))
    if 0 < end < min(total, limit * pages):
        yield Request(url=paging.with_query(response.url, offset=end + 1))
    elif total and total <= limit * pages:
        yield Declared(total)


def _bill(bill: Row, response: Response, source: Source) -> Matter:
    printed = fields.must(bill, "basePrintNo")
    id = newyork.bill_id(fields.must(bill, "session"), printed[:1], printed[1:])
    actions = [(dates.iso(text(row, "date")[:10]), text(row, "text")) for row in fields.rows(bill, "actions", "items")]
    step = text(bill, "status", "statusType")
    if not actions and step:
        said = source.options.get(f"step {step}") or text(bill, "status", "statusDesc")
        actions = [(dates.iso(text(bill, "status", "actionDate")[:10]), said)]
    sponsor = text(bill, "sponsor", "member", "fullName") or text(bill, "sponsor", "member", "shortName")
    return newyork.bill(
        id,
        response,
        source,
        title=text(bill, "title"),
        actions=tuple(actions),
        people=people("sponsor", [sponsor]),
        texts=tuple(_texts(bill, response)),
        links=links(LinkKind.COMPANION, _same(bill)),
        summary=text(bill, "summary"),
    )


def _amendments(bill: Row) -> Iterator[tuple[str, Row]]:
    for letter, amendment in sorted(fields.row(bill, "amendments", "items").items()):
        yield letter, fields.row(amendment)


def _texts(bill: Row, response: Response) -> Iterator[Text]:
    """Each printing with its words where they were asked for."""
    for letter, amendment in _amendments(bill):
        day = dates.iso(text(amendment, "publishDate")[:10])
        words = newyork.paragraphs(text(amendment, "fullText"))
        url = f"{_PDF}/{text(bill, 'session')}/{text(bill, 'basePrintNo')}{letter}"
        label, id = f"Print {letter}" if letter else "Original print", f"{letter.lower() or 'original'}.en"
        if words:
            yield from version(response, "en", day, words, "text/plain", id=id, label=label, url=url)
        elif day:
            yield from linked(response, "en", day, url, "text/plain", id=id, label=label)


def _same(bill: Row) -> Iterator[str]:
    """The same bill in the other house."""
    for _, amendment in _amendments(bill):
        for other in fields.rows(amendment, "sameAs", "items"):
            printed = fields.must(other, "basePrintNo")
            yield newyork.bill_id(fields.must(other, "session"), printed[:1], printed[1:])

"""Bills of New York as the Open Legislation API gives them: lists with every bill in full, page by page, or one bill."""

from collections.abc import Iterator

from crawlers import paging
from crawlers.files import reading
from crawlers.matter import Link, Person, Text
from crawlers.parsing import Declared, Found, Matter, Request, Response, Source, Unreadable
from crawlers.places import newyork
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import LinkKind

VERSION = 1
# The API's steps in the words of the actions, for bills that come without their actions.
_STEPS = {
    "INTRODUCED": "Introduced",
    "IN_ASSEMBLY_COMM": "Referred to a committee of the Assembly",
    "IN_SENATE_COMM": "Referred to a committee of the Senate",
    "ASSEMBLY_FLOOR": "Placed on the floor calendar of the Assembly",
    "SENATE_FLOOR": "Placed on the floor calendar of the Senate",
    "PASSED_ASSEMBLY": "Passed Assembly",
    "PASSED_SENATE": "Passed Senate",
    "DELIVERED_TO_GOV": "Delivered to Governor",
    "SIGNED_BY_GOV": "Signed",
    "POCKET_APPROVAL": "Approved",
    "ADOPTED": "Adopted",
    "VETOED": "Vetoed",
    "STRICKEN": "Stricken",
    "LOST": "Lost",
    "SUBSTITUTED": "Substituted by another bill",
}


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
        said = _STEPS.get(step) or text(bill, "status", "statusDesc")
        actions = [(dates.iso(text(bill, "status", "actionDate")[:10]), said)]
    sponsor = text(bill, "sponsor", "member", "fullName") or text(bill, "sponsor", "member", "shortName")
    return newyork.bill(
        id,
        response,
        source,
        text(bill, "title"),
        tuple(actions),
        (Person(name=sponsor, role="sponsor"),) if sponsor else (),
        tuple(_texts(bill, response)),
        tuple(dict.fromkeys(_same(bill))),
        summary=text(bill, "summary"),
    )


def _amendments(bill: Row) -> Iterator[tuple[str, Row]]:
    for letter, amendment in sorted(fields.row(bill, "amendments", "items").items()):
        yield letter, fields.row(amendment)


def _texts(bill: Row, response: Response) -> Iterator[Text]:
    """Each printing with its words where they were asked for."""
    for letter, amendment in _amendments(bill):
        printing, day = letter.lower() or "original", dates.iso(text(amendment, "publishDate")[:10])
        words = newyork.paragraphs(text(amendment, "fullText"))
        if words or day:
            yield Text(
                id=f"{printing}.en",
                label=f"Print {letter}" if letter else "Original print",
                date=day,
                language="en",
                url=f"https://legislation.nysenate.gov/pdf/bills/{text(bill, 'session')}/{text(bill, 'basePrintNo')}{letter}",
                media_type="text/plain",
                snapshot=response.snapshot,
                provisions=words,
            )


def _same(bill: Row) -> Iterator[Link]:
    """The same bill in the other house."""
    for _, amendment in _amendments(bill):
        for other in fields.rows(amendment, "sameAs", "items"):
            printed = fields.must(other, "basePrintNo")
            target = newyork.bill_id(fields.must(other, "session"), printed[:1], printed[1:])
            yield Link(kind=LinkKind.COMPANION, target=target)

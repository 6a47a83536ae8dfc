"""A bill as New York's Open Legislation API gives it: its actions, printings, and the same bill in the other house."""

from collections.abc import Iterator

from crawlers.matter import Text
from crawlers.parsing import Source
from crawlers.places import newyork
from crawlers.record import linked, worded
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text

_PDF = "https://legislation.nysenate.gov/pdf/bills"


def actions(bill: Row, source: Source) -> list[tuple[str, str]]:
    """Day and words; the step that it has reached, in the words of the actions, where it comes without them."""
    listed = [(dates.iso(text(row, "date")[:10]), text(row, "text")) for row in fields.rows(bill, "actions", "items")]
    step = text(bill, "status", "statusType")
    if listed or not step:
        return listed
    said = source.options.get(f"step {step}") or text(bill, "status", "statusDesc")
    return [(dates.iso(text(bill, "status", "actionDate")[:10]), said)]


def _amendments(bill: Row) -> Iterator[tuple[str, Row]]:
    for letter, amendment in sorted(fields.row(bill, "amendments", "items").items()):
        yield letter, fields.row(amendment)


def texts(bill: Row) -> Iterator[Text]:
    """Each printing with its words where they were asked for."""
    for letter, amendment in _amendments(bill):
        day = dates.iso(text(amendment, "publishDate")[:10])
        words = newyork.paragraphs(text(amendment, "fullText"))
        url = f"{_PDF}/{text(bill, 'session')}/{text(bill, 'basePrintNo')}{letter}"
        label, id = f"Print {letter}" if letter else "Original print", f"{letter.lower() or 'original'}.en"
        said = worded("en", day, words, "text/plain", id=id, label=label, url=url)
        yield from said or linked("en", day, url if day else "", "text/plain", id=id, label=label)


def same(bill: Row) -> Iterator[str]:
    """The same bill in the other house."""
    for _, amendment in _amendments(bill):
        for other in fields.rows(amendment, "sameAs", "items"):
            printed = fields.must(other, "basePrintNo")
            yield newyork.bill_id(fields.must(other, "session"), printed[:1], printed[1:])

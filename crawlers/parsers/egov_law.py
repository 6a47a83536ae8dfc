"""e-Gov Law, Japan: the Standard Law XML, and the same tree as JSON of tag, attr and children."""

from crawlers.parsers import egov_law_text
from crawlers.parsing import Finds, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places import japan
from crawlers.texts import egov
from crawlers.values.fields import Row, must, text

VERSION = 3


def parse(response: Response, source: Source) -> Finds:
    answer: Row = {}
    if response.opening == b"<":
        root = reading.xml(response.body)
    else:
        answer = fields.row(reading.json(response.body))
        if "laws" in answer:
            yield from fields.each(fields.rows(answer, "laws"), _row, response, source)
            return
        root = egov.of_json(fields.row(answer, "law_full_text") or answer)
    if (law := egov.law(root)) is None:
        raise Unreadable("the document is no law of e-Gov: it has no Law element")
    yield egov_law_text.law(law, response, fields.row(answer, "revision_info"))


def _row(row: Row, response: Response, source: Source) -> Finds:
    """A law of the list: facts now, the text by a request of its own."""
    info, number = fields.row(row, "law_info"), must(row, "law_info", "law_id")
    revision = fields.row(row, "current_revision_info") or fields.row(row, "revision_info")
    made = dates.iso(text(info, "promulgation_date"))
    applies = dates.iso(text(revision, "amendment_enforcement_date"))
    amender = text(revision, "law_revision_id").rpartition("_")[2]
    names = text(revision, "abbrev").split(",")
    form, printed = text(info, "law_type"), text(info, "law_num")
    yield japan.law(
        japan.Version(form, printed, made, applies, amender, revision, response.fetched, names),
        id=f"jp/law/{ids.part(number)}",
        title=text(revision, "law_title"),
        url=f"https://laws.e-gov.go.jp/law/{number}",
    )
    yield Request(url=f"https://{source.hosts[0]}/api/2/law_data/{number}")

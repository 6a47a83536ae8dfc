"""Rules, proposed rules, notices and presidential documents, from the API of the Federal Register."""

from collections.abc import Iterator

from crawlers.matter import Event
from crawlers.parsers import us_federal_register_xml
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.places.us import register
from crawlers.record import Told, links, numbers, people, record, timeline
from crawlers.texts import notices
from crawlers.values.fields import Row, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 5

_WORDS = Words("us_federal_register")


def parse(response: Response, source: Source) -> Finds:
    """A page of the list, one document, or the XML of a document's words."""
    if response.opening == b"<":
        yield from us_federal_register_xml.parse(response, source)
        return
    answer = fields.row(reading.json(response.body))
    if not answer.keys() & {"results", "document_number", "count"}:
        raise Unreadable("the answer is neither a list of documents nor a document")
    if "results" in answer:
        yield from fields.declared(answer, "count")
        yield from fields.each(fields.rows(answer, "results"), _listed, response, source)
    elif "document_number" in answer:
        yield from _listed(answer, response, source)
    if following := text(answer, "next_page_url"):
        yield Request(url=following)


def _listed(document: Row, response: Response, source: Source) -> Finds:
    yield _matter(document, response, source)
    if source.options.get("texts") == "yes" and (url := text(document, "full_text_xml_url")):
        yield Request(url=url, context={"day": text(document, "publication_date")})


def _matter(document: Row, response: Response, source: Source) -> Matter:
    day, number = dates.iso(must(document, "publication_date")), must(document, "document_number")
    if not day:
        raise Unreadable(f"document {number} has no day of publication")
    closes = dates.iso(text(document, "comments_close_on"))
    commented, docket = (text(document, "regulations_dot_gov_info", f"{name}_id") for name in ("document", "docket"))
    kind = _kind(document, closes)
    status, as_of = _status(document, kind, day, closes, response.fetched[:10] or day)
    return record(
        id=f"us/fr/{day}/{ids.part(number)}",
        aliases=(register.document(number), *([f"us/regs/{ids.part(commented)}"] if commented else ())),
        kind=kind,
        instrument=(text(document, "subtype") or text(document, "type")).lower(),
        title=text(document, "title"),
        url=text(document, "html_url") or f"https://www.federalregister.gov/d/{number}",
        status=status,
        status_as_of=as_of,
        source_status=text(document, "action") or text(document, "type"),
        events=tuple(_events(document, day, closes, source)),
        links=(
            *links(LinkKind.AMENDS, _amended(document)),
            *links(LinkKind.CORRECTS, _corrected(document)),
            *links(LinkKind.PART_OF, [f"us/regs/{ids.part(docket)}"] if docket else []),
        ),
        people=people(
            "agency", (text(row, "name") or text(row, "raw_name") for row in fields.rows(document, "agencies"))
        ),
        identifiers=numbers(*_numbers(document, number)),
        summary=text(document, "abstract"),
    )


def _amended(document: Row) -> Iterator[str]:
    for cited in fields.rows(document, "cfr_references"):
        if (title := text(cited, "title")) and (part := text(cited, "part")):
            yield f"us/cfr/{title}/{part}"


def _corrected(document: Row) -> list[str]:
    """The document that this one corrects, by its number at the end of its address; its day is not said."""
    return [register.document(text(document, "correction_of").rpartition("/")[2])]


def _numbers(document: Row, number: str) -> Iterator[tuple[str, str]]:
    yield "fr", number
    yield from (("docket", one) for one in fields.texts(document, "docket_ids"))
    yield from (("rin", one) for one in fields.texts(document, "regulation_id_numbers"))
    yield "citation", text(document, "citation")
    yield "eo", text(document, "executive_order_number")
    yield "proclamation", text(document, "proclamation_number")


def _kind(document: Row, closes: str) -> Kind:
    kind = _WORDS.kind(text(document, "type"), Kind.GAZETTE)
    return Kind.CONSULTATION if kind is Kind.GAZETTE and closes else kind


def _status(document: Row, kind: Kind, day: str, closes: str, today: str) -> tuple[Status, str]:
    """Of today: a comment period that is over leaves a proposal, a rule is in force from its effective day."""
    effective = dates.iso(text(document, "effective_on"))
    if register.withdraws(text(document, "action")):
        return Status.WITHDRAWN, day
    if kind is Kind.CONSULTATION:
        over = closes and closes < today
        return Status.CONSULTATION if closes and not over else Status.PROPOSED, closes if over else day
    if kind is Kind.REGULATION:
        return (Status.IN_FORCE, effective) if effective and effective <= today else (Status.ENACTED, day)
    return Status.UNKNOWN, day


def _events(document: Row, day: str, closes: str, source: Source) -> Iterator[Event]:
    words, time = text(document, "dates"), notices.time(text(document, "dates"), closes) if closes else ""
    closing = dates.When(closes, time, source.zone if time else "")
    told: list[Told] = [
        (day, EventKind.PUBLISHED, text(document, "citation")),
        (dates.iso(text(document, "signing_date")), EventKind.SIGNED),
        (dates.iso(text(document, "effective_on")), EventKind.IN_FORCE, words),
        (closing, EventKind.COMMENT_CLOSES, words, text(document, "comment_url")),
    ]
    yield from timeline(told)
    yield from notices.told(words, closes, source.zone, published=day)

"""Rules, proposed rules, notices and presidential documents, from the API of the Federal Register."""

import logging
import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.parsers import us_federal_register_xml
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import notices
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_KINDS = {
    "Rule": Kind.REGULATION,
    "Proposed Rule": Kind.CONSULTATION,
    "Presidential Document": Kind.REGULATION,
    "Notice": Kind.GAZETTE,
    "Correction": Kind.GAZETTE,
    "Sunshine Act Document": Kind.GAZETTE,
}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    """A page of the list, one document, or the XML of a document's words."""
    if response.opening == b"<":
        yield from us_federal_register_xml.parse(response, source)
        return
    answer = fields.row(reading.json(response.body))
    if "results" not in answer and "document_number" not in answer:
        if "count" in answer:
            return
        raise Unreadable("the answer is neither a list of documents nor a document")
    if "results" in answer and (count := text(answer, "count")).isdigit():
        yield Declared(int(count))
    if "results" in answer:
        yield from fields.each(fields.rows(answer, "results"), _listed, response, source)
    else:
        yield from _listed(answer, response, source)
    if following := text(answer, "next_page_url"):
        yield Request(url=following)


def _listed(document: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _matter(document, response, source)
    if source.options.get("texts") == "yes" and (url := text(document, "full_text_xml_url")):
        yield Request(url=url, context={"day": text(document, "publication_date")})


def _matter(document: Row, response: Response, source: Source) -> Matter:
    day, number = dates.iso(fields.must(document, "publication_date")), fields.must(document, "document_number")
    if not day:
        raise Unreadable(f"document {number} has no day of publication")
    closes = dates.iso(text(document, "comments_close_on"))
    kind = _kind(document, closes, source)
    status, as_of = _status(document, kind, day, closes, response.fetched[:10] or day)
    title = text(document, "title")
    return Matter(
        id=f"us/fr/{day}/{ids.part(number)}",
        aliases=tuple(
            f"us/regs/{ids.part(n)}" for n in [text(document, "regulations_dot_gov_info", "document_id")] if n
        ),
        kind=kind,
        instrument=(text(document, "subtype") or text(document, "type")).lower(),
        title=title,
        url=text(document, "html_url") or f"https://www.federalregister.gov/d/{number}",
        status=status,
        status_as_of=as_of,
        source_status=text(document, "action") or text(document, "type"),
        published=day,
        events=tuple(_events(document, day, closes, response, source)),
        links=tuple(_links(document)),
        identifiers=tuple(_identifiers(document)),
        summary=text(document, "abstract"),
        missing=() if title else ("title",),
        **stamp(response, source, VERSION),
    )


def _kind(document: Row, closes: str, source: Source) -> Kind:
    word = text(document, "type")
    if word not in _KINDS:
        _log.warning("%s: unknown type of document: %r", source.id, word)
    kind = _KINDS.get(word, Kind.GAZETTE)
    return Kind.CONSULTATION if kind is Kind.GAZETTE and closes else kind


def _status(document: Row, kind: Kind, day: str, closes: str, today: str) -> tuple[Status, str]:
    """Of today: a comment period that is over leaves a proposal, a rule is in force from its effective day."""
    effective = dates.iso(text(document, "effective_on"))
    if re.search(r"(?i)\bwithdraw", text(document, "action")):
        return Status.WITHDRAWN, day
    if kind is Kind.CONSULTATION:
        return (
            (Status.PROPOSED, closes)
            if closes and closes < today
            else (Status.CONSULTATION, day)
            if closes
            else (Status.PROPOSED, day)
        )
    if kind is Kind.REGULATION:
        return (Status.IN_FORCE, effective) if effective and effective <= today else (Status.ENACTED, day)
    return Status.UNKNOWN, day


def _events(document: Row, day: str, closes: str, response: Response, source: Source) -> Iterator[Event]:
    told = [
        (EventKind.PUBLISHED, day, text(document, "citation")),
        (EventKind.SIGNED, dates.iso(text(document, "signing_date")), ""),
        (EventKind.IN_FORCE, dates.iso(text(document, "effective_on")), text(document, "dates")),
        (EventKind.COMMENT_CLOSES, closes, text(document, "dates")),
    ]
    for kind, when, label in told:
        if when:
            closing = kind is EventKind.COMMENT_CLOSES
            time = notices.time(label, when) if closing else ""
            yield Event(
                date=when, kind=kind, label=label, url=text(document, "comment_url") if closing else "", time=time,
                zone=source.zone if time else "", snapshot=response.snapshot,
            )  # fmt: skip
    yield from notices.told(text(document, "dates"), closes, source.zone, response)


def _links(document: Row) -> Iterator[Link]:
    for part in fields.rows(document, "cfr_references"):
        if (title := text(part, "title")) and (number := text(part, "part")):
            yield Link(kind=LinkKind.AMENDS, target=f"us/cfr/{title}/{number}")
    if corrected := text(document, "correction_of"):
        yield Link(kind=LinkKind.CORRECTS, target=corrected)


def _identifiers(document: Row) -> Iterator[Identifier]:
    yield Identifier(scheme="fr", value=text(document, "document_number"))
    for scheme, name in (("docket", "docket_ids"), ("rin", "regulation_id_numbers")):
        for value in dict.fromkeys(fields.texts(document, name)):
            yield Identifier(scheme=scheme, value=value)
    for scheme, name in (
        ("citation", "citation"),
        ("eo", "executive_order_number"),
        ("proclamation", "proclamation_number"),
    ):
        if value := text(document, name):
            yield Identifier(scheme=scheme, value=value)

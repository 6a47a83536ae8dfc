"""Consultations, calls for evidence and other publications of the UK government, from the content API of GOV.UK."""

import logging
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Link, Matter, Person
from crawlers.parsers import uk_govuk_text
from crawlers.record import record
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_CONSULTATIONS = {
    "open_consultation": Status.CONSULTATION, "open_call_for_evidence": Status.CONSULTATION,
    "closed_consultation": Status.PROPOSED, "closed_call_for_evidence": Status.PROPOSED,
    "consultation": Status.PROPOSED, "call_for_evidence": Status.PROPOSED,
    "consultation_outcome": Status.PASSED, "call_for_evidence_outcome": Status.PASSED,
}  # fmt: skip
_KINDS = {"regulation": Kind.REGULATION, "statutory_guidance": Kind.REGULATION, "statutory_instrument": Kind.REGULATION}
_GAZETTE = {
    "html_publication", "detailed_guide", "policy_paper", "guidance", "notice", "corporate_report", "impact_assessment",
    "foi_release", "independent_report", "form", "decision", "international_treaty", "transparency", "map", "standard",
    "cma_case", "research", "official_statistics", "national_statistics", "manual", "manual_section", "publication",
}  # fmt: skip
_SIGNALS = {
    "news_story", "press_release", "government_response", "world_news_story", "speech", "oral_statement",
    "written_statement", "authored_article", "promotional", "statistics_announcement", "medical_safety_alert",
    "drug_safety_update", "protected_food_drink_name", "countryside_stewardship_grant", "correspondence",
    "official_statistics_announcement", "national_statistics_announcement", "case_study", "statistical_data_set",
}  # fmt: skip
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    """A page of the search, or one content item."""
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from _listed(answer)
    elif "content_id" in answer:
        yield _item(answer, response, source)
    else:
        raise Unreadable("the answer is neither a list of results nor a content item")


def _listed(answer: Row) -> Iterator[Found]:
    results = fields.rows(answer, "results")
    yield Declared(len(results))
    for result in results:
        if (link := text(result, "link")).startswith("/"):
            yield Request(url=f"https://www.gov.uk/api/content{link}")


def _item(item: Row, response: Response, source: Source) -> Matter:
    details = fields.row(item, "details")
    word = text(item, "document_type")
    status, as_of = _status(item, details, word, source)
    series = "consultation" if word in _CONSULTATIONS else "govuk"
    address = f"https://www.gov.uk{text(item, 'base_path')}"
    language = text(item, "locale") or "en"
    title = text(item, "title")
    return record(
        response,
        source,
        f"uk_govuk/{VERSION}",
        language=language,
        id=f"uk/{series}/{ids.part(fields.must(item, 'content_id'))}",
        kind=Kind.CONSULTATION if word in _CONSULTATIONS else _kind(word, source),
        instrument=word,
        title=title,
        url=address,
        status=status,
        status_as_of=as_of,
        source_status=word,
        published=_when(item, "first_published_at", source).date or _when(details, "first_public_at", source).date,
        events=tuple(dict.fromkeys(_events(item, details, word, response, source))),
        texts=tuple(uk_govuk_text.texts(details, title, as_of, address, language, response)),
        links=tuple(_links(item)),
        people=tuple(_people(item)),
        summary=text(item, "description"),
    )


def _kind(word: str, source: Source) -> Kind:
    if word not in {*_KINDS, *_GAZETTE, *_SIGNALS}:
        _log.warning("%s: unknown type of document: %r", source.id, word)
    return _KINDS.get(word, Kind.GAZETTE if word in _GAZETTE else Kind.SIGNAL)


def _when(row: Row, name: str, source: Source) -> dates.When:
    """A year far away is how test items and mistakes look; the source's own day is kept."""
    return dates.when(text(row, name), source.zone)


def _status(item: Row, details: Row, word: str, source: Source) -> tuple[Status, str]:
    updated = _when(item, "public_updated_at", source).date
    withdrawn = fields.row(item, "withdrawn_notice")
    if text(withdrawn, "withdrawn_at"):
        return Status.WITHDRAWN, _when(withdrawn, "withdrawn_at", source).date
    if text(details, "state") == "cancelled":
        return Status.WITHDRAWN, _when(details, "cancelled_at", source).date
    return _CONSULTATIONS.get(word, Status.UNKNOWN), updated


def _events(item: Row, details: Row, word: str, response: Response, source: Source) -> Iterator[Event]:
    outcome = "public_feedback_publication_date" if text(details, "public_feedback_publication_date") else ""
    told = [
        (EventKind.PUBLISHED, item, "first_published_at", "First published"),
        (EventKind.COMMENT_OPENS, details, "opening_date", "Opens for responses"),
        (EventKind.COMMENT_CLOSES, details, "closing_date", "Closes for responses"),
        (EventKind.OUTCOME, details, outcome, "Response published"),
        (EventKind.OPENED, fields.row(details, "metadata"), "opened_date", "Case opened"),
        (EventKind.DECIDED, fields.row(details, "metadata"), "closed_date", "Case closed"),
        (EventKind.DEBATED, details, "delivered_on", "Delivered"),
        (EventKind.PUBLISHED, details, "display_date", "To be published"),
        *((EventKind.OTHER, change, "public_timestamp", text(change, "note")) for change in _changes(details)),
    ]
    if word.endswith("_outcome") and not outcome:
        told.append((EventKind.OUTCOME, item, "public_updated_at", "Outcome published"))
    for kind, row, name, label in told:
        when = _when(row, name, source) if name else dates.When("")
        if when.date:
            yield Event(kind=kind, label=label, snapshot=response.snapshot, **when._asdict())


def _changes(details: Row) -> list[Row]:
    """Later changes; the first one is the publication itself."""
    return fields.rows(details, "change_history")[:-1]


def _links(item: Row) -> Iterator[Link]:
    for name, kind in (
        ("parent", LinkKind.PART_OF),
        ("document_collections", LinkKind.PART_OF),
        ("children", LinkKind.RELATED),
    ):
        for other in fields.rows(item, "links", name):
            if id := text(other, "content_id"):
                yield Link(kind=kind, target=f"uk/govuk/{ids.part(id)}")


def _people(item: Row) -> Iterator[Person]:
    roles = (("ministers", "minister"), ("speaker", "speaker"), ("people", "person"), ("organisations", "organisation"))
    for name, role in roles:
        for other in fields.rows(item, "links", name):
            if who := text(other, "title"):
                yield Person(name=who, role=role)

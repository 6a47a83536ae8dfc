"""Consultations, calls for evidence and other publications of the UK government, from the content API of GOV.UK."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Link, Person
from crawlers.parsing import Declared, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import record
from crawlers.texts import govuk
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_WORDS = Words("uk_govuk")


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
    kind = _WORDS.kind(word, source, Kind.SIGNAL)
    series = "consultation" if kind is Kind.CONSULTATION else "govuk"
    address = f"https://www.gov.uk{text(item, 'base_path')}"
    language = text(item, "locale") or "en"
    title = text(item, "title")
    return record(
        response,
        source,
        f"uk_govuk/{VERSION}",
        language=language,
        id=f"uk/{series}/{ids.part(fields.must(item, 'content_id'))}",
        kind=kind,
        instrument=word,
        title=title,
        url=address,
        status=status,
        status_as_of=as_of,
        source_status=word,
        published=_when(item, "first_published_at", source).date or _when(details, "first_public_at", source).date,
        events=tuple(dict.fromkeys(_events(item, details, word, response, source))),
        texts=tuple(govuk.texts(details, title, as_of, address, language, response)),
        links=tuple(_links(item)),
        people=tuple(_people(item)),
        summary=text(item, "description"),
    )


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
    return _WORDS.status(word, source) if _WORDS.knows(word) else Status.UNKNOWN, updated


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

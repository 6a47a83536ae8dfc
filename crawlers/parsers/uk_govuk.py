"""Consultations, calls for evidence and other publications of the UK government, from the content API of GOV.UK."""

from collections.abc import Iterator, Mapping

from crawlers.matter import Link, Person
from crawlers.parsing import Declared, Finds, Matter, Request, Response, Source, Unreadable, dates, fields, ids, reading
from crawlers.record import Told, record, timeline
from crawlers.texts import govuk
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 3

_WORDS = Words("uk_govuk")
_LINKS = {"parent": LinkKind.PART_OF, "document_collections": LinkKind.PART_OF, "children": LinkKind.RELATED}
_ROLES = {"ministers": "minister", "speaker": "speaker", "people": "person", "organisations": "organisation"}


def parse(response: Response, source: Source) -> Finds:
    """A page of the search, or one content item."""
    answer = fields.row(reading.json(response.body))
    if "results" in answer:
        yield from _listed(answer)
    elif "content_id" in answer:
        yield _item(answer, source)
    else:
        raise Unreadable("the answer is neither a list of results nor a content item")


def _listed(answer: Row) -> Finds:
    results = fields.rows(answer, "results")
    yield Declared(len(results))
    for result in results:
        if (link := text(result, "link")).startswith("/"):
            yield Request(url=f"https://www.gov.uk/api/content{link}")


def _item(item: Row, source: Source) -> Matter:
    details, word = fields.row(item, "details"), text(item, "document_type")
    status, as_of = _status(item, details, word, source)
    kind = _WORDS.kind(word, Kind.SIGNAL)
    series = "consultation" if kind is Kind.CONSULTATION else "govuk"
    address = f"https://www.gov.uk{text(item, 'base_path')}"
    language, title = text(item, "locale") or "en", text(item, "title")
    return record(
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
        events=timeline(_told(item, details, word, source)),
        texts=tuple(govuk.texts(details, title, as_of, address, language)),
        links=tuple(
            Link(kind=LinkKind(kind), target=f"uk/govuk/{ids.part(id)}")
            for kind, id in _linked(item, _LINKS, "content_id")
        ),
        people=tuple(Person(name=name, role=role) for role, name in _linked(item, _ROLES, "title")),
        summary=text(item, "description"),
    )


def _status(item: Row, details: Row, word: str, source: Source) -> tuple[Status, str]:
    updated = _when(item, "public_updated_at", source).date
    withdrawn = fields.row(item, "withdrawn_notice")
    if text(withdrawn, "withdrawn_at"):
        return Status.WITHDRAWN, _when(withdrawn, "withdrawn_at", source).date
    if text(details, "state") == "cancelled":
        return Status.WITHDRAWN, _when(details, "cancelled_at", source).date
    return _WORDS.status(word) if _WORDS.knows(word) else Status.UNKNOWN, updated


def _told(item: Row, details: Row, word: str, source: Source) -> Iterator[Told]:
    facts, outcome = fields.row(details, "metadata"), _when(details, "public_feedback_publication_date", source)
    yield _when(item, "first_published_at", source), EventKind.PUBLISHED, "First published"
    yield _when(details, "opening_date", source), EventKind.COMMENT_OPENS, "Opens for responses"
    yield _when(details, "closing_date", source), EventKind.COMMENT_CLOSES, "Closes for responses"
    yield outcome, EventKind.OUTCOME, "Response published"
    yield _when(facts, "opened_date", source), EventKind.OPENED, "Case opened"
    yield _when(facts, "closed_date", source), EventKind.DECIDED, "Case closed"
    yield _when(details, "delivered_on", source), EventKind.DEBATED, "Delivered"
    yield _when(details, "display_date", source), EventKind.PUBLISHED, "To be published"
    for change in fields.rows(details, "change_history")[:-1]:  # the first change is the publication itself
        yield _when(change, "public_timestamp", source), EventKind.OTHER, text(change, "note")
    if word.endswith("_outcome") and not text(details, "public_feedback_publication_date"):
        yield _when(item, "public_updated_at", source), EventKind.OUTCOME, "Outcome published"


def _when(row: Row, name: str, source: Source) -> dates.When:
    return dates.when(text(row, name), source.zone)


def _linked(item: Row, names: Mapping[str, str], what: str) -> Iterator[tuple[str, str]]:
    """What the items that it links to say, with what such a link is for us."""
    for name, ours in names.items():
        yield from ((ours, said) for other in fields.rows(item, "links", name) if (said := text(other, what)))

"""Parliament's open data: procedures and documents as JSON-LD, sittings also as RDF/XML."""

import logging
from collections.abc import Iterator
from urllib.parse import quote

from crawlers.eu import parliament, sittings
from crawlers.files import reading
from crawlers.matter import Event
from crawlers.parsers import eu_ep_api_document
from crawlers.parsing import Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import links, numbers, record
from crawlers.values import dates, fields
from crawlers.values.fields import Row
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 1
_API = "https://data.europarl.europa.eu/api/v2/"
_FORMAT = "format=application%2Fld%2Bjson"
_PAPERS = {"TABLING_PLENARY", "PLENARY_VOTE_RESULTS", "PLENARY_ACTIVITY", "COMMITTEE_TABLING_AMENDMENT", "PLENARY_AMEND",
           "PLENARY_REFER_COMMITTEE_INTERINSTITUTIONAL_NEGOTIATIONS"}  # fmt: skip
_log = logging.getLogger(__name__)


def start(_source: Source, since: str) -> Iterator[Request]:
    """Procedures that changed since that day; without one, the co-decision procedures of this term."""
    asked = (
        f"procedures/feed?timeframe=custom&start-date={since}"
        if since
        else "procedures?process-type=COD&parliamentary-term=10"
    )
    yield Request(url=f"{_API}{asked}&limit=100&{_FORMAT}", headers={"Accept": "application/ld+json"})


def parse(response: Response, source: Source) -> Iterator[Found]:
    if response.opening == b"<":
        yield from sittings.sittings(response, source)
        return
    answer = reading.json(response.body)
    if not isinstance(answer, dict) or not isinstance(answer.get("data"), list):
        raise Unreadable("the JSON is no answer of Parliament's open data: it has no list of data")
    yield from fields.declared(answer, "meta", "total")
    yield from fields.each(fields.rows(answer, "data"), _item, response, source)


def _item(item: Row, response: Response, source: Source) -> Iterator[Found]:
    """A procedure in full, a document, or a line of a list that leads to one."""
    address = fields.must(item, "id")
    name = address.rpartition("/")[2]
    if "/proc/" in address and "process_title" in item:
        yield _procedure(item, response, source)
    elif "/doc/" in address and "title_dcterms" in item:
        yield eu_ep_api_document.document(item, response, source)
    elif "/proc/" in address and "consists_of" not in item:
        yield Request(
            url=f"{_API}procedures/{quote(name)}?{_FORMAT}",
            headers={"Accept": "application/ld+json"},
        )


def _procedure(item: Row, response: Response, source: Source) -> Matter:
    id = parliament.procedure(fields.text(item, "label") or fields.must(item, "id").rpartition("/")[2])
    if not id:
        raise Unreadable(f"the procedure {fields.text(item, 'id')!r} has no number")
    law = parliament.legislative(id)
    parts = item.get("consists_of")
    made = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    steps = sorted(
        {step for part in made if (step := _step(part, response))}, key=lambda step: (step[0].date, step[0].kind)
    )
    language, title = eu_ep_api_document.titled(item, "process_title", source)
    return record(
        response,
        source,
        f"eu_ep_api/{VERSION}",
        language=language,
        id=id,
        aliases=parliament.names(id),
        provisional=law,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=eu_ep_api_document.last(fields.text(item, "process_type")),
        title=title,
        url=parliament.file(id),
        status=parliament.furthest((status for _, status in steps), law),
        status_as_of=steps[-1][0].date if steps else "",
        source_status=eu_ep_api_document.last(fields.text(item, "current_stage")),
        published=steps[0][0].date if steps else "",
        events=tuple(event for event, _ in steps),
        links=links(LinkKind.RELATED, _documents(item)),
        identifiers=numbers(("procedure", parliament.printed(id))),
    )


def _step(made: Row, response: Response) -> tuple[Event, Status] | None:
    """A dated activity; one that we know no word for is left out, loudly."""
    day, code = (
        dates.iso(fields.text(made, "activity_date")),
        eu_ep_api_document.last(fields.text(made, "had_activity_type")),
    )
    if "-DEC-DCPL-" in fields.text(made, "activity_id") and code not in parliament.ACTIVITIES:
        code = "DEC-DCPL"
    if code in parliament.ACTIVITIES and day:
        kind, status = parliament.ACTIVITIES[code]
        return Event(date=day, kind=kind, snapshot=response.snapshot), status
    if code and code not in _PAPERS:
        _log.warning("an activity of Parliament that is not mapped: %s", code)
    return None


def _documents(item: Row) -> Iterator[str]:
    made = fields.texts(item, "created_a_realization_of")
    return (id for name in made if (id := parliament.document(eu_ep_api_document.last(name))))

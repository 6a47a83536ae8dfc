"""Parliament's open data: procedures and documents as JSON-LD, sittings also as RDF/XML."""

import logging
from collections.abc import Iterator
from urllib.parse import quote

from crawlers.eu import parliament, sittings
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.record import numbers, record
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.values.fields import Row
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_API = "https://data.europarl.europa.eu/api/v2/"
_FORMAT = "format=application%2Fld%2Bjson"
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
    if (total := fields.text(answer, "meta", "total")).isdigit():
        yield Declared(int(total))
    yield from fields.each(fields.rows(answer, "data"), _item, response, source)


def _item(item: Row, response: Response, source: Source) -> Iterator[Found]:
    """A procedure in full, a document, or a line of a list that leads to one."""
    address = fields.must(item, "id")
    name = address.rpartition("/")[2]
    if "/proc/" in address and "process_title" in item:
        yield _procedure(item, response, source)
    elif "/doc/" in address and "title_dcterms" in item:
        yield _document(item, response, source)
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
    made = (
        [part for part in item.get("consists_of") or [] if isinstance(part, dict)]
        if _is_list(item, "consists_of")
        else []
    )
    steps = sorted(
        {step for part in made if (step := _step(part, response))}, key=lambda step: (step[0].date, step[0].kind)
    )
    language, title = _titled(item, "process_title", source)
    return record(
        response,
        source,
        f"eu_ep_api/{VERSION}",
        language=language,
        id=id,
        aliases=parliament.names(id),
        provisional=law,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=_last(fields.text(item, "process_type")),
        title=title,
        url=parliament.file(id),
        status=parliament.furthest((status for _, status in steps), law),
        status_as_of=steps[-1][0].date if steps else "",
        source_status=_last(fields.text(item, "current_stage")),
        published=steps[0][0].date if steps else "",
        events=tuple(event for event, _ in steps),
        links=tuple(Link(kind=LinkKind.RELATED, target=doc) for doc in _documents(item)),
        identifiers=numbers(("procedure", parliament.printed(id))),
    )


def _is_list(item: Row, name: str) -> bool:
    return isinstance(item.get(name), list)


def _last(address: str) -> str:
    """REPORT_PLENARY from def/ep-document-types/REPORT_PLENARY."""
    return address.rpartition("/")[2]


def _step(made: Row, response: Response) -> tuple[Event, Status] | None:
    """A dated activity; one that we know no word for is left out, loudly."""
    day, code = dates.iso(fields.text(made, "activity_date")), _last(fields.text(made, "had_activity_type"))
    if "-DEC-DCPL-" in fields.text(made, "activity_id") and code not in parliament.ACTIVITIES:
        code = "DEC-DCPL"
    if code in parliament.ACTIVITIES and day:
        kind, status = parliament.ACTIVITIES[code]
        return Event(date=day, kind=kind, snapshot=response.snapshot), status
    if code and code not in _PAPERS:
        _log.warning("an activity of Parliament that is not mapped: %s", code)
    return None


_PAPERS = {"TABLING_PLENARY", "PLENARY_VOTE_RESULTS", "PLENARY_ACTIVITY", "COMMITTEE_TABLING_AMENDMENT", "PLENARY_AMEND",
           "PLENARY_REFER_COMMITTEE_INTERINSTITUTIONAL_NEGOTIATIONS"}  # fmt: skip


def _document(item: Row, response: Response, source: Source) -> Matter:
    id = parliament.document(fields.must(item, "id").rpartition("/")[2])
    if not id:
        raise Unreadable(f"the document {fields.text(item, 'id')} has no number of the kinds we know")
    language, title = _titled(item, "title_dcterms", source)
    day = dates.iso(fields.text(item, "document_date"))
    kind, status = (EventKind.ADOPTED, Status.PASSED) if "/TA-" in id else (EventKind.INTRODUCED, Status.INTRODUCED)
    return record(
        response,
        source,
        f"eu_ep_api/{VERSION}",
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=_last(fields.text(item, "work_type")).lower().replace("_", " "),
        title=title,
        url=f"https://www.europarl.europa.eu/doceo/document/{_last(id)}_{language.upper()}.html",
        status=status,
        status_as_of=day,
        published=day,
        events=(Event(date=day, kind=kind, snapshot=response.snapshot),) if day else (),
        links=tuple(Link(kind=LinkKind.PART_OF, target=target) for target in _procedures(item)),
        identifiers=(
            Identifier(
                scheme="printed", value=fields.text(item, "label") or fields.text(item, "identifier") or _last(id)
            ),
        ),
    )


def _titled(item: Row, name: str, source: Source) -> tuple[str, str]:
    titles = {code: title for code, title in fields.row(item, name).items() if isinstance(title, str) and title.strip()}
    if not titles:
        raise Unreadable(f"an item of the answer has no {name}")
    language = next((code for code in source.languages if code in titles), next(iter(titles)))
    return language, " ".join(titles[language].split())


def _documents(item: Row) -> Iterator[str]:
    made = item.get("created_a_realization_of") if _is_list(item, "created_a_realization_of") else []
    yield from dict.fromkeys(id for name in fields.texts(made or []) if (id := parliament.document(_last(name))))


def _procedures(item: Row) -> Iterator[str]:
    made = item.get("inverse_created_a_realization_of") if _is_list(item, "inverse_created_a_realization_of") else []
    for name in fields.texts(made or []):
        if "/proc/" in name and (id := parliament.procedure(_last(name))):
            yield id

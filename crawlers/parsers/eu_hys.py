"""Have Your Say, the Commission's consultations: pages of initiatives, and each initiative with its publications and windows."""

import logging
import re
from collections.abc import Iterator

from crawlers.eu.numbers import proposal
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.values import dates, fields
from crawlers.values.fields import Row
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_BASE = "https://ec.europa.eu/info/law/better-regulation"
_LIST = _BASE + "/brpapi/searchInitiatives?language=EN&size=100&feedbackStatus=OPEN&page={}"
_STAGES = {
    "PLANNING_WORKFLOW": Status.PROPOSED,
    "INIT_PLANNED": Status.PROPOSED,
    "ISC_WORKFLOW": Status.PROPOSED,
    "OPC_PLANNED": Status.PROPOSED,
    "OPC_LAUNCHED": Status.CONSULTATION,
    "PUBLIC_CONSULTATION": Status.CONSULTATION,
    "FEEDBACK_PERIOD": Status.CONSULTATION,
    "DRAFT_ACT": Status.CONSULTATION,
    "ADOPTION_WORKFLOW": Status.INTRODUCED,
    "ADOPTED": Status.INTRODUCED,
    "ABANDONED": Status.WITHDRAWN,
    "SUSPENDED": Status.SUSPENDED,
}
_LOWER = ("DEL_", "IMPL_")  # acts that the Commission itself adopts: adopted is enacted
_log = logging.getLogger(__name__)


def start(_source: Source, _since: str) -> Iterator[Request]:
    """The service filters by open windows only."""
    yield Request(url=_LIST.format(0))


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    if not isinstance(answer, dict):
        raise Unreadable("the JSON is no answer of Have Your Say: it is not an object")
    if "initiativeResultDtoPage" in answer:
        page = fields.row(answer, "initiativeResultDtoPage")
        yield from _listed(fields.rows(page, "content"), page, response, source)
    elif "_embedded" in answer:
        yield from _listed(fields.rows(answer, "_embedded", "initiativeResultDtoes"), {}, response, source)
    elif "id" in answer and "shortTitle" in answer:
        yield _matter(answer, response, source)
    else:
        raise Unreadable("the JSON is neither a page of initiatives nor an initiative of Have Your Say")


def _listed(items: list[Row], page: Row, response: Response, source: Source) -> Iterator[Found]:
    """Each line is a matter already; its details come after, then the next page."""
    if (total := fields.text(page, "totalElements")).isdigit():
        yield Declared(int(total))
    yield from fields.each(items, _item, response, source)
    at = re.search(r"[?&]page=(\d+)", response.url)
    if items and page.get("last") is False:
        yield Request(url=_LIST.format(int(at[1]) + 1 if at else 1))


def _item(item: Row, response: Response, source: Source) -> Iterator[Found]:
    yield _matter(item, response, source)
    yield Request(url=f"{_BASE}/brpapi/groupInitiatives/{_number(item)}?language=EN")


def _number(item: Row) -> int:
    """Numbers come as 19418.0 in lists."""
    said = fields.must(item, "id").removesuffix(".0")
    if not said.isdigit() or len(said) > 9:
        raise Unreadable(f"an initiative has the id {said!r}, which is no number")
    return int(said)


def _matter(item: Row, response: Response, source: Source) -> Matter:
    number, title = _number(item), " ".join(fields.text(item, "shortTitle").split())
    states, publications = fields.rows(item, "currentStatuses"), fields.rows(item, "publications")
    found = {*_windows(states, response, source), *_published(publications, response, source)}
    events = tuple(sorted(found, key=lambda event: (event.date, event.time, event.kind)))
    status, said = _status(item, states, publications)
    references = [fields.text(item, "reference"), *(fields.text(made, "reference") for made in publications)]
    return Matter(
        **stamp(response, source, VERSION, "en"),
        id=f"eu/hys/{number}",
        kind=Kind.CONSULTATION,
        instrument=fields.text(item, "foreseenActType").lower().replace("_", " "),
        title=title,
        url=f"{_BASE}/have-your-say/initiatives/{number}_en",
        status=status,
        status_as_of=response.fetched[:10],
        source_status=said,
        published=min((event.date for event in events), default=""),
        events=events,
        links=tuple(_links(references)),
        identifiers=tuple(
            Identifier(scheme="printed", value=value)
            for value in dict.fromkeys([f"HYS {number}", *references])
            if value
        ),
        summary=_summary(item),
        missing=() if title else ("title",),
    )


def _links(references: list[str]) -> Iterator[Link]:
    for number in dict.fromkeys(filter(None, map(proposal, references))):
        yield Link(kind=LinkKind.FOLLOWS, target=f"eu/celex/{number}")


def _summary(item: Row) -> str:
    said = fields.text(item, "dossierSummary")
    return reading.words(reading.html(f"<p>{said}</p>".encode())) if said else ""


def _status(item: Row, states: list[Row], publications: list[Row]) -> tuple[Status, str]:
    """Of the stage that is current; an open window is a consultation whatever the stage."""
    state = next((one for one in states if one.get("isCurrent") is True), states[0] if states else {})
    said = fields.text(state, "frontEndStage") or fields.text(item, "initiativeStatus")
    if "OPEN" in [fields.text(one, "receivingFeedbackStatus") for one in states]:
        return Status.CONSULTATION, said
    if said == "ADOPTED" and fields.text(item, "foreseenActType").startswith(_LOWER):
        return Status.ENACTED, said
    if said in _STAGES:
        return _STAGES[said], said
    if said:
        _log.warning("a stage of Have Your Say that is not mapped: %s", said)
        return Status.UNKNOWN, said
    return (Status.CONSULTATION if publications else Status.PROPOSED), said


def _windows(states: list[Row], response: Response, source: Source) -> Iterator[Event]:
    for state in states:
        for field, kind in (
            ("feedbackStartDate", EventKind.COMMENT_OPENS),
            ("feedbackEndDate", EventKind.COMMENT_CLOSES),
        ):
            yield from _event(fields.text(state, field), kind, "", response, source)


def _published(publications: list[Row], response: Response, source: Source) -> Iterator[Event]:
    """Each publication opens a window that its end date closes; adoption is a step of its own."""
    for made in publications:
        yield from _event(
            fields.text(made, "publishedDate"),
            EventKind.COMMENT_OPENS if fields.text(made, "endDate") else EventKind.PUBLISHED,
            "",
            response,
            source,
        )
        yield from _event(fields.text(made, "endDate"), EventKind.COMMENT_CLOSES, "", response, source)
        yield from _event(fields.text(made, "adoptionDate"), EventKind.ADOPTED, "", response, source)


def _event(said: str, kind: EventKind, label: str, response: Response, source: Source) -> Iterator[Event]:
    """Times are Brussels time, written 2026/01/31 23:59:59."""
    plain = said.replace("/", "-")
    when = dates.when(plain, source.zone)
    if when.date:
        yield Event(date=when.date, time=when.time, zone=when.zone, kind=kind, label=label, snapshot=response.snapshot)

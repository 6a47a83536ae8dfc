"""Have Your Say, the Commission's consultations: pages of initiatives, and each initiative with its publications and windows."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from crawlers import dates, reading
from crawlers.eu.numbers import proposal
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.response import Declared, Found, Request, Response, Unreadable
from crawlers.sources import Source
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
    page = answer.get("initiativeResultDtoPage")
    items = page.get("content") if isinstance(page, dict) else answer.get("_embedded", {}).get("initiativeResultDtoes")
    if isinstance(items, list):
        yield from _listed(items, page if isinstance(page, dict) else {}, response, source)
    elif "id" in answer and "shortTitle" in answer:
        yield _matter(answer, response, source)
    else:
        raise Unreadable("the JSON is neither a page of initiatives nor an initiative of Have Your Say")


def _listed(items: list[Any], page: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    """Each line is a matter already; its details come after, then the next page."""
    if isinstance(total := page.get("totalElements"), int):
        yield Declared(total)
    for item in items:
        if not isinstance(item, dict) or not isinstance(item.get("id"), int | float):
            raise Unreadable("a line of the list has no id")
        yield _matter(item, response, source)
        yield Request(url=f"{_BASE}/brpapi/groupInitiatives/{int(item['id'])}?language=EN")
    at = re.search(r"[?&]page=(\d+)", response.url)
    if items and page.get("last") is False:
        yield Request(url=_LIST.format(int(at[1]) + 1 if at else 1))


def _matter(item: dict[str, Any], response: Response, source: Source) -> Matter:
    number = int(item["id"])
    states = [state for state in item.get("currentStatuses") or [] if isinstance(state, dict)]
    publications = [made for made in item.get("publications") or [] if isinstance(made, dict)]
    events = tuple(
        sorted(
            {*_windows(states, response, source), *_published(publications, response, source)},
            key=lambda e: (e.date, e.kind),
        )
    )
    status, said = _status(item, states, publications)
    references = [str(item.get("reference") or ""), *(str(made.get("reference") or "") for made in publications)]
    return Matter(
        id=f"eu/hys/{number}",
        source=source.id,
        jurisdiction=source.jurisdiction,
        kind=Kind.CONSULTATION,
        instrument=str(item.get("foreseenActType") or "").lower().replace("_", " "),
        title=" ".join(str(item.get("shortTitle") or "").split()),
        language="en",
        url=f"{_BASE}/have-your-say/initiatives/{number}_en",
        status=status,
        status_as_of=response.fetched[:10],
        source_status=said,
        published=min((event.date for event in events), default=""),
        events=events,
        links=tuple(
            Link(kind=LinkKind.FOLLOWS, target=f"eu/celex/{found}")
            for found in dict.fromkeys(filter(None, map(proposal, references)))
        ),
        identifiers=tuple(
            Identifier(scheme="printed", value=value)
            for value in dict.fromkeys(filter(None, [f"HYS {number}", *references]))
        ),
        summary=" ".join(reading.words(reading.html(f"<p>{item['dossierSummary']}</p>".encode())).split())
        if item.get("dossierSummary")
        else "",
        snapshot=response.snapshot,
        parser=f"eu_hys/{VERSION}",
        missing=() if item.get("shortTitle") else ("title",),
    )


def _status(
    item: dict[str, Any], states: list[dict[str, Any]], publications: list[dict[str, Any]]
) -> tuple[Status, str]:
    """Of the stage that is current; an open window is a consultation whatever the stage."""
    state = next((one for one in states if one.get("isCurrent")), states[0] if states else {})
    said = str(state.get("frontEndStage") or item.get("initiativeStatus") or "")
    if "OPEN" in {one.get("receivingFeedbackStatus") for one in states}:
        return Status.CONSULTATION, said
    if said in _STAGES:
        own = str(item.get("foreseenActType") or "").startswith(_LOWER)
        return (
            Status.ENACTED if own and _STAGES[said] is Status.INTRODUCED and said == "ADOPTED" else _STAGES[said]
        ), said
    if said:
        _log.warning("a stage of Have Your Say that is not mapped: %s", said)
        return Status.UNKNOWN, said
    return (Status.PROPOSED if not publications else Status.CONSULTATION), said


def _windows(states: list[dict[str, Any]], response: Response, source: Source) -> Iterator[Event]:
    for state in states:
        for field, kind in (
            ("feedbackStartDate", EventKind.COMMENT_OPENS),
            ("feedbackEndDate", EventKind.COMMENT_CLOSES),
        ):
            yield from _event(state.get(field), kind, "", response, source)


def _published(publications: list[dict[str, Any]], response: Response, source: Source) -> Iterator[Event]:
    """Each publication opens a window that its end date closes; adoption is a step of its own."""
    for made in publications:
        yield from _event(
            made.get("publishedDate"),
            EventKind.COMMENT_OPENS if made.get("endDate") else EventKind.PUBLISHED,
            "",
            response,
            source,
        )
        yield from _event(made.get("endDate"), EventKind.COMMENT_CLOSES, "", response, source)
        yield from _event(made.get("adoptionDate"), EventKind.ADOPTED, "", response, source)


def _event(said: Any, kind: EventKind, label: str, response: Response, source: Source) -> Iterator[Event]:
    """Times are Brussels time, written 2026/01/31 23:59:59."""
    plain = str(said or "").replace("/", "-")
    when = dates.when(plain, source.zone)
    if when.date:
        yield Event(date=when.date, time=when.time, zone=when.zone, kind=kind, label=label, snapshot=response.snapshot)

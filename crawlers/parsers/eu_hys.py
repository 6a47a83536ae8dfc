"""Have Your Say, the Commission's consultations: pages of initiatives, and each initiative with its publications and windows."""

import re
from collections.abc import Iterator

from crawlers.eu import attachments
from crawlers.eu.numbers import proposal
from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.record import Told, events, links, numbers, record
from crawlers.values.fields import Row, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2
_BASE = "https://ec.europa.eu/info/law/better-regulation"
_LIST = _BASE + "/brpapi/searchInitiatives?language=EN&size=100&feedbackStatus=OPEN&page={}"
_WORDS = Words("eu_hys")
_LOWER = ("DEL_", "IMPL_")  # acts that the Commission itself adopts: adopted is enacted


def start(_source: Source, _since: str) -> Iterator[Request]:
    """The service filters by open windows only."""
    yield Request(url=_LIST.format(0))


def parse(response: Response, source: Source) -> Finds:
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


def _listed(items: list[Row], page: Row, response: Response, source: Source) -> Finds:
    """Each line is a matter already; its details come after, then the next page."""
    yield from fields.declared(page, "totalElements")
    yield from fields.each(items, _item, response, source)
    at = re.search(r"[?&]page=(\d+)", response.url)
    if items and page.get("last") is False:
        yield Request(url=_LIST.format(int(at[1]) + 1 if at else 1))


def _item(item: Row, response: Response, source: Source) -> Finds:
    yield _matter(item, response, source)
    yield Request(url=f"{_BASE}/brpapi/groupInitiatives/{_number(item)}?language=EN")


def _number(item: Row) -> int:
    """Numbers come as 19418.0 in lists."""
    said = fields.must(item, "id").removesuffix(".0")
    if not said.isdigit() or len(said) > 9:
        raise Unreadable(f"an initiative has the id {said!r}, which is no number")
    return int(said)


def _matter(item: Row, response: Response, source: Source) -> Matter:
    number, publications = _number(item), fields.rows(item, "publications")
    happened = events(*_told(item, publications, source))
    status, said = _status(item, publications)
    references = [text(item, "reference"), *(text(made, "reference") for made in publications)]
    return record(
        language="en",
        id=f"eu/hys/{number}",
        kind=Kind.CONSULTATION,
        instrument=text(item, "foreseenActType").lower().replace("_", " "),
        title=fields.line(item, "shortTitle"),
        url=f"{_BASE}/have-your-say/initiatives/{number}_en",
        status=status,
        status_as_of=response.fetched[:10],
        source_status=said,
        published=min((event.date for event in happened), default=""),
        events=happened,
        texts=tuple(
            text
            for made in publications
            for text in attachments.texts(made, _when(made, "publishedDate", source).date, source)
        ),
        links=links(LinkKind.FOLLOWS, (f"eu/celex/{one}" for one in map(proposal, references) if one)),
        identifiers=numbers(("printed", f"HYS {number}"), *(("printed", one) for one in references)),
        summary=reading.plain(text(item, "dossierSummary")),
    )


def _status(item: Row, publications: list[Row]) -> tuple[Status, str]:
    """Of the stage that is current; an open window is a consultation whatever the stage."""
    states = fields.rows(item, "currentStatuses")
    state = next((one for one in states if one.get("isCurrent") is True), states[0] if states else {})
    said = text(state, "frontEndStage") or text(item, "initiativeStatus")
    if "OPEN" in [text(one, "receivingFeedbackStatus") for one in states]:
        return Status.CONSULTATION, said
    if said == "ADOPTED" and text(item, "foreseenActType").startswith(_LOWER):
        return Status.ENACTED, said
    if said:
        return _WORDS.status(said), said
    return (Status.CONSULTATION if publications else Status.PROPOSED), said


def _told(item: Row, publications: list[Row], source: Source) -> Iterator[Told]:
    """Windows of the stages, and each publication, which opens a window that its end date closes."""
    for state in fields.rows(item, "currentStatuses"):
        yield _when(state, "feedbackStartDate", source), EventKind.COMMENT_OPENS
        yield _when(state, "feedbackEndDate", source), EventKind.COMMENT_CLOSES
    for made in publications:
        ends = _when(made, "endDate", source)
        yield _when(made, "publishedDate", source), EventKind.COMMENT_OPENS if ends.date else EventKind.PUBLISHED
        yield ends, EventKind.COMMENT_CLOSES
        yield _when(made, "adoptionDate", source), EventKind.ADOPTED


def _when(row: Row, name: str, source: Source) -> dates.When:
    """Times are Brussels time, written 2026/01/31 23:59:59."""
    return dates.when(text(row, name).replace("/", "-"), source.zone)

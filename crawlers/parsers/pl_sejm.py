"""Sejm API, Poland: lists of legislative processes, and one process with its stages."""

from collections.abc import Iterator

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, dates, fields, reading
from crawlers.places import poland
from crawlers.record import Told, links, numbers, record, timeline
from crawlers.values.fields import Row, line, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2

_WORDS = Words("pl_sejm")
# How what a reading decided begins.
_RULINGS = (
    ("uchwal", Status.PASSED_ONE_CHAMBER),
    ("nie uchwal", Status.REJECTED),
    ("odrzuc", Status.REJECTED),
    ("wycof", Status.WITHDRAWN),
)
_OPEN = {Status.INTRODUCED, Status.COMMITTEE, Status.REPORTED}


def parse(response: Response, source: Source) -> Finds:
    answer = reading.json(response.body)
    processes = answer if isinstance(answer, list) else [answer]
    if processes and not any(isinstance(row, dict) and "number" in row and "term" in row for row in processes):
        raise Unreadable("the JSON is no legislative process of the Sejm: it has no number and term")
    yield from fields.each(processes, _listed)


def _listed(row: Row) -> Finds:
    yield _process(row)
    if "stages" not in row:
        yield Request(url=f"https://api.sejm.gov.pl/sejm/term{must(row, 'term')}/processes/{must(row, 'number')}")


def _process(row: Row) -> Matter:
    term, number, law = must(row, "term"), must(row, "number"), text(row, "ELI")
    stages = [stage for stage in _flat(fields.rows(row, "stages")) if text(stage, "stageName")]
    said, status = _standing(row, stages)
    started = dates.iso(text(row, "processStartDate") or text(row, "documentDate"))
    return record(
        id=poland.bill(term, number),
        kind=Kind.BILL,
        instrument=text(row, "documentType"),
        title=text(row, "title"),
        summary=text(row, "description"),
        status=Status.ENACTED if law else status,
        source_status=said,
        status_as_of=dates.iso(text(row, "changeDate")[:10]),
        url=f"https://www.sejm.gov.pl/Sejm{term}.nsf/PrzebiegProc.xsp?nr={number}",
        published=started,
        events=timeline(_told(stages, started)),
        texts=tuple(poland.prints(row, stages)),
        links=links(LinkKind.BECOMES, [poland.act(law)] if law else []),
        identifiers=numbers(("printed", f"druk {number}"), ("rcl", text(row, "rclNum"))),
    )


def _standing(row: Row, stages: list[Row]) -> tuple[str, Status]:
    """By the newest stage that tells; what a reading decided wins over its name. A case closed before it passed has lapsed."""
    known = [(_said(stage), _status(stage)) for stage in stages]
    reached = [(said, status) for said, status in known if status is not Status.UNKNOWN]
    said, status = reached[-1] if reached else ("", Status.PASSED if row.get("passed") else Status.INTRODUCED)
    closed = bool(text(row, "closureDate")) and not row.get("passed")
    return (said, Status.LAPSED) if closed and status in _OPEN else (said, status)


def _status(stage: Row) -> Status:
    name, decision = line(stage, "stageName").lower(), line(stage, "decision").lower()
    ruling = next((status for words, status in _RULINGS if decision.startswith(words)), None)
    again = "ponown" in name
    if again and ruling:
        return Status.PASSED if ruling is Status.PASSED_ONE_CHAMBER else Status.VETOED
    return ruling if ruling and "czytanie" in name else _WORDS.status(name)


def _said(stage: Row) -> str:
    return f"{line(stage, 'stageName')} {line(stage, 'decision')}".strip()


def _flat(stages: list[Row]) -> Iterator[Row]:
    for stage in stages:
        yield stage
        yield from _flat(fields.rows(stage, "children"))


def _told(stages: list[Row], started: str) -> Iterator[Told]:
    kinds = [_kind(stage) for stage in stages]
    if EventKind.INTRODUCED not in kinds:
        yield started, EventKind.INTRODUCED
    for stage, kind in zip(stages, kinds, strict=True):
        label = " ".join(filter(None, (_said(stage), text(stage, "committeeCode"), poland.counts(stage))))
        yield dates.iso(text(stage, "date")[:10]), kind, label


def _kind(stage: Row) -> EventKind:
    """A reading that ends a bill is its end."""
    status, kind = _status(stage), _WORDS.event(text(stage, "stageName"))
    ends = {Status.REJECTED: EventKind.REJECTED, Status.WITHDRAWN: EventKind.WITHDRAWN}
    return ends.get(status, kind)

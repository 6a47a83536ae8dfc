"""Sejm API, Poland: lists of legislative processes, and one process with its stages."""

from collections.abc import Iterator

from crawlers.parsing import Finds, Matter, Request, Response, Source, Unreadable, reading
from crawlers.places import poland
from crawlers.record import Told, links, numbers, record, timeline
from crawlers.values import dates, fields
from crawlers.values.fields import Row, line, must, text
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_WORDS = Words("pl_sejm")


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
    known = [(name, _WORDS.status(name)) for name in (text(stage, "stageName") for stage in stages)]
    reached = [(name, status) for name, status in known if status is not Status.UNKNOWN]
    name, status = reached[-1] if reached else ("", Status.PASSED if row.get("passed") else Status.INTRODUCED)
    started = dates.iso(text(row, "processStartDate") or text(row, "documentDate"))
    return record(
        id=poland.bill(term, number),
        kind=Kind.BILL,
        instrument=text(row, "documentType"),
        title=text(row, "title"),
        summary=text(row, "description"),
        status=Status.ENACTED if law else status,
        source_status=name,
        status_as_of=dates.iso(text(row, "changeDate")[:10]),
        url=f"https://www.sejm.gov.pl/Sejm{term}.nsf/PrzebiegProc.xsp?nr={number}",
        published=started,
        events=timeline(_told(stages, started)),
        links=links(LinkKind.BECOMES, [poland.act(law)] if law else []),
        identifiers=numbers(("printed", f"druk {number}")),
    )


def _flat(stages: list[Row]) -> Iterator[Row]:
    for stage in stages:
        yield stage
        yield from _flat(fields.rows(stage, "children"))


def _told(stages: list[Row], started: str) -> Iterator[Told]:
    kinds = [_WORDS.event(text(stage, "stageName")) for stage in stages]
    if EventKind.INTRODUCED not in kinds:
        yield started, EventKind.INTRODUCED
    for stage, kind in zip(stages, kinds, strict=True):
        yield dates.iso(text(stage, "date")), kind, f"{line(stage, 'stageName')} {line(stage, 'decision')}".strip()

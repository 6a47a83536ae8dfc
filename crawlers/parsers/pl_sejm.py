"""Sejm API, Poland: lists of legislative processes, and one process with its stages."""

import logging
from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter
from crawlers.record import record
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates, fields
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_STAGES = (
    ("projekt wpłynął", EventKind.INTRODUCED, Status.INTRODUCED),
    ("skierowano", EventKind.REFERRED, Status.COMMITTEE),
    ("praca w komisjach", EventKind.MEETING, Status.COMMITTEE),
    ("i czytanie", EventKind.DEBATED, Status.COMMITTEE),
    ("sprawozdanie komisji", EventKind.REPORTED, Status.REPORTED),
    ("ii czytanie", EventKind.DEBATED, Status.REPORTED),
    ("iii czytanie", EventKind.VOTE, Status.PASSED_ONE_CHAMBER),
    ("głosowanie", EventKind.VOTE, Status.PASSED_ONE_CHAMBER),
    ("stanowisko senatu", EventKind.VOTE, Status.PASSED_ONE_CHAMBER),
    ("rozpatrywanie na forum sejmu stanowiska senatu", EventKind.VOTE, Status.PASSED_ONE_CHAMBER),
    ("ustawę przekazano prezydentowi", EventKind.PASSED, Status.PASSED),
    ("prezydent podpisał", EventKind.SIGNED, Status.ENACTED),
    ("weto", EventKind.VETOED, Status.VETOED),
    ("wniosek prezydenta", EventKind.VETOED, Status.VETOED),
    ("odrzucono", EventKind.REJECTED, Status.REJECTED),
    ("wycofan", EventKind.WITHDRAWN, Status.WITHDRAWN),
    ("zamknięcie sprawy", EventKind.OUTCOME, Status.UNKNOWN),
    ("uchwalono", EventKind.PASSED, Status.PASSED),
    ("opiniowanie", EventKind.OTHER, Status.UNKNOWN),
)
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    answer = reading.json(response.body)
    processes = answer if isinstance(answer, list) else [answer]
    if processes and not any(isinstance(row, dict) and "number" in row and "term" in row for row in processes):
        raise Unreadable("the JSON is no legislative process of the Sejm: it has no number and term")
    yield from fields.each(processes, _listed, response, source)


def _listed(row: dict[str, Any], response: Response, source: Source) -> Iterator[Found]:
    yield _process(row, response, source)
    if "stages" not in row:
        yield Request(url=f"https://api.sejm.gov.pl/sejm/term{row['term']}/processes/{row['number']}")


def _process(row: dict[str, Any], response: Response, source: Source) -> Matter:
    known = [
        (stage, *_known(stage["stageName"], source))
        for stage in _flat(row.get("stages") or [])
        if stage.get("stageName")
    ]
    reached = [(stage, status) for stage, _, status in known if status is not Status.UNKNOWN]
    status = reached[-1][1] if reached else Status.PASSED if row.get("passed") else Status.INTRODUCED
    started = dates.iso(row.get("processStartDate") or row.get("documentDate"))
    law = str(row.get("ELI") or "").lower()
    return record(
        response,
        source,
        f"pl_sejm/{VERSION}",
        id=ids.require(f"pl/sejm/{row['term']}/{ids.part(str(row['number']))}"),
        kind=Kind.BILL,
        instrument=row.get("documentType") or "",
        title=row["title"],
        summary=row.get("description") or "",
        status=Status.ENACTED if law else status,
        source_status=reached[-1][0]["stageName"] if reached else "",
        status_as_of=dates.iso((row.get("changeDate") or "")[:10]),
        url=f"https://www.sejm.gov.pl/Sejm{row['term']}.nsf/PrzebiegProc.xsp?nr={row['number']}",
        published=started,
        events=tuple(_events(known, started, response)),
        links=(Link(kind=LinkKind.BECOMES, target=f"pl/{law}"),) if law else (),
        identifiers=(Identifier(scheme="printed", value=f"druk {row['number']}"),),
    )


def _flat(stages: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for stage in fields.rows(stages):
        yield stage
        yield from _flat(stage.get("children") or [])


def _known(name: str, source: Source) -> tuple[EventKind, Status]:
    """By how the name of the stage begins, the longest of ours first."""
    fits = [row for row in _STAGES if name.lower().startswith(row[0]) or (len(row[0]) > 4 and row[0] in name.lower())]
    if not fits:
        _log.warning("%s: unknown stage %r", source.id, name)
        return EventKind.OTHER, Status.UNKNOWN
    _, kind, status = max(fits, key=lambda row: len(row[0]))
    return kind, status


def _events(known: list[tuple[dict[str, Any], EventKind, Status]], started: str, response: Response) -> Iterator[Event]:
    if started and not any(kind is EventKind.INTRODUCED for _, kind, _ in known):
        yield Event(date=started, kind=EventKind.INTRODUCED, snapshot=response.snapshot)
    for stage, kind, _ in known:
        if day := dates.iso(stage.get("date")):
            label = " ".join(f"{stage['stageName']} {stage.get('decision') or ''}".split())
            yield Event(date=day, kind=kind, label=label, snapshot=response.snapshot)

"""Recent docket entries of the federal courts, from the feeds of CM/ECF: each case with the entries of the day."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from crawlers.courts import docket, names
from crawlers.courts.case import case
from crawlers.courts.filings import Filing, filings
from crawlers.matter import Event
from crawlers.parsing import Finds, Matter, Response, Skipped, Source, ids, reading
from crawlers.vocabulary import EventKind, Status

VERSION = 2

# Names of entries by which a case ends before its court.
_ENDS = re.compile(
    r"(?i)\bcase termination\b|\bterminate (?:\w+ )?case\b|^(?:\w+ )?case closed\b|^close (?:\w+ )?case\b|\border dismissing case\b"
    r"|\border of (?:voluntary )?dismissal\b|^(?:clerk'?s )?judgment\b|\bjudgment filed\b|\bopinion (?:issued|filed)\b"
)


def parse(response: Response, source: Source) -> Finds:
    for filing in filings(reading.listed(response.body, "rss", "item")):
        yield _case(filing) if filing else Skipped("an item names neither a case nor a court")


def _case(filing: Filing) -> Matter:
    ended = bool(_ENDS.search(filing.entry.words))
    status, words, day = docket.standing([filing.entry])
    return case(
        f"{filing.court}/{ids.part(names.docket(filing.number))}",
        filing.number,
        title=filing.title,
        url=filing.entry.url,
        status=Status.DECIDED if ended else status,
        status_as_of=day,
        source_status=words,
        events=tuple(_events(filing, ended)) if filing.entry.day else (),
    )


def _events(filing: Filing, ended: bool) -> Iterator[Event]:
    """What the entry means; its hour is that of the court's place."""
    for event in docket.events([filing.entry]):
        when = filing.when._asdict() if event.date == filing.when.date else {}
        kind = EventKind.DECIDED if ended and when else event.kind
        yield replace(event, kind=kind, **when)

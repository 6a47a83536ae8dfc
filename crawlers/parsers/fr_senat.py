"""Sénat, France: the page of a legislative file (dossier législatif) with its timeline and its law."""

from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, reading
from crawlers.places import senat
from crawlers.record import links, numbers, record, timeline
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_STATES = {
    EventKind.INTRODUCED: Status.INTRODUCED,
    EventKind.REPORTED: Status.REPORTED,
    EventKind.VOTE: Status.PASSED_ONE_CHAMBER,
}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening in (b"{", b"["):
        reading.json(response.body)
        raise Unreadable("the JSON is what another program read from a page; the Sénat serves the page")
    page = senat.page(response)
    steps = timeline(page.steps)
    last = steps[-1] if steps else None
    reached = _STATES.get(last.kind, Status.UNKNOWN) if last else Status.UNKNOWN
    yield record(
        id=f"fr/senat/{page.signet}",
        aliases=(page.house,) if page.house else (),
        kind=Kind.BILL,
        title=page.long or page.title,
        title_native=page.title,
        status=Status.ENACTED if page.law else reached,
        status_as_of=page.promulgated if page.law else last.date if last else "",
        source_status=page.cited[:120] if page.law else last.label if last else "",
        url=f"https://www.senat.fr/dossier-legislatif/{page.signet}.html",
        published=steps[0].date if steps else "",
        events=steps,
        links=links(LinkKind.BECOMES, [page.law]),
        identifiers=numbers(("senat", page.signet)),
    )

"""Sénat, France: the page of a legislative file (dossier législatif) with its timeline and its law."""

from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, reading
from crawlers.places.fr import senat
from crawlers.record import links, numbers, record, timeline
from crawlers.vocabulary import Kind, LinkKind

VERSION = 2


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening in (b"{", b"["):
        reading.json(response.body)
        raise Unreadable("the JSON is what another program read from a page; the Sénat serves the page")
    page = senat.page(response)
    steps = timeline(page.steps)
    status, said, day = senat.standing(page, steps)
    yield record(
        id=f"fr/senat/{page.signet}",
        aliases=(page.house,) if page.house else (),
        kind=Kind.BILL,
        title=page.long or page.title,
        title_native=page.title,
        status=status,
        status_as_of=day,
        source_status=said,
        url=f"https://www.senat.fr/dossier-legislatif/{page.signet}.html",
        published=min((step.date for step in steps), default=""),
        events=steps,
        texts=tuple(page.texts),
        people=tuple(page.people),
        summary=page.purpose,
        links=links(LinkKind.BECOMES, [page.law]),
        identifiers=numbers(("senat", page.signet)),
    )

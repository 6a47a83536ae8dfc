"""Sénat, France: the page of a legislative file (dossier législatif) with its timeline and its law."""

from collections.abc import Iterator

from crawlers.parsing import Matter, Response, Source, Unreadable, dates, reading
from crawlers.places.fr import senat
from crawlers.record import links, numbers, record, timeline
from crawlers.vocabulary import EventKind, Kind, LinkKind

VERSION = 3

_KINDS = {"pjl": "projet de loi", "ppl": "proposition de loi", "ppr": "proposition de résolution"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    if response.opening in (b"{", b"["):
        reading.json(response.body)
        raise Unreadable("the JSON is what another program read from a page; the Sénat serves the page")
    page = senat.page(response)
    ruled = [(dates.first(page.ruled), EventKind.DECIDED, page.ruled)]
    told = [step for step in page.steps if not (page.ruled and str(step[-1]).startswith("C. Constit"))]
    steps = timeline([*told, *ruled, (page.published, EventKind.PUBLISHED, "Journal officiel")])
    status, said, day = senat.standing(page, steps)
    yield record(
        id=f"fr/senat/{page.signet}",
        aliases=(page.house,) if page.house else (),
        kind=Kind.BILL,
        instrument=_KINDS.get(page.signet[:3], ""),
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
        links=(*links(LinkKind.BECOMES, [page.law]), *links(LinkKind.RELATED, [senat.decision(page.ruled)])),
        identifiers=numbers(("senat", page.signet)),
    )

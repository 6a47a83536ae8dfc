"""Dockets of federal courts of appeals, as CM/ECF prints them (saved pages; the pages themselves cost money)."""

from crawlers.courts import appeals_page, docket, names
from crawlers.courts.case import case
from crawlers.parsing import Finds, Response, Source, ids, reading
from crawlers.record import links, numbers, timeline
from crawlers.vocabulary import EventKind, LinkKind, Status

VERSION = 2

_ADDRESS = (  # as the pages themselves link to each other; PACER asks for a login there
    "https://ecf.{page.court}.uscourts.gov/n/beam/servlet/TransportRoom"
    "?servlet=CaseSummary.jsp&caseNum={page.number}&incOrigDkt=Y&incDktEntries=Y"
)


def parse(response: Response, source: Source) -> Finds:
    page = appeals_page.from_page(reading.html(response.body))
    status, words, day = docket.standing(page.entries)
    framed = [(page.docketed, EventKind.DOCKETED, "Docketed"), (page.termed, EventKind.DECIDED, "Terminated")]
    lower = f"us/{page.origin}/{ids.part(page.lower)}" if page.origin and page.lower else ""
    yield case(
        f"{page.court}/{ids.part(names.docket(page.number))}",
        page.number,
        title=page.title,
        url=response.url if response.url.startswith("http") else _ADDRESS.format(page=page),
        status=Status.DECIDED if page.termed else status,
        status_as_of=page.termed or day or page.docketed,
        source_status=words,
        published=page.docketed,
        events=(*docket.events(page.entries), *timeline(framed)),
        links=links(LinkKind.FOLLOWS, [lower]),
        identifiers=numbers(("lower court docket", page.lower)),
    )

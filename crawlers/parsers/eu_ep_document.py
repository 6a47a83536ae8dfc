"""Documents of Parliament on its own pages: reports, motions for resolutions, adopted texts."""

from crawlers.eu import ep_page, parliament, plain
from crawlers.eu.parts import text
from crawlers.eu.structure import units
from crawlers.parsing import Finds, Response, Source, reading
from crawlers.record import events, links, numbers, record
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_KINDS = {"A": "report", "RC": "joint motion for a resolution", "B": "motion for a resolution", "TA": "adopted text"}


def parse(response: Response, source: Source) -> Finds:
    document = ep_page.document(reading.html(response.body), response)
    id, day, language = document.id, document.day, document.language
    adopted = id.startswith("eu/ep/TA-")
    yield record(
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=_KINDS.get(id.split("/")[2].partition("-")[0], "document"),
        title=document.title,
        url=f"https://www.europarl.europa.eu/doceo/document/{id.rpartition('/')[2]}_{language.upper()}.html",
        status=Status.PASSED if adopted else Status.REPORTED if id.startswith("eu/ep/A-") else Status.INTRODUCED,
        status_as_of=day,
        published=day,
        events=events((day, EventKind.ADOPTED if adopted else EventKind.INTRODUCED)),
        texts=text(units(plain.lines(document.lines), preamble=False), day, language, document.title, response),
        links=links(LinkKind.PART_OF, [parliament.procedure(" ".join(document.lines[:60]))]),
        identifiers=numbers(("printed", document.printed)),
    )

"""Documents of Parliament on its own pages: reports, motions for resolutions, adopted texts."""

from crawlers.eu.parliament import papers, procedures
from crawlers.eu.parts import text
from crawlers.parsing import Finds, Response, Source, Unreadable, dates, reading
from crawlers.record import events, links, numbers, people, record
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 2
_KINDS = {"A": "report", "RC": "joint motion for a resolution", "B": "motion for a resolution", "TA": "adopted text"}


def parse(response: Response, source: Source) -> Finds:
    """Title, number and language stand in the head of the page."""
    page = reading.html(response.body)
    named = {meta.get("name", ""): meta.get("content", "") for meta in page.iter("meta")}
    title, _, rest = reading.words(page.find(".//title")).partition(" | ")
    id, lines = (
        next(filter(None, map(procedures.document, (rest, response.url, response.name))), ""),
        papers.units(page),
    )
    if not id or not lines:
        raise Unreadable("the page is no document of Parliament: it has no document number or no text")
    day, language = dates.first(named.get("available", ""), "dmy"), named.get("language", "en")
    adopted = id.startswith("eu/ep/TA-")
    yield record(
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=_KINDS.get(id.split("/")[2].partition("-")[0], "document"),
        title=title,
        url=f"https://www.europarl.europa.eu/doceo/document/{id.rpartition('/')[2]}_{language.upper()}.html",
        status=Status.PASSED if adopted else Status.REPORTED if id.startswith("eu/ep/A-") else Status.INTRODUCED,
        status_as_of=day,
        published=day,
        events=events((day, EventKind.ADOPTED if adopted else EventKind.INTRODUCED)),
        texts=text(lines, day, language, title, response),
        links=links(
            LinkKind.PART_OF, [procedures.procedure(" ".join(one.text for unit in lines[:20] for one in unit.all()))]
        ),
        people=people("rapporteur", papers.rapporteurs(page)),
        identifiers=numbers(("printed", rest.partition(" | ")[0])),
    )

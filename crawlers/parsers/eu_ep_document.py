"""Documents of Parliament on its own pages: reports, motions for resolutions, adopted texts."""

import re
from collections.abc import Iterator

from crawlers.eu import parliament, plain
from crawlers.eu.parts import step, text
from crawlers.eu.structure import units
from crawlers.files import reading
from crawlers.matter import Link
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import numbers, record
from crawlers.texts import outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_KINDS = {"A": "report", "RC": "joint motion for a resolution", "B": "motion for a resolution", "TA": "adopted text"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    """Title, number and language stand in the head; what the frame of the site says is left out."""
    page = reading.html(response.body)
    named = {meta.get("name", ""): meta.get("content", "") for meta in page.iter("meta")}
    head, _, rest = reading.words(page.find(".//title")).partition(" | ")
    id = parliament.document(rest) or parliament.document(response.url) or parliament.document(response.name)
    if not id or not (lines := _lines(page)):
        raise Unreadable("the page is no document of Parliament: it has no document number or no text")
    adopted = id.startswith("eu/ep/TA-")
    day = next(iter(dates.inside(named.get("available", ""), "dmy")), "")
    language = named.get("language", "en")
    procedure = parliament.procedure(" ".join(lines[:60]))
    provisions = outline.provisions(units(plain.lines(lines), preamble=False))
    yield record(
        response,
        source,
        f"eu_ep_document/{VERSION}",
        language=language,
        id=id,
        kind=Kind.SIGNAL,
        instrument=_KINDS.get(id.split("/")[2].partition("-")[0], "document"),
        title=head,
        url=f"https://www.europarl.europa.eu/doceo/document/{id.rpartition('/')[2]}_{language.upper()}.html",
        status=Status.PASSED if adopted else Status.REPORTED if id.startswith("eu/ep/A-") else Status.INTRODUCED,
        status_as_of=day,
        published=day,
        events=step(day, EventKind.ADOPTED if adopted else EventKind.INTRODUCED, response),
        texts=text(provisions, day, language, head, response),
        links=(Link(kind=LinkKind.PART_OF, target=procedure),) if procedure else (),
        identifiers=numbers(("printed", rest.partition(" | ")[0])),
    )


def _lines(page: Element) -> list[str]:
    """Paragraphs set in the classes of documents, and the headings and rows between them."""
    found = []
    for line in page.iter("p", "h1", "h2", "h3", "h4"):
        inside = " ".join(part.get("class", "") for part in line.iter())
        words = reading.words(line)
        if "doceo-" in inside and re.search(r"\w", words):
            found.append(words)
    return found

"""Parliament's Legislative Observatory: procedure files and summaries, as HTML."""

import logging
from collections.abc import Iterator

from lxml import etree

from crawlers.eu import parliament
from crawlers.files import reading
from crawlers.matter import Event, Link, Matter, Person
from crawlers.record import numbers, record
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
_ROLES = {"rapporteur": "rapporteur", "shadow rapporteur": "shadow rapporteur"}
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    if b"<procedureList" in response.head or b"<rss" in response.head:
        yield from _listing(response)
        return
    page = reading.html(response.body)
    headings = {
        name: reading.words(line)
        for line in page.iter("h1", "h2")
        for name in line.get("class", "").split()
        if name.startswith("es_title-h")
    }
    reference = headings.get("es_title-h1", "")
    if parliament.procedure(reference):
        yield _procedure(page, reference, headings.get("es_title-h2", ""), response, source)
    elif any("es_product-title" in line.get("class", "") for line in page.iter("h1")):
        yield _summary(page, response, source)
    else:
        raise Unreadable("the page is neither a procedure file nor a summary of the Legislative Observatory")


def _listing(response: Response) -> Iterator[Request]:
    """Search results as XML or RSS: each line leads to a procedure file."""
    root = reading.xml(response.body)
    for link in root.iter("link"):
        if "procedure-file" in reading.words(link):
            yield Request(url=reading.words(link))


def _procedure(page: etree._Element, reference: str, title: str, response: Response, source: Source) -> Matter:
    first = next(
        (line for line in page.iter("h2") if "es_title-h2" in line.get("class", "") and reading.words(line)), None
    )
    own = parliament.procedure(reference)
    law = parliament.legislative(own)
    steps = list(_steps(page, response))
    proposal = next((number for _, words in steps if (number := parliament.proposal(words))), "") if law else ""
    said = _field(page, "Status")
    return record(
        response,
        source,
        f"eu_oeil/{VERSION}",
        language="en",
        id=proposal or own,
        aliases=(own, *parliament.names(own)) if proposal else parliament.names(own),
        provisional=law and not proposal,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=f"proposal for a {_field(page, 'Legislative instrument').lower()}".removesuffix(" a ")
        if law
        else own[-3:],
        title=reading.words(first) or title,
        url=parliament.file(own),
        status=_status(said, law, steps),
        status_as_of=max((event.date for event, _ in steps), default=""),
        source_status=said,
        published=min((event.date for event, _ in steps), default=""),
        events=tuple(event for event, _ in steps),
        links=tuple(_links(page, law)),
        people=tuple(sorted(set(_people(page)), key=lambda person: (person.role, person.name))),
        identifiers=numbers(("procedure", parliament.printed(own))),
    )


def _status(said: str, law: bool, steps: list[tuple[Event, str]]) -> Status:
    known = parliament.lasting(parliament.STAGES, said)
    if known:
        return Status.PASSED if known == Status.ENACTED and not law else Status(known)
    if said:
        _log.warning("a stage of the Legislative Observatory that is not mapped: %r", said)
        return Status.UNKNOWN
    return Status.INTRODUCED if steps else Status.UNKNOWN


def _steps(page: etree._Element, response: Response) -> Iterator[tuple[Event, str]]:
    """Key events and forecasts: date, what, reference; what we know no word for keeps the source's."""
    for row in _rows(page, "Event"):
        day, what = dates.iso(row[0], "dmy") if row[0] else "", row[1] if len(row) > 1 else ""
        if not day or not what:
            continue
        kind = parliament.lasting(parliament.STEPS, what)
        yield (
            Event(date=day, kind=EventKind(kind) if kind else EventKind.OTHER, label=what, snapshot=response.snapshot),
            " ".join(row[2:]),
        )


def _rows(page: etree._Element, heading: str) -> Iterator[list[str]]:
    """Rows of every table with a column of that name, running heads left out."""
    for table in page.iter("table"):
        heads = [reading.words(cell) for cell in table.iter("th")]
        if heading in heads:
            for row in table.iter("tr"):
                cells = [reading.words(cell) for cell in row if cell.tag in {"td", "th"}]
                if cells and cells != heads[: len(cells)]:
                    yield cells


def _field(page: etree._Element, name: str) -> str:
    """What stands beside a label, in a table of two columns or in the block under it."""
    for row in page.iter("tr"):
        cells = [reading.words(cell) for cell in row if cell.tag in {"td", "th"}]
        if len(cells) == 2 and cells[0] == name:
            return cells[1]
    for label in page.iter("p", "strong", "span", "dt", "div"):
        if reading.words(label) == name:
            following = label.getnext()
            return reading.words(following)
    return ""


def _people(page: etree._Element) -> Iterator[Person]:
    """Rapporteurs by their links; the role is that of the column or of the words just before."""
    for table in page.iter("table"):
        heads = [reading.words(cell).lower() for cell in table.iter("th")]
        if any(head.startswith("rapporteur") for head in heads):
            for row in table.iter("tr"):
                role = "shadow rapporteur" if "shadow" in reading.words(row).lower() else "rapporteur"
                for link in row.iter("a"):
                    if "/meps/" in link.get("href", "") and (name := reading.words(link).partition(" (")[0]):
                        yield Person(name=name, role=role)


def _links(page: etree._Element, law: bool) -> Iterator[Link]:
    """The act that a completed procedure became."""
    for link in page.iter("a"):
        address = link.get("href", "")
        if law and "eur-lex" in address and (found := _celex(address)):
            yield Link(kind=LinkKind.BECOMES, target=f"eu/celex/{found}")
            return


def _celex(address: str) -> str:
    from crawlers.eu import numbers

    number = numbers.celex(address)
    return number if number.startswith("3") else ""


def _summary(page: etree._Element, response: Response, source: Source) -> Matter:
    """A summary belongs to its procedure: its words become that matter's."""
    main = page.find(".//main")
    content = main if main is not None else page
    own = parliament.procedure(reading.words(content))
    if not own:
        raise Unreadable("the summary names no procedure")
    title = next((reading.words(line) for line in content.iter("h1")), "")
    words = [reading.words(line) for line in content.iter("p") if len(reading.words(line)) > 40]
    day = next(iter(dates.inside(reading.words(content)[:400], "dmy")), "")
    law = parliament.legislative(own)
    return record(
        response,
        source,
        f"eu_oeil/{VERSION}",
        language="en",
        id=own,
        aliases=parliament.names(own),
        provisional=law,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=own[-3:],
        title=title,
        url=parliament.file(own),
        status=Status.PASSED if not law and title.startswith("Resolution") else Status.INTRODUCED,
        published=day,
        summary="\n".join(words),
    )

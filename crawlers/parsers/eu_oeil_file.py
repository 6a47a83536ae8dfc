"""The procedure files of the Legislative Observatory, as HTML."""

import logging
from collections.abc import Iterator

from crawlers.eu import parliament
from crawlers.files import reading
from crawlers.matter import Event, Link, Person
from crawlers.parsing import Element, Matter, Response, Source
from crawlers.record import numbers, record
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_log = logging.getLogger(__name__)


def procedure(page: Element, reference: str, title: str, response: Response, source: Source) -> Matter:
    heads = (reading.words(line) for line in page.iter("h2") if "es_title-h2" in line.get("class", ""))
    own = parliament.procedure(reference)
    law = parliament.legislative(own)
    steps = list(_steps(page, response))
    proposal = next((number for _, words in steps if (number := parliament.proposal(words))), "") if law else ""
    said = _field(page, "Status")
    form = f"proposal for a {_field(page, 'Legislative instrument').lower()}".removesuffix(" a ")
    return record(
        response,
        source,
        f"eu_oeil_file/{VERSION}",
        language="en",
        id=proposal or own,
        aliases=(own, *parliament.names(own)) if proposal else parliament.names(own),
        provisional=law and not proposal,
        kind=Kind.BILL if law else Kind.SIGNAL,
        instrument=form if law else own[-3:],
        title=next(filter(None, heads), title),
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


def _steps(page: Element, response: Response) -> Iterator[tuple[Event, str]]:
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


def _rows(page: Element, heading: str) -> Iterator[list[str]]:
    """Rows of every table with a column of that name, running heads left out."""
    for table in page.iter("table"):
        heads = [reading.words(cell) for cell in table.iter("th")]
        if heading in heads:
            for row in table.iter("tr"):
                cells = [reading.words(cell) for cell in row if cell.tag in {"td", "th"}]
                if cells and cells != heads[: len(cells)]:
                    yield cells


def _field(page: Element, name: str) -> str:
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


def _people(page: Element) -> Iterator[Person]:
    """Rapporteurs by their links; the role is that of the column or of the words just before."""
    for table in page.iter("table"):
        heads = [reading.words(cell).lower() for cell in table.iter("th")]
        if any(head.startswith("rapporteur") for head in heads):
            for row in table.iter("tr"):
                role = "shadow rapporteur" if "shadow" in reading.words(row).lower() else "rapporteur"
                for link in row.iter("a"):
                    if "/meps/" in link.get("href", "") and (name := reading.words(link).partition(" (")[0]):
                        yield Person(name=name, role=role)


def _links(page: Element, law: bool) -> Iterator[Link]:
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

"""Assemblée nationale, France: files, amendments and votes as pages."""

import re

from crawlers.parsing import Matter, Response, Unreadable, dates
from crawlers.places.fr import assemblee, assemblee_steps
from crawlers.places.fr.assemblee import Page
from crawlers.record import events, links, numbers, record, timeline, worded
from crawlers.texts import prose
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status


def page(response: Response) -> Matter:
    page = assemblee.page(response)
    if page.vote:
        return _vote(page)
    if page.amended:
        return _amendment(page)
    if not page.bills or "Assemblée nationale" not in page.title:
        raise Unreadable("the page is no file, amendment or vote of the Assemblée: it names no bill")
    return _file(page)


def _file(page: Page) -> Matter:
    term, number = min(page.bills, key=lambda bill: bill[1])
    (title, day), lines = page.laid(int(number)), assemblee_steps.own(page.lines)
    status, said, since = assemblee_steps.standing(lines)
    happened = timeline(assemblee_steps.told(lines))
    return record(
        id=f"fr/an/l{term}b{int(number):04}",
        kind=Kind.BILL,
        title=title or page.title.removeprefix("Assemblée nationale - "),
        status=Status.ENACTED if page.law else status,
        status_as_of=since,
        source_status=said,
        published=min((event.date for event in happened if event.kind is EventKind.INTRODUCED), default=day),
        events=happened or events((day, EventKind.INTRODUCED)),
        people=tuple(dict.fromkeys(assemblee_steps.rapporteurs(lines))),
        links=links(LinkKind.BECOMES, [f"fr/loi/{page.law}"] if page.law else []),
        identifiers=numbers(("printed", f"AN {int(number)}")),
    )


def _amendment(page: Page) -> Matter:
    """An amendment is an event of the bill it amends, with its fate."""
    number, term = page.amended, page.term
    day = next((day for line in page.lines[:10] for day in dates.inside(line)), "")
    name = next((line.partition(" - (N°")[0] for line in page.lines if f"(N° {number})" in line), "")
    return record(
        id=f"fr/an/l{term}b{int(number):04}" if term else f"fr/an/b{int(number):04}",
        provisional=not term,
        kind=Kind.BILL,
        title=name.capitalize(),
        events=events((day, EventKind.AMENDED, page.fate)),
        identifiers=numbers(("printed", f"AN {number}")),
    )


def _vote(page: Page) -> Matter:
    subject = next((line for line in page.lines if line.startswith("Scrutin public")), f"Scrutin n° {page.vote}")
    day = next((dates.iso(m[0], "dmy") for line in page.lines for m in [re.search(r"\d\d/\d\d/\d{4}", line)] if m), "")
    return record(
        id=f"fr/an/scrutin/{page.term or 'x'}/{page.vote}",
        kind=Kind.SIGNAL,
        instrument="vote",
        title=subject,
        published=day,
        events=events((day, EventKind.VOTE, ", ".join(page.outcome))),
        texts=worded("fr", day, prose.from_lines(page.counts), "text/html"),
    )

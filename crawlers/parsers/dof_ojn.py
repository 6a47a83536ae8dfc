"""Orden Jurídico Nacional, Mexico: record cards of laws, and lists of laws, as pages."""

from collections.abc import Iterator

from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import ojn
from crawlers.record import events, numbers, record
from crawlers.values import dates
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_WORDS = Words("dof_ojn")


def read(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    if card := ojn.card(root, response):
        yield _card(card, response, source)
        return
    laws = list(ojn.listed(root, response))
    if not laws:
        raise Unreadable("the page is no note of the DOF, no record card and no list of laws")
    for law in laws:
        yield _law(law, response, source)


def _card(card: ojn.Card, response: Response, source: Source) -> Matter:
    day, form = dates.iso(card.facts.get("Fecha de Publicación")), card.facts.get("Tipo", "")
    return record(
        response,
        source,
        f"dof_ojn/{VERSION}",
        id=f"mx/ojn/{card.place}",
        provisional=not card.named,
        url=card.url,
        kind=Kind.REGULATION if form == "Reglamento" else Kind.ACT,
        instrument=form,
        title=card.title,
        status=_WORDS.status(card.facts["Estatus"], source),
        source_status=card.facts["Estatus"],
        published=day,
        events=events(response, (day, EventKind.PUBLISHED)),
        identifiers=numbers(("scope", card.facts.get("Ámbito", ""))),
    )


def _law(law: ojn.Listed, response: Response, source: Source) -> Matter:
    return record(
        response,
        source,
        f"dof_ojn/{VERSION}",
        id=f"mx/ojn/{law.place}",
        provisional=not law.named,
        kind=Kind.REGULATION if law.title.startswith("Reglamento") else Kind.ACT,
        title=law.title,
        status=Status.IN_FORCE,
        status_as_of=law.changed,
        url=law.url,
        published=law.published,
        events=events(response, (law.published, EventKind.PUBLISHED), (law.changed, EventKind.AMENDED)),
    )

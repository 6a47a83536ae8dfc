"""Orden Jurídico Nacional, Mexico: record cards of laws, and lists of laws, as pages."""

from collections.abc import Iterator

from crawlers.parsing import Element, Matter, Response, Unreadable
from crawlers.places import ojn
from crawlers.record import events, numbers, record
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

_WORDS = Words("dof_ojn")


def read(root: Element, response: Response) -> Iterator[Matter]:
    card = ojn.card(root, response)
    laws = [card] if card else list(ojn.listed(root, response))
    if not laws:
        raise Unreadable("the page is no note of the DOF, no record card and no list of laws")
    for law in laws:
        yield _law(law)


def _law(law: ojn.Law) -> Matter:
    return record(
        id=f"mx/ojn/{law.place}",
        provisional=not law.named,
        kind=Kind.REGULATION if (law.form or law.title).startswith("Reglamento") else Kind.ACT,
        instrument=law.form,
        title=law.title,
        status=_WORDS.status(law.state) if law.state else Status.IN_FORCE,  # lists are of laws in force
        status_as_of=law.changed,
        source_status=law.state,
        url=law.url,
        events=events((law.published, EventKind.PUBLISHED), (law.changed, EventKind.AMENDED)),
        identifiers=numbers(("scope", law.scope)),
    )

"""Searches, lenses and collections that readers follow: the matters each holds in a week, all asked at once."""

from collections.abc import Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from crawlers.sources import watched
from crawlers.vocabulary import Duty, Topic
from dashboard.digest.build import Week
from dashboard.digest.news import Taste
from dashboard.kept import Kept
from dashboard.mail.subscriptions import Wishes
from dashboard.words.tongue import later
from index.lenses import lenses
from index.phrase import Told, phrase
from index.private import Private
from index.query import Query
from index.records import Records
from index.saved import listed, matching


def tastes(records: Records, private: Private, week: Week, wishes: Sequence[Wishes], today: date) -> list[Taste]:
    """Each reader's taste with the matters that these find; a name that is gone finds nothing.

    Of a collection only the matters are read: notes, positions and who leads never leave it.
    """
    names = sorted({name for one in wishes for name in _names(one)})
    asked = _queries(private)
    known = [name for name in names if name in asked]
    found = dict(zip(known, _found(records, week, [asked[name] for name in known], today), strict=True))
    every = found | _collected(private)
    return [_widened(one, every) for one in wishes]


KINDS = {
    "place": later("Place"),
    "topic": later("Topic"),
    "duty": later("Duty"),
    "search": later("Search"),
    "lens": later("Lens"),
    "collection": later("Collection"),
}


def known(private: Private, wishes: Wishes) -> None:
    """Raises Fault for a place, topic, duty, search, lens or collection that is not there."""
    taste, there = wishes.taste, {*_queries(private), *_collected(private)}
    named = [(one, *one.split(":", 1)) for one in _names(wishes)]
    strange = [
        *(("place", one) for one in taste.places if one not in watched().jurisdictions),
        *(("topic", one) for one in taste.topics if one not in {*Topic}),
        *(("duty", one) for one in taste.duties if one not in {*Duty}),
        *((kind, name) for one, kind, name in named if one not in there),
    ]
    for kind, name in strange:
        raise Told(phrase("{kind}: there is no {name}", kind=phrase(KINDS[kind]), name=repr(name[:80])))


def _names(wishes: Wishes) -> list[str]:
    return [
        *(f"search:{name}" for name in wishes.searches),
        *(f"lens:{name}" for name in wishes.lenses),
        *(f"collection:{name}" for name in wishes.collections),
    ]


def _queries(private: Private) -> dict[str, Query]:
    saved = {f"search:{one.name}": one.asked for one in listed(private)}
    return saved | {f"lens:{lens.id}": lens.asked() for lens in lenses()}


def _found(records: Records, week: Week, asked: list[Query], today: date) -> list[set[str]]:
    ids = sorted({one.matter for one in week.news} | {one.matter for one in week.windows})
    return matching(records.some(ids), asked, today) if asked else []


def _collected(private: Private) -> dict[str, set[str]]:
    """Ids of the matters in each collection."""
    held: dict[str, set[str]] = {}
    for leaf in private.shelf("item"):
        name, _, id = msgspec.json.decode(leaf.body, type=Kept).subject.rpartition("#")
        held.setdefault(f"collection:{name}", set()).add(id)
    return held


def _widened(wishes: Wishes, found: dict[str, set[str]]) -> Taste:
    names = _names(wishes)
    matters = sorted({id for name in names for id in found.get(name, ())})
    called = tuple(name.partition(":")[2] for name in names)
    return replace(wishes.taste, matters=(*wishes.taste.matters, *matters), narrow=bool(names), names=called)

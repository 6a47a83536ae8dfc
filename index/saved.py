"""Saved searches: run against each new batch, by what we learned, each fact told once."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

import msgspec

from crawlers.matter import Matter, Struct
from crawlers.values import instants
from index import query, units
from index.changes import Change, Sort, What
from index.engines.memory import Memory
from index.phrase import Told, phrase
from index.private import Leaf, Private
from index.queries.meaning import understand
from index.query import Query
from index.records import Records
from index.search import Search

SHELF = "search"
TOLD = "told"
# units matched at once; more of them are matched in turn, so that memory stays flat
BATCH = 2_000


class Saved(Struct, frozen=True, kw_only=True):
    """A search with a name. `since` is the instant from which changes are told; `asked` its query, already read."""

    name: str
    asked: Query
    since: str = ""
    owner: str = ""


class Alert(Struct, frozen=True, kw_only=True):
    """A change of a matter that a saved search finds; `into_scope` says that the matter was outside it before."""

    search: str
    change: Change
    into_scope: bool = False


class Preview(NamedTuple):
    """What a search would have told: matters in all, and changes learned in the last 90 days, newest first."""

    matters: int
    changes: tuple[Change, ...]
    a_week: float


def save(private: Private, name: str, text: str, since: str, owner: str = "") -> Saved:
    """Raises BadQuery for what cannot be run on either engine."""
    if not name.strip():
        raise Told(phrase("a saved search needs a name; give it one that you will know in a mail"))
    saved = Saved(name=name.strip(), asked=query.read(text), since=since, owner=owner)
    private.keep(Leaf(shelf=SHELF, name=saved.name, body=msgspec.json.encode(saved).decode(), owner=owner))
    return saved


def listed(private: Private, owner: str = "") -> list[Saved]:
    return [msgspec.json.decode(leaf.body, type=Saved) for leaf in private.shelf(SHELF, owner)]


def preview(records: Records, search: Search, asked: Query, today: date) -> Preview:
    """Before saving: how much it holds, and what it would have told in 90 days."""
    found = search.find(asked, 0)
    since = (today - timedelta(days=90)).isoformat()
    changes = [change for change in records.changes(since) if change.sort is not Sort.CLERICAL]
    wanted = matching(records.some(sorted({change.matter for change in changes})), [asked], today)[0]
    kept = tuple(change for change in reversed(changes) if change.matter in wanted)
    return Preview(found.total, kept, round(len(kept) / 90 * 7, 1))


def matching(matters: Iterable[Matter], searches: Sequence[Query], today: date) -> list[set[str]]:
    """For each search the ids it finds among the matters, in memory; whatever engine holds the rest.

    Words are AND-ed and never left out: an alert answers what was asked.
    """
    asks = [understand(asked).plain() for asked in searches]
    found: list[set[str]] = [set() for _ in asks]
    made = (unit for matter in matters for unit in units.units(matter, today))
    while batch := list(islice(made, BATCH)):
        held = Memory(batch)
        for ids, ask in zip(found, asks, strict=True):
            ids.update(held.matters(ask))
    return found


def alerts(records: Records, private: Private, today: date, until: str = "", owner: str = "") -> list[Alert]:
    """What the owner's searches find among the changes not told yet; clerical changes are never told.

    A matter is matched as it is now, and as it was before the change, so that one amended into scope is found.
    """
    searches = listed(private, owner)
    if not searches:
        return []
    since = min(saved.since for saved in searches)
    changes = [change for change in records.changes(since, until) if change.sort is not Sort.CLERICAL]
    ids = sorted({change.matter for change in changes})
    asked = [saved.asked for saved in searches]
    now = matching(records.some(ids), asked, today)
    before = matching(_before(records, changes), asked, today)
    found: list[Alert] = []
    for saved, held, had in zip(searches, now, before, strict=True):
        told = {leaf.body for leaf in private.shelf(f"{TOLD}:{saved.name}", owner)}
        found += _fresh(saved, [change for change in changes if change.matter in held], had, told)
    return found


def _before(records: Records, changes: Iterable[Change]) -> Iterator[Matter]:
    """Each matter as it was before the first of its changes."""
    first: dict[str, str] = {}
    for change in changes:
        first.setdefault(change.matter, change.learned)
    for id, learned in first.items():
        matter = records.get(id, instants.plus(learned, -1))
        if matter is not None:
            yield matter


def _fresh(saved: Saved, changes: Iterable[Change], had: set[str], told: set[str]) -> Iterator[Alert]:
    for change in changes:
        if change.learned >= saved.since and change.key not in told:
            told.add(change.key)
            into = change.matter not in had and change.what is not What.NEW
            yield Alert(search=saved.name, change=change, into_scope=into)


def told(private: Private, alerts: Iterable[Alert], owner: str = "") -> None:
    """Remember that these were told; the same fact learned again stays silent."""
    for alert in alerts:
        key = alert.change.key
        private.keep(Leaf(shelf=f"{TOLD}:{alert.search}", name=key, body=key, owner=owner))

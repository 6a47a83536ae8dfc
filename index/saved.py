"""Saved searches: run against each new batch, by what we learned; the ledger of the mail tells each fact once."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import NamedTuple

import msgspec

from crawlers.matter import Matter, Struct
from index import units
from index.changes import Change, Sort
from index.engines.memory import Memory
from index.phrase import Told, phrase
from index.private import Leaf, Private
from index.queries.meaning import exactly
from index.query import Query
from index.records import Records
from index.search import Search

SHELF = "search"
# units matched at once; more of them are matched in turn, so that memory stays flat
BATCH = 2_000


class Saved(Struct, frozen=True, kw_only=True):
    """A search with a name. `since` is the instant at which it was saved; `asked` its query, already read."""

    name: str
    asked: Query
    since: str = ""
    owner: str = ""


class Preview(NamedTuple):
    """What a search would have told: matters in all, and changes learned in the last 90 days, newest first."""

    matters: int
    changes: tuple[Change, ...]


def save(private: Private, search: Search, name: str, text: str, since: str, owner: str = "") -> Saved:
    """Raises BadQuery for what cannot be run on either engine."""
    if not name.strip():
        raise Told(phrase("a saved search needs a name; give it one that you will know in a mail"))
    saved = Saved(name=name.strip(), asked=search.read(text), since=since, owner=owner)
    private.keep(Leaf(shelf=SHELF, name=saved.name, body=msgspec.json.encode(saved).decode(), owner=owner))
    return saved


def listed(private: Private, owner: str = "") -> list[Saved]:
    return [msgspec.json.decode(leaf.body, type=Saved) for leaf in private.shelf(SHELF, owner)]


def preview(records: Records, search: Search, asked: Query, today: date) -> Preview:
    """Before saving: how much it holds, and what it would have told in 90 days."""
    since = (today - timedelta(days=90)).isoformat()
    changes = [change for change in records.changes(since) if change.sort is not Sort.CLERICAL]
    wanted = matching(records.some(sorted({change.matter for change in changes})), [asked], today)[0]
    kept = tuple(change for change in reversed(changes) if change.matter in wanted)
    return Preview(search.total(asked), kept)


def matching(matters: Iterable[Matter], searches: Sequence[Query], today: date) -> list[set[str]]:
    """For each search the ids it finds among the matters, in memory; whatever engine holds the rest.

    Words are AND-ed and never left out: an alert answers what was asked.
    """
    asks = [exactly(asked) for asked in searches]
    found: list[set[str]] = [set() for _ in asks]
    made = (unit for matter in matters for unit in units.units(matter, today))
    while batch := list(islice(made, BATCH)):
        held = Memory(batch)
        for ids, ask in zip(found, asks, strict=True):
            ids.update(held.matters(ask))
    return found

"""What both engines can do: keep units, count groups, read hits in order."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from crawlers.fault import Fault
from index.engines.counting import Counted
from index.engines.facets import Listed
from index.queries.plan import Ask, Every, Span
from index.summary import Summary
from index.unit import MOST, Shown, Unit

# part of every index's name: another number, another index, filled anew
SCHEMA = 13
KEYWORDS = (
    *("id", "jurisdiction", "kind", "status", "topic", "source", "person", "language", "duty", "bearer", "modality"),
    *("cites", "row", "name", "place", "group"),
)
STREAMS = ("words", "exact", "also")
NUMBERS = ("day", "relevance", "rank", "number")
# the number that scores are weighed by
WORTH = "worth"
# hits read at first for each matter of a page
HITS = 3


@cache
def schema_hash() -> str:
    """Other fields, names, ideas or words make another index, which is then rebuilt from the records."""
    folder = Path(__file__).parent.parent
    described = repr((SCHEMA, KEYWORDS, STREAMS, NUMBERS)).encode()
    files = (folder / name for name in ("queries/names.yaml", "queries/concepts.yaml", "words.yaml"))
    return hashlib.sha256(b"".join((described, *(file.read_bytes() for file in files)))).hexdigest()[:8]


class NoEngine(Fault):
    """The search engine cannot be reached or used; the sentence says what to do."""


class NoIndex(NoEngine):
    """There is no index, or one that is damaged: filling another from the records mends it."""


class Busy(NoEngine):
    """Another process writes the index; what it holds can be read meanwhile."""


class Hit(NamedTuple):
    """The unit of a matter that answers first: the matter's rank, the unit's score, and where the engine finds it."""

    rank: int
    score: float
    address: Any


def firsts(hits: Iterable[Hit]) -> list[Hit]:
    """The first hit of each matter, in their order."""
    found: dict[int, Hit] = {}
    for hit in hits:
        found.setdefault(hit.rank, hit)
    return list(found.values())


class Read(NamedTuple):
    """Hits in their order, and how many units answer, where all that do were read."""

    hits: list[Hit]
    units: int | None


class Buckets(NamedTuple):
    """The groups that answer, by number or as they are spelled, and how many units they have together."""

    groups: list[Any]
    units: int


def in_parts(count: Callable[[Ask], Buckets | None], ask: Ask, low: int = 0, high: int = MOST) -> Buckets:
    """What `count` finds among the groups with these numbers; what one answer cannot hold is asked for in halves."""
    found = count(ask if (low, high) == (0, MOST) else Every((ask,), only=(Span("number", low, high),)))
    if found is not None:
        return found
    middle = (low + high) // 2
    first, second = in_parts(count, ask, low, middle), in_parts(count, ask, middle + 1, high)
    return Buckets(first.groups + second.groups, first.units + second.units)


class Snapshot(Protocol):
    """One state of the index; questions to it agree with each other."""

    def groups(self, ask: Ask) -> Counted:
        """How many units and matters answer."""

    def listed(self, ask: Ask) -> Listed:
        """The same where it is asked which matters they are."""

    def best(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        """The first matters by relevance behind those that are skipped, each with the unit that answers best."""

    def page(self, ask: Ask, limit: int, skip: int = 0) -> Read:
        """As `best`, and how many units answer: who reads all of them to find the best has counted them."""

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        """The first matters by rank, newest or oldest first, each with one of its units."""

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        """What the hits show, in their order."""


class Filling(Protocol):
    """An index being written. Nothing is seen by readers before `commit`."""

    name: str

    def drop(self, matter: str) -> None: ...

    def add(self, unit: Unit) -> None: ...

    def sum_up(self, summary: Summary) -> None:
        """Of the units of a matter that were added."""

    def commit(self, position: str) -> None:
        """`position` says up to where the records are in the index; it is kept with what was written."""

    def close(self) -> None: ...


class Engine(Protocol):
    """One of the two. Safe to share between threads.

    `shared`: several machines may write it, and it keeps none of them from writing while another does.
    """

    shared: bool

    def snapshot(self) -> Snapshot: ...

    def position(self) -> str:
        """The position of the last commit; empty when there is no usable index."""

    def update(self) -> Filling:
        """Write on into the index that readers read."""

    def fresh(self) -> Filling:
        """Write a new index beside the old one."""

    def swap(self, name: str) -> None:
        """Readers read the named index from now on."""

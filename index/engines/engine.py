"""What both engines can do: keep units, count groups, read hits in order."""

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from crawlers.fault import Fault
from index.plan import Ask
from index.units import Shown, Unit, number_of

# part of every index's name: another number, another index, filled anew
SCHEMA = 4
KEYWORDS = (
    *("id", "jurisdiction", "kind", "status", "topic", "source", "person", "language", "duty", "bearer", "modality"),
    *("name", "place", "group"),
)
# groups kept in memory, about 150 bytes each
MOST_GROUPS = 1 << 19
STREAMS = ("words", "exact", "also")
NUMBERS = ("day", "relevance", "rank", "number")


@cache
def schema_hash() -> str:
    """Other fields, names or words make another index, which is then rebuilt from the records."""
    folder = Path(__file__).parent.parent
    described = repr((SCHEMA, KEYWORDS, STREAMS, NUMBERS)).encode()
    files = (folder / name for name in ("names.yaml", "words.yaml"))
    return hashlib.sha256(b"".join((described, *(file.read_bytes() for file in files)))).hexdigest()[:8]


class NoEngine(Fault):
    """The search engine cannot be reached or used; the sentence says what to do."""


class Busy(NoEngine):
    """Another process writes the index; what it holds can be read meanwhile."""


class Hit(NamedTuple):
    """A unit that answers: its matter's rank, its score, and where the engine finds it."""

    rank: int
    score: float
    address: Any


class Snapshot(Protocol):
    """One state of the index; questions to it agree with each other."""

    def groups(self, ask: Ask) -> dict[str, int]:
        """How many units of each group answer."""

    def best(self, ask: Ask, limit: int) -> list[Hit]:
        """The first hits by relevance."""

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        """The first hits by rank, newest or oldest first."""

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        """What the hits show, in their order."""


class Filling(Protocol):
    """An index being written. Nothing is seen by readers before `commit`."""

    name: str

    def drop(self, matter: str) -> None: ...

    def add(self, unit: Unit) -> None: ...

    def commit(self, position: str) -> None:
        """`position` says up to where the records are in the index; it is kept with what was written."""

    def close(self) -> None: ...


class Engine(Protocol):
    """One of the two. Safe to share between threads."""

    def snapshot(self) -> Snapshot: ...

    def position(self) -> str:
        """The position of the last commit; empty when there is no usable index."""

    def update(self) -> Filling:
        """Write on into the index that readers read."""

    def fresh(self) -> Filling:
        """Write a new index beside the old one."""

    def swap(self, name: str) -> None:
        """Readers read the named index from now on."""


class Groups:
    """Groups by their numbers, as far as they were met; safe to share between threads, since a number never changes."""

    def __init__(self) -> None:
        self.known: dict[int, str] = {}

    def spelled(self, counted: dict[int, int]) -> dict[str, int] | None:
        """Nothing when one of the numbers was never met: ask for the groups themselves and `learn` them."""
        known = self.known
        try:
            return {known[number]: count for number, count in counted.items()}
        except KeyError:
            return None

    def learn(self, groups: Iterable[str]) -> None:
        if len(self.known) > MOST_GROUPS:
            self.known = {}
        self.known.update((number_of(group), group) for group in groups)

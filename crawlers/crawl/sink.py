"""Where a crawl puts what it finds, and what it tells while it runs."""

from collections.abc import Sequence
from typing import Protocol

from crawlers.crawl.verdict import Run
from crawlers.matter import Matter, Struct
from crawlers.sources import Source


class Progress(Struct, frozen=True, kw_only=True):
    """How far a source is. `state`: asking | waiting | done. `queued` are requests known and not yet made;
    `limit` is how many this run may make (0: no limit). `note` is one sentence where there is something to say.
    """

    source: str
    name: str
    hosts: tuple[str, ...]
    state: str
    at: str
    requests: int = 0
    queued: int = 0
    limit: int = 0
    fetched: int = 0
    new: int = 0
    changed: int = 0
    note: str = ""
    verdict: str = ""


class Counts(Protocol):
    """What became of a batch."""

    @property
    def new(self) -> int: ...

    @property
    def changed(self) -> int: ...


class Sink(Protocol):
    """Called in the process and thread of the crawl, never twice at once."""

    def store(self, source: Source, matters: Sequence[Matter], replaced: frozenset[str]) -> Counts:
        """Keep a batch for good: when this returns, the crawl forgets it.

        Each id comes once in a batch. The same batch may come again after a kill; it must then change nothing.
        `replaced` are snapshots that the same addresses gave before: what rests on them alone, and is not said
        again, no longer holds (see crawlers.joining.restate).
        """
        ...

    def tell(self, progress: Progress) -> None:
        """At the beginning and end of a source, and about twice a second while it runs."""
        ...

    def finish(self, source: Source, run: Run) -> None:
        """The source's run is over and judged; to be kept with the history."""
        ...

"""One page of matters out of hits: grouped by reading on until enough matters are full, over either engine."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from crawlers.fault import Fault
from index.engines.engine import Hit, Snapshot
from index.plan import Ask, Every, Span, Terms

# hits read at first for each matter of a page, and at least: long laws have many that answer, and reading again costs more
HITS, LEAST = 3, 400
_BESIDE = ThreadPoolExecutor(8, "search")


class Wanted(NamedTuple):
    """A page: how many matters, behind which, in which order."""

    limit: int
    after: str
    sort: str

    @property
    def skip(self) -> int:
        """How many matters are before it, or the rank of the last of them. Raises Fault."""
        if self.after and not self.after.isdigit():
            raise Fault(f"{self.after!r} is not a page of this list; begin at its first page")
        return int(self.after or 0)


class Reading:
    """Hits of a question; the first of them are read in a thread beside, since the engines let others work meanwhile."""

    def __init__(self, snapshot: Snapshot, ask: Ask, wanted: Wanted) -> None:
        self.snapshot, self.ask = snapshot, ask
        self.count = max(LEAST, HITS * (wanted.skip + wanted.limit))
        self.first = _BESIDE.submit(snapshot.best, ask, self.count) if wanted.limit > 0 else None

    def hits(self, count: int) -> list[Hit]:
        return self.first.result() if self.first and count == self.count else self.snapshot.best(self.ask, count)


def page(snapshot: Snapshot, ask: Ask, wanted: Wanted, total: int, begun: Reading | None) -> tuple[list[Hit], str]:
    """One hit a matter of all `total`, and the token of the next page: how many matters to skip, or the last rank.

    `begun` is what was read ahead, when the same was asked.
    """
    if wanted.limit <= 0 or not total:
        return [], ""
    if wanted.sort == "relevance":
        return _by_relevance(begun if begun and begun.ask == ask else Reading(snapshot, ask, wanted), wanted, total)
    return _by_day(snapshot, ask, wanted, total)


def _by_relevance(reading: Reading, wanted: Wanted, total: int) -> tuple[list[Hit], str]:
    skip = wanted.skip
    last = min(skip + wanted.limit, total)
    page = first_of_each(reading.hits, last, reading.count)[skip:last]
    return page, str(last) if page and last < total else ""


def _by_day(snapshot: Snapshot, ask: Ask, wanted: Wanted, total: int) -> tuple[list[Hit], str]:
    last, newest = wanted.skip, wanted.sort == "newest"
    if last:
        bounds = Span("rank", 0, last - 1) if newest else Span("rank", last + 1, (1 << 63) - 1)
        ask = Every((ask,), only=(bounds,))
    firsts = first_of_each(lambda count: snapshot.ranked(ask, count, newest), min(wanted.limit + 1, total))
    page = firsts[: wanted.limit]
    return _best_passages(snapshot, ask, page), str(page[-1].rank) if len(firsts) > wanted.limit else ""


def _best_passages(snapshot: Snapshot, ask: Ask, page: Sequence[Hit]) -> list[Hit]:
    """In the order of the page, each matter with the passage that answers best."""
    if not page:
        return []
    ids = tuple(sorted({shown.matter for shown in snapshot.shown(page)}))
    firsts = first_of_each(lambda count: snapshot.best(Every((ask,), only=(Terms("id", ids),)), count), len(page))
    best = {hit.rank: hit for hit in firsts}
    return [best.get(hit.rank, hit) for hit in page]


def first_of_each(read: Callable[[int], list[Hit]], wanted: int, count: int = 0) -> list[Hit]:
    """The first hit of each matter, read on until enough matters are full or there is nothing more."""
    count = count or max(LEAST, HITS * wanted)
    while True:
        hits = read(count)
        firsts: dict[int, Hit] = {}
        for hit in hits:
            firsts.setdefault(hit.rank, hit)
        if len(firsts) >= wanted or len(hits) < count:
            return list(firsts.values())
        count *= 5

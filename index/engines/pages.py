"""One page of matters, each with the passage that answers best, by relevance or by day, over either engine."""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from index.engines.engine import Hit, Read, Snapshot
from index.phrase import Told, phrase
from index.queries.plan import Ask, Every, Span, Terms

_BESIDE = ThreadPoolExecutor(8, "search")
_NUMBER = re.compile(r"[0-9]{1,19}")
# matters that may be skipped by relevance, and the highest rank of one
DEEPEST, HIGHEST = 500_000, (1 << 63) - 1


class Wanted(NamedTuple):
    """A page: how many matters, behind which, in which order; `first` are before all others."""

    limit: int
    after: str
    sort: str
    first: tuple[str, ...] = ()

    @property
    def skip(self) -> int:
        """How many matters are before it, or the rank of the last of them. Raises Fault."""
        number = int(self.after) if _NUMBER.fullmatch(self.after) else -1
        if self.after and not 0 <= number <= (DEEPEST if self.sort == "relevance" else HIGHEST):
            raise Told(
                phrase("{words} is not a page of this list; begin at its first page", words=repr(self.after[:40]))
            )
        return max(0, number)


class Page(NamedTuple):
    """A hit a matter, the token of the next page (how many matters to skip, or the last rank), and of how many units, if they were counted."""

    hits: list[Hit]
    next: str = ""
    units: int | None = None


class Reading:
    """A page by relevance, read in a thread beside, since the engines let others work meanwhile."""

    def __init__(self, snapshot: Snapshot, ask: Ask, wanted: Wanted) -> None:
        self.ask = ask
        self.page = _BESIDE.submit(snapshot.page, ask, wanted.limit, wanted.skip) if wanted.limit > 0 else None

    def read(self) -> Read:
        return self.page.result() if self.page else Read([], None)


def page(snapshot: Snapshot, ask: Ask, wanted: Wanted, total: int, begun: Reading | None) -> Page:
    """Of all `total` matters. `begun` is what was read ahead, when the same was asked."""
    if wanted.limit <= 0 or not total:
        return Page([], units=None if total else 0)
    if wanted.first:
        return _behind_these(snapshot, ask, wanted, total)
    if wanted.sort == "relevance":
        return _by_relevance(begun if begun and begun.ask == ask else Reading(snapshot, ask, wanted), wanted, total)
    return _by_day(snapshot, ask, wanted, total)


def _by_relevance(reading: Reading, wanted: Wanted, total: int) -> Page:
    last = min(wanted.skip + wanted.limit, total)
    hits, units = reading.read()
    return Page(hits, str(last) if hits and last < total else "", units)


def _behind_these(snapshot: Snapshot, ask: Ask, wanted: Wanted, total: int) -> Page:
    """The matters of `first`, all of which answer, in their order; behind them the others by relevance."""
    last = min(wanted.skip + wanted.limit, total)
    here = wanted.first[wanted.skip : last]
    found = snapshot.best(Every((ask,), only=(Terms("id", here),)), len(here)) if here else []
    of = {shown.matter: hit for hit, shown in zip(found, snapshot.shown(found), strict=True)}
    rest = last - wanted.skip - len(here)
    others = Every((ask,), without=(Terms("id", wanted.first),))
    more = snapshot.best(others, rest, max(0, wanted.skip - len(wanted.first))) if rest > 0 else []
    return Page([*(of[id] for id in here), *more], str(last) if last < total else "")


def _by_day(snapshot: Snapshot, ask: Ask, wanted: Wanted, total: int) -> Page:
    last, newest = wanted.skip, wanted.sort == "newest"
    if last:
        bounds = Span("rank", 0, last - 1) if newest else Span("rank", last + 1, HIGHEST)
        ask = Every((ask,), only=(bounds,))
    firsts = snapshot.ranked(ask, min(wanted.limit + 1, total), newest)
    page = firsts[: wanted.limit]
    return Page(_best_passages(snapshot, ask, page), str(page[-1].rank) if len(firsts) > wanted.limit else "")


def _best_passages(snapshot: Snapshot, ask: Ask, page: Sequence[Hit]) -> list[Hit]:
    """In the order of the page, each matter with the passage that answers best."""
    if not page:
        return []
    ids = tuple(sorted({shown.matter for shown in snapshot.shown(page)}))
    best = {hit.rank: hit for hit in snapshot.best(Every((ask,), only=(Terms("id", ids),)), len(page))}
    return [best.get(hit.rank, hit) for hit in page]

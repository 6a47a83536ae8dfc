"""One page of matters out of hits: grouped by reading on until enough matters are full, over either engine."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from crawlers.fault import Fault
from index.engines.engine import Hit, Snapshot
from index.plan import Ask, Every, Span, Terms


class Wanted(NamedTuple):
    """A page: how many matters, behind which, in which order, and how many there are on all pages."""

    limit: int
    after: str
    sort: str
    total: int


def page(snapshot: Snapshot, ask: Ask, wanted: Wanted) -> tuple[list[Hit], str]:
    """One hit a matter, and the token of the next page: how many matters to skip, or the last rank."""
    if wanted.limit <= 0 or not wanted.total:
        return [], ""
    number = _number(wanted.after)
    return (
        _by_relevance(snapshot, ask, wanted, number)
        if wanted.sort == "relevance"
        else _by_day(snapshot, ask, wanted, number)
    )


def _number(after: str) -> int:
    if after and not after.isdigit():
        raise Fault(f"{after!r} is not a page of this list; begin at its first page")
    return int(after or 0)


def _by_relevance(snapshot: Snapshot, ask: Ask, wanted: Wanted, skip: int) -> tuple[list[Hit], str]:
    last = min(skip + wanted.limit, wanted.total)
    page = first_of_each(lambda count: snapshot.best(ask, count), last)[skip:last]
    return page, str(last) if page and last < wanted.total else ""


def _by_day(snapshot: Snapshot, ask: Ask, wanted: Wanted, last: int) -> tuple[list[Hit], str]:
    newest = wanted.sort == "newest"
    if last:
        bounds = Span("rank", 0, last - 1) if newest else Span("rank", last + 1, (1 << 63) - 1)
        ask = Every((ask,), only=(bounds,))
    firsts = first_of_each(lambda count: snapshot.ranked(ask, count, newest), min(wanted.limit + 1, wanted.total))
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


def first_of_each(read: Callable[[int], list[Hit]], wanted: int) -> list[Hit]:
    """The first hit of each matter, read on until enough matters are full or there is nothing more."""
    count = 3 * wanted
    while True:
        hits = read(count)
        firsts: dict[int, Hit] = {}
        for hit in hits:
            firsts.setdefault(hit.rank, hit)
        if len(firsts) >= wanted or len(hits) < count:
            return list(firsts.values())
        count *= 5

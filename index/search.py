"""The door to search: `open_search` gives one thing to ask, whichever engine is behind it. Safe between threads."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from crawlers import settings
from crawlers.fault import Fault
from crawlers.matter import Matter
from index import facets, highlight, query, units
from index.engines.engine import Engine, Filling, Hit, Snapshot
from index.meaning import understand
from index.plan import Ask, Every, Span, Terms
from index.query import Query
from index.relax import Settled, settle

SORTS = ("relevance", "newest", "oldest")
# units written between two commits
BATCH = 20_000


class FoundMatter(msgspec.Struct, frozen=True, omit_defaults=True):
    """One matter with its best passage; `marks` are places in `snippet`."""

    matter: str
    provision: str
    title: str
    jurisdiction: str
    date: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    language: str = ""
    text: str = ""


class Found(msgspec.Struct, frozen=True):
    """One page of an answer. `total` and facet counts are matters.

    `relaxed`: words left out because nothing has them all; `corrected`: words read in another spelling, as typed and
    as read; `tags`: duties and topics that the words were understood as. `next` asks for the following page.
    """

    total: int
    provisions: int
    relaxed: tuple[str, ...]
    hits: tuple[FoundMatter, ...]
    facets: dict[str, dict[str, int]]
    corrected: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    next: str = ""


class Search:
    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def find(self, asked: Query | str, limit: int = 20, after: str = "", sort: str = "relevance") -> Found:
        """Raises BadQuery, and NoEngine when there is no index. `after` is the `next` of the page before."""
        asked = query.read(asked) if isinstance(asked, str) else asked
        if sort not in SORTS:
            raise Fault(f"there is no order {sort!r}; write one of {', '.join(SORTS)}")
        snapshot = self.engine.snapshot()
        meant = understand(asked)
        settled = settle(snapshot, meant)
        total = len(facets.matters(settled.groups))
        hits, following = _page(snapshot, settled.ask, Wanted(limit, after, sort, total))
        return Found(
            total=total,
            provisions=sum(settled.groups.values()),
            relaxed=settled.relaxed,
            hits=tuple(_found(shown, asked, settled) for shown in snapshot.shown(hits)),
            facets=facets.count(settled.groups),
            corrected=settled.corrected,
            tags=tuple(tag.tag for tag in meant.tags),
            next=following,
        )

    def position(self) -> str:
        """Up to where the records are in the index; empty when it must be rebuilt."""
        return self.engine.position()

    def update(self, matters: Iterable[Matter], today: date, position: str = "", gone: Iterable[str] = ()) -> int:
        """Put matters in the place of what the index held of them; `gone` leave it. Returns how many units it wrote."""
        filling = self.engine.update()
        try:
            for id in gone:
                filling.drop(id)
            written = _fill(filling, matters, today, drop=True)
            filling.commit(position or self.engine.position())
        finally:
            filling.close()
        return written

    def rebuild(
        self, matters: Iterable[Matter], today: date, position: str = "0", told: Callable[[int], None] = lambda _: None
    ) -> int:
        """Fill a new index and put it in the place of the old one; readers read the old one until then."""
        filling = self.engine.fresh()
        try:
            written = _fill(filling, matters, today, drop=False, told=told)
            filling.commit(position)
        finally:
            filling.close()
        self.engine.swap(filling.name)
        return written


def open_search(url: str = "") -> Search:
    """Empty: AMICUS_SEARCH, or the embedded engine in AMICUS_HOME. An http address: an Elasticsearch cluster."""
    url = url or settings.setting("AMICUS_SEARCH")
    if url.startswith(("http://", "https://")):
        from index.engines.elastic import Elastic

        return Search(Elastic(url, settings.setting("AMICUS_SEARCH_KEY"), settings.setting("AMICUS_SEARCH_CA")))
    from pathlib import Path

    from index.engines.embedded import Embedded

    return Search(Embedded(Path(url) if url else settings.home() / "search"))


def _fill(
    filling: Filling, matters: Iterable[Matter], today: date, drop: bool, told: Callable[[int], None] = lambda _: None
) -> int:
    written = 0
    for matter in matters:
        if drop:
            filling.drop(matter.id)
        for unit in units.units(matter, today):
            filling.add(unit)
            written += 1
        told(written)
    return written


def _found(shown: units.Shown, asked: Query, settled: Settled) -> FoundMatter:
    piece = highlight.snippet(shown.body, shown.language, asked.root, [typed for typed, _ in settled.corrected])
    return FoundMatter(
        matter=shown.matter,
        provision=shown.provision,
        title=shown.title,
        jurisdiction=shown.jurisdiction,
        date=shown.date,
        snippet=piece.text,
        marks=piece.marks,
        language=shown.language,
        text=shown.text,
    )


class Wanted(NamedTuple):
    """A page: how many matters, behind which, in which order, and how many there are on all pages."""

    limit: int
    after: str
    sort: str
    total: int


def _page(snapshot: Snapshot, ask: Ask, wanted: Wanted) -> tuple[list[Hit], str]:
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
    page = _firsts(lambda count: snapshot.best(ask, count), last)[skip:last]
    return page, str(last) if page and last < wanted.total else ""


def _by_day(snapshot: Snapshot, ask: Ask, wanted: Wanted, last: int) -> tuple[list[Hit], str]:
    newest = wanted.sort == "newest"
    if last:
        bounds = Span("rank", 0, last - 1) if newest else Span("rank", last + 1, (1 << 63) - 1)
        ask = Every((ask,), only=(bounds,))
    firsts = _firsts(lambda count: snapshot.ranked(ask, count, newest), min(wanted.limit + 1, wanted.total))
    page = firsts[: wanted.limit]
    return _best_passages(snapshot, ask, page), str(page[-1].rank) if len(firsts) > wanted.limit else ""


def _best_passages(snapshot: Snapshot, ask: Ask, page: Sequence[Hit]) -> list[Hit]:
    """In the order of the page, each matter with the passage that answers best."""
    if not page:
        return []
    ids = tuple(sorted({shown.matter for shown in snapshot.shown(page)}))
    firsts = _firsts(lambda count: snapshot.best(Every((ask,), only=(Terms("id", ids),)), count), len(page))
    best = {hit.rank: hit for hit in firsts}
    return [best.get(hit.rank, hit) for hit in page]


def _firsts(read: Callable[[int], list[Hit]], wanted: int) -> list[Hit]:
    """The first hit of each matter, read on until enough matters are full or there is nothing more."""
    count = 10 * wanted
    while True:
        hits = read(count)
        firsts = list({hit.rank: hit for hit in reversed(hits)}.values())[::-1]
        if len(firsts) >= wanted or len(hits) < count:
            return firsts
        count *= 5

"""The door to search: `open_search` gives one thing to ask, whichever engine is behind it. Safe between threads."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from crawlers import settings
from crawlers.fault import Fault
from crawlers.matter import Matter
from crawlers.sources import watched
from index import highlight, query, units
from index.engines.engine import Engine, Filling, NoIndex, Snapshot
from index.engines.pages import Reading, Wanted, page
from index.queries.fields import no_source
from index.queries.meaning import exactly, understand
from index.queries.plan import Terms
from index.queries.relax import Settled, settle
from index.queries.translations import Told
from index.query import Is, Query
from index.summary import summaries
from index.unit import Shown

SORTS = ("relevance", "newest", "oldest")
Answer = TypeVar("Answer")


class FoundMatter(msgspec.Struct, frozen=True, omit_defaults=True):
    """One matter with its best passage; `marks` are places in `snippet`, `lacks` words of the query that it is without."""

    matter: str
    provision: str
    title: str
    jurisdiction: str
    date: str
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()
    language: str = ""
    text: str = ""
    lacks: tuple[str, ...] = ()


class Found(msgspec.Struct, frozen=True):
    """One page of an answer. `total` and facet counts are matters.

    `relaxed`: words that the best of those matters do without which do not have them all (only `whole` have); `corrected`: words read in another
    spelling, as typed and as read; `translated`: words also looked for in other languages, with what they may be there;
    `tags`: duties and topics that the words were understood as. `next` asks for the following page.
    """

    total: int
    provisions: int
    relaxed: tuple[str, ...]
    hits: tuple[FoundMatter, ...]
    facets: dict[str, dict[str, int]]
    corrected: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()
    next: str = ""
    whole: int = 0
    translated: Told = ()


class Search:
    """`mend` fills the index anew where there is none, or a damaged one, in the middle of being asked."""

    def __init__(self, engine: Engine, mend: Callable[["Search"], object] | None = None) -> None:
        self.engine, self.mend = engine, mend

    def read(self, asked: Query | str) -> Query:
        """Raises BadQuery, also for a source that is neither watched nor one of which something is held from before."""
        asked = query.read(asked) if isinstance(asked, str) else asked
        for part in query.leaves(asked.root):
            if isinstance(part, Is) and part.field == "source" and not self._knows(part.value):
                raise no_source(part.value, part.at)
        return asked

    def _knows(self, source: str) -> bool:
        if source in watched().sources:
            return True
        return self._mended(lambda snapshot: snapshot.groups(Terms("source", (source,))).total) > 0

    def find(
        self, asked: Query | str, limit: int = 20, after: str = "", sort: str = "relevance", first: Sequence[str] = ()
    ) -> Found:
        """Raises BadQuery, and NoEngine when there is no index. `after` is the `next` of the page before.

        The matters of `first` that answer stand before all others, in its order.
        """
        asked = self.read(asked)
        if sort not in SORTS:
            raise Fault(f"there is no order {sort!r}; write one of {', '.join(SORTS)}")
        wanted = Wanted(limit, after, sort)
        return self._mended(lambda snapshot: _answer(snapshot, asked, wanted, first))

    def total(self, asked: Query | str) -> int:
        """How many matters `find` finds, without asking how many provisions they have that answer. Raises BadQuery."""
        asked = self.read(asked)
        return self._mended(lambda snapshot: settle(snapshot, asked, understand(asked)).counted.total)

    def matters(self, asked: Query | str) -> set[str]:
        """Ids of all matters that answer what was asked, no word left out or read otherwise. Raises BadQuery."""
        asked = self.read(asked)
        return self._mended(lambda snapshot: snapshot.listed(exactly(asked)).matters())

    def _mended(self, ask: Callable[[Snapshot], Answer]) -> Answer:
        try:
            return ask(self.engine.snapshot())
        except NoIndex:
            if self.mend is None:
                raise
            self.mend(self)
            return ask(self.engine.snapshot())

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
            self.engine.swap(filling.name)
        finally:
            filling.close()
        return written


def _answer(snapshot: Snapshot, asked: Query, wanted: Wanted, first: Sequence[str]) -> Found:
    meant = understand(asked)
    begun = Reading(snapshot, meant.ask(), wanted) if wanted.sort == "relevance" and not first else None
    settled = settle(snapshot, asked, meant)
    if first:
        answering = settled.counted.matters()
        wanted = wanted._replace(first=tuple(id for id in first if id in answering))
    total = settled.counted.total
    shown = page(snapshot, settled.ask, wanted, total, begun)
    return Found(
        total=total,
        provisions=settled.counted.units if shown.units is None else shown.units,
        relaxed=settled.relaxed,
        hits=tuple(_found(one, asked, settled) for one in snapshot.shown(shown.hits)),
        facets=settled.counted.facets(),
        corrected=settled.corrected,
        tags=tuple(tag.tag for tag in meant.tags),
        next=shown.next,
        whole=settled.whole,
        translated=settled.translated,
    )


def open_search(url: str = "") -> Search:
    """Empty: AMICUS_SEARCH, or the embedded engine in AMICUS_HOME. An http address: an Elasticsearch cluster."""
    url = url or settings.setting("AMICUS_SEARCH")
    if url.startswith(("http://", "https://")):
        from index.engines.cluster import Cluster
        from index.engines.elastic import Elastic

        cluster = Cluster(url, settings.setting("AMICUS_SEARCH_KEY"), settings.setting("AMICUS_SEARCH_CA"))
        return Search(Elastic(cluster))
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
        made = list(units.units(matter, today))
        for unit in made:
            filling.add(unit)
        for summary in summaries(made):
            filling.sum_up(summary)
        written += len(made)
        told(written)
    return written


def plainly(shown: Shown) -> FoundMatter:
    """A hit without a query: the passage from its beginning, nothing marked."""
    return _matter(shown, highlight.snippet(_words(shown), shown.language, None))


def _found(shown: Shown, asked: Query, settled: Settled) -> FoundMatter:
    found = _matter(shown, highlight.snippet(_words(shown), shown.language, asked.root, dict(settled.corrected)))
    return msgspec.structs.replace(found, lacks=settled.lacking.get(shown.matter, ()))


def _words(shown: Shown) -> str:
    """Of a provision as they stand; title and facts of a matter, which are lines there, parted by points."""
    return shown.body if shown.provision else shown.body.replace("\n", " · ")


def _matter(shown: Shown, piece: highlight.Snippet) -> FoundMatter:
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

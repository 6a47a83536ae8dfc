"""Reading the embedded index: one state of it, whatever is written meanwhile."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import tantivy
from tantivy import Order

from index.engines.counting import COUNTERS, Counted, Sums, counted
from index.engines.disk import reading
from index.engines.documents import read_shown
from index.engines.embedded_asks import translate
from index.engines.engine import HITS, WORTH, Buckets, Hit, Read, firsts, in_parts
from index.engines.facets import Groups, Listed
from index.engines.promising import Frequencies, Promising, first_promising
from index.engines.pruned import pruned
from index.engines.raised import FACT
from index.queries.plan import Ask, Nothing
from index.queries.unscored import unscored
from index.summary import ANY, MATTER
from index.unit import FACETS, Shown

# buckets of one answer, beyond which tantivy gives none
GROUPS = 65_000
# facts of all summaries, each once; units, by a number that each has
COUNTED = {"facts": {"terms": {"field": FACT, "size": GROUPS, "segment_size": GROUPS}}}
UNITS = {"units": {"value_count": {"field": "rank"}}}
# what facts are about
KNOWN = {ANY, MATTER, *FACETS}
# hits read at first, at least: long laws have many that answer, and reading again costs more
LEAST = 400
# of so many times fewer units than in a cluster those that cannot be among the first are passed over: nobody is called
SOONER = 3


class EmbeddedSnapshot:
    def __init__(self, searcher: tantivy.Searcher, summaries: tantivy.Searcher, known: Groups) -> None:
        self.searcher, self.summaries, self.known = searcher, summaries, known

    @reading()
    def groups(self, ask: Ask) -> Counted:
        return counted(self, self._pruned(ask))

    def _pruned(self, ask: Ask) -> Ask:
        return pruned(ask, self.searcher.doc_freq)

    def summed(self, summaries: Ask, rest: Ask) -> Sums:
        told = self.summaries.aggregate(translate(summaries), COUNTED)
        facts = Counter({str(one["key"]): int(one["doc_count"]) for one in told["facts"]["buckets"]})
        if not {fact.partition(":")[0] for fact in facts} <= KNOWN:
            raise ValueError("corrupt facts of matters")
        return Sums(facts, self.many(rest))

    def many(self, ask: Ask) -> int:
        return 0 if isinstance(ask, Nothing) else int(self.searcher.aggregate(translate(ask), UNITS)["units"]["value"])

    @reading()
    def listed(self, ask: Ask) -> Listed:
        known = self.known.counted(*self._counted(ask, "number"))
        return known or self.known.learn(*self._counted(ask, "group"))

    def _counted(self, ask: Ask, field: str) -> Buckets:
        terms = {"groups": {"terms": {"field": field, "size": GROUPS, "segment_size": GROUPS}}}

        def part(asked: Ask) -> Buckets | None:
            try:
                answer = self.searcher.aggregate(translate(asked), terms)
            except ValueError as error:
                if "bucket limit" in str(error):
                    return None
                raise
            told = answer["groups"]["buckets"]
            return Buckets([one["key"] for one in told], sum(one["doc_count"] for one in told))

        return in_parts(part, unscored(ask))

    @reading()
    def best(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        ask = self._pruned(ask)
        return self._first(ask, self._promising(ask), limit, skip).hits

    @reading()
    def page(self, ask: Ask, limit: int, skip: int = 0) -> Read:
        ask = self._pruned(ask)
        promising = self._promising(ask)
        counted = COUNTERS.submit(self.many, unscored(ask)) if promising else None
        found = self._first(ask, promising, limit, skip)
        return found._replace(units=counted.result()) if counted else found

    def _promising(self, ask: Ask) -> list[Promising]:
        return Frequencies(self.searcher.doc_freq, SOONER).promising(ask)

    def _first(self, ask: Ask, promising: Sequence[Promising], limit: int, skip: int) -> Read:
        wanted = skip + limit
        near = max(LEAST, HITS * wanted)
        found = first_promising(promising, wanted, lambda part: self._scored(translate(part), near).hits)
        if found is not None:
            return Read(found[skip:wanted], None)
        asked = translate(ask)
        hits, units = first_of_each(lambda count: self._scored(asked, count), wanted)
        return Read(hits[skip:wanted], units)

    def _scored(self, asked: tantivy.Query, count: int) -> Read:
        found: Any = self.searcher.search(asked, count, count=True, weight_by_field=WORTH)
        ranks = self.searcher.fast_field_values("rank", [address for _, address in found.hits])
        rows = zip(found.hits, ranks, strict=True)
        return Read([Hit(int(rank or 0), score, address) for (score, address), rank in rows], found.count)

    @reading()
    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        asked, order = translate(ask), Order.Desc if newest else Order.Asc

        def read(count: int) -> Read:
            found = self.searcher.search(asked, count, count=False, order_by_field="rank", order=order).hits
            return Read([Hit(rank, 0.0, address) for rank, address in found], None)

        return first_of_each(read, limit).hits[:limit]

    @reading()
    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        return [read_shown(self.searcher.doc(hit.address)) for hit in hits]


def first_of_each(read: Callable[[int], Read], wanted: int) -> Read:
    """The first hit of each matter, read on until enough matters are full or there is nothing more."""
    count = max(LEAST, HITS * wanted)
    while True:
        hits, units = read(count)
        found = firsts(hits)
        if len(found) >= wanted or len(hits) < count:
            return Read(found, units)
        count *= 5

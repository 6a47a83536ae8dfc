"""Reading an index of Elasticsearch, by its own name, so that a swap in between changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
from elasticsearch import NotFoundError

from crawlers.vocabulary import Kind
from index.engines.cluster import Cluster, Counting, TooMany
from index.engines.counting import COUNTERS, Counted, Sums, counted
from index.engines.elastic_asks import WINDOW, Json, translate, weighed
from index.engines.elastic_filling import of_summaries
from index.engines.engine import Buckets, Hit, NoIndex, Read, in_parts
from index.engines.facets import Groups, Listed
from index.engines.promising import Frequencies, Promising, first_promising, tokens
from index.engines.raised import FACT
from index.engines.recent_counts import RecentCounts, Token
from index.queries.plan import Ask, Nothing, Some
from index.queries.unscored import unscored
from index.summary import ANY
from index.unit import Shown

# matters on the pages that are looked at first
NEAR = 100
# groups by their numbers, as if they were instants: such buckets are made twice as fast as those of terms
NUMBERED = {"date_histogram": {"field": "number", "fixed_interval": "1ms", "min_doc_count": 1}}
FACTS = {"facts": {"terms": {"field": FACT, "size": WINDOW}}}
KINDS = [("kind", kind) for kind in Kind]
SPELLED = {"terms": {"field": "group", "size": WINDOW}}


class ElasticSnapshot:
    def __init__(self, cluster: Cluster, name: str, known: Groups, told: RecentCounts) -> None:
        self.cluster, self.name, self.known, self.told = cluster, name, known, told

    def groups(self, ask: Ask) -> Counted:
        return counted(self, ask)

    def summed(self, summaries: Ask, rest: Ask) -> Sums:
        """Both are asked at once: what has facts is a summary."""
        plainly, beside = rest == Nothing(), of_summaries(self.name)
        asked = translate(summaries if plainly else Some((summaries, rest)))
        where = beside if plainly else f"{beside},{self.name}"
        answer: Counting = self._search(index=where, query=asked, size=0, aggs=FACTS, track_total_hits=not plainly).body
        facts = Counter({str(one.key): one.doc_count for one in answer.aggregations["facts"].buckets})
        return Sums(facts, 0 if plainly else answer.hits.total.value - facts[ANY])

    def many(self, ask: Ask) -> int:
        return int(self._search(query=translate(ask), size=0, track_total_hits=True)["hits"]["total"]["value"])

    def listed(self, ask: Ask) -> Listed:
        known = self.known.counted(*self._counted(ask, NUMBERED))
        return known or self.known.learn(*self._counted(ask, SPELLED))

    def _counted(self, ask: Ask, by: Json) -> Buckets:
        def part(asked: Ask) -> Buckets | None:
            try:
                answer: Counting = self._search(query=translate(asked), size=0, aggs={"groups": by}).body
            except TooMany:
                return None
            groups = answer.aggregations["groups"].buckets
            return Buckets([group.key for group in groups], sum(group.doc_count for group in groups))

        return in_parts(part, unscored(ask))

    def best(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        return self._first(ask, self._promising(ask, skip + limit), limit, skip).hits

    def page(self, ask: Ask, limit: int, skip: int = 0) -> Read:
        promising = self._promising(ask, skip + limit)
        counted = COUNTERS.submit(self.many, unscored(ask)) if promising else None
        found = self._first(ask, promising, limit, skip)
        return found._replace(units=counted.result()) if counted else found

    def _promising(self, ask: Ask, wanted: int) -> list[Promising]:
        return Frequencies(self.held(ask)).promising(ask) if wanted <= NEAR else []

    def _first(self, ask: Ask, promising: Sequence[Promising], limit: int, skip: int) -> Read:
        """All units are read, or those that have something rare: one of each matter comes back."""
        wanted = skip + limit
        found = first_promising(promising, wanted, lambda part: self._weighed(part, wanted).hits)
        return self._weighed(ask, limit, skip) if found is None else Read(found[skip:wanted], None)

    def _weighed(self, ask: Ask, limit: int, skip: int = 0) -> Read:
        return self._apart(weighed(translate(ask)), limit, from_=skip, track_total_hits=True)

    def held(self, ask: Ask) -> Callable[[str, str], int]:
        """How many units have a token, as scores count them; all that the question has is asked at once."""

        @cache
        def told() -> Mapping[Token, int]:
            return self.told.of(self.name, (*KINDS, *tokens(ask)), self._frequencies)

        return lambda field, value: told().get((field, value), 0)

    def _frequencies(self, wanted: Sequence[Token]) -> dict[Token, int]:
        document: dict[str, list[str]] = {}
        for field, value in wanted:
            document.setdefault(field, []).append(value)
        with self._asking():
            answer: Any = self.cluster.client.termvectors(
                index=self.name, doc=document, fields=list(document), term_statistics=True
            )
        fields = answer["term_vectors"]
        terms = {field: fields[field]["terms"] for field in fields}
        return {(field, value): terms.get(field, {}).get(value, {}).get("doc_freq", 0) for field, value in wanted}

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        return self._apart(translate(ask), limit, sort=[{"rank": "desc" if newest else "asc"}]).hits

    def _apart(self, asked: Json, limit: int, **more: Any) -> Read:
        """What is shown comes with the hits: to ask for the ids alone takes longer, since they are stored beside it."""
        more |= {"query": asked, "size": min(limit, WINDOW), "collapse": {"field": "rank"}}
        found = self._search(**more)["hits"]
        return Read([_hit(hit) for hit in found["hits"]], found["total"]["value"] if "total" in found else None)

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        return [msgspec.convert(hit.address, Shown) for hit in hits]

    def _search(self, **asked: Any) -> Any:
        with self._asking():
            return self.cluster.client.search(**{"index": self.name, "track_total_hits": False, **asked})

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            with self.cluster.asking():
                yield
        except NotFoundError as error:
            raise NoIndex("the search index is gone; run `amicus rebuild`") from error


def _hit(hit: dict[str, Any]) -> Hit:
    return Hit(hit["fields"]["rank"][0], hit["_score"] or 0.0, hit["_source"]["shown"])

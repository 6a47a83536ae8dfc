"""Reading an index of Elasticsearch, by its own name, so that a swap in between changes nothing."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import msgspec
from elasticsearch import NotFoundError

from crawlers.vocabulary import Kind
from index.engines.cluster import Cluster, Counting, TooMany
from index.engines.counting import Counted, Sums, counted
from index.engines.elastic_asks import WINDOW, Json, translate, weighed
from index.engines.engine import Buckets, Hit, NoIndex, in_parts
from index.engines.facets import Groups, Listed
from index.engines.promising import first_promising, tokens
from index.engines.raised import FACT
from index.queries.plan import Ask, Nothing
from index.queries.unscored import unscored
from index.summary import ANY
from index.unit import Shown

# matters on the pages that are looked at first
NEAR = 100
# groups by their numbers, as if they were instants: such buckets are made twice as fast as those of terms
NUMBERED = {"date_histogram": {"field": "number", "fixed_interval": "1ms", "min_doc_count": 1}}
FACTS = {"facts": {"terms": {"field": FACT, "size": WINDOW}}}
SPELLED = {"terms": {"field": "group", "size": WINDOW}}


class ElasticSnapshot:
    def __init__(self, cluster: Cluster, name: str, known: Groups) -> None:
        self.cluster, self.name, self.known = cluster, name, known

    def groups(self, ask: Ask) -> Counted:
        return counted(self, ask)

    def summed(self, summaries: Ask, units: Ask, rest: Ask) -> Sums:
        """All are asked at once: what has facts is a summary."""
        either = {"bool": {"should": [translate(summaries), translate(units)]}}
        counts = FACTS | ({} if isinstance(rest, Nothing) else {"rest": {"filter": translate(rest)}})
        answer: Counting = self._search(query=either, size=0, aggs=counts, track_total_hits=True).body
        told = answer.aggregations
        facts = Counter({str(one.key): one.doc_count for one in told["facts"].buckets})
        return Sums(facts, answer.hits.total.value - facts[ANY], told["rest"].doc_count if "rest" in told else 0)

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
        """All units are read, or those that have something rare: one of each matter comes back."""
        wanted = skip + limit
        found = None
        if wanted <= NEAR:
            found = first_promising(self.held(ask), ask, wanted, lambda part: self._weighed(part, wanted))
        return self._weighed(ask, limit, skip) if found is None else found[skip:wanted]

    def _weighed(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        return self._apart(weighed(translate(ask)), limit, from_=skip)

    def held(self, ask: Ask) -> Callable[[str, str], int]:
        """How many units have a token, as scores count them; all that the question has is asked at once."""

        @cache
        def told() -> Json:
            document: dict[str, list[str]] = {"kind": list(Kind)}
            for field, value in dict.fromkeys(tokens(ask)):
                document.setdefault(field, []).append(value)
            with self._asking():
                answer: Any = self.cluster.client.termvectors(
                    index=self.name, doc=document, fields=list(document), term_statistics=True
                )
            return dict(answer["term_vectors"])

        return lambda field, value: told().get(field, {}).get("terms", {}).get(value, {}).get("doc_freq", 0)

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        return self._apart(translate(ask), limit, sort=[{"rank": "desc" if newest else "asc"}])

    def _apart(self, asked: Json, limit: int, **more: Any) -> list[Hit]:
        """What is shown comes with the hits: to ask for the ids alone takes longer, since they are stored beside it."""
        more |= {"query": asked, "size": min(limit, WINDOW), "collapse": {"field": "rank"}}
        return [_hit(hit) for hit in self._search(**more)["hits"]["hits"]]

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        return [msgspec.convert(hit.address, Shown) for hit in hits]

    def _search(self, **asked: Any) -> Any:
        with self._asking():
            return self.cluster.client.search(index=self.name, **{"track_total_hits": False, **asked})

    @contextmanager
    def _asking(self) -> Iterator[None]:
        try:
            with self.cluster.asking():
                yield
        except NotFoundError as error:
            raise NoIndex("the search index is gone; run `amicus rebuild`") from error


def _hit(hit: dict[str, Any]) -> Hit:
    return Hit(hit["fields"]["rank"][0], hit["_score"] or 0.0, hit["_source"]["shown"])

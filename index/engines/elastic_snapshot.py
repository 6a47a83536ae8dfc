"""Reading an index of Elasticsearch, by its own name, so that a swap in between changes nothing."""

from collections.abc import Sequence
from typing import Any

import msgspec
from elasticsearch import NotFoundError

from index.engines.cluster import Cluster
from index.engines.elastic_asks import GROUPS, WINDOW, Json, translate, weighed
from index.engines.engine import HITS, Buckets, Hit, NoIndex, buckets, firsts, in_parts
from index.engines.facets import Counted, Groups
from index.queries.plan import Ask
from index.unit import Shown

# matters on the pages that are looked at first
NEAR = 100


class ElasticSnapshot:
    def __init__(self, cluster: Cluster, name: str, known: Groups) -> None:
        self.cluster, self.name, self.known = cluster, name, known

    def groups(self, ask: Ask) -> Counted:
        known = self.known.counted(*self._counted(ask, "number"))
        return known or self.known.learn(*self._counted(ask, "group"))

    def _counted(self, ask: Ask, field: str) -> Buckets:
        terms = {"groups": {"terms": {"field": field, "size": GROUPS}}}

        def part(asked: Ask) -> Buckets | None:
            answer = self._search(query=translate(asked), size=0, aggs=terms)["aggregations"]["groups"]
            return None if answer["sum_other_doc_count"] else buckets(answer["buckets"])

        return in_parts(part, ask)

    def best(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        """Hits as they come, where enough matters are among the first: to tell matters apart, all units are read."""
        wanted, asked = skip + limit, weighed(translate(ask))
        if wanted <= NEAR:
            hits = self._hits(asked, HITS * wanted, docvalue_fields=["rank"])
            found = firsts(hits)
            if len(found) >= wanted or len(hits) < HITS * wanted:
                return found[skip:wanted]
        return self._apart(asked, limit, from_=skip)

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        return self._apart(translate(ask), limit, sort=[{"rank": "desc" if newest else "asc"}])

    def _apart(self, asked: Json, limit: int, **more: Any) -> list[Hit]:
        return self._hits(asked, min(limit, WINDOW), collapse={"field": "rank"}, **more)

    def _hits(self, asked: Json, count: int, **more: Any) -> list[Hit]:
        """What is shown comes with the hits: to ask for the ids alone takes longer, since they are stored beside it."""
        return [_hit(hit) for hit in self._search(query=asked, size=count, **more)["hits"]["hits"]]

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        return [msgspec.convert(hit.address, Shown) for hit in hits]

    def _search(self, **asked: Any) -> Any:
        try:
            with self.cluster.asking():
                return self.cluster.client.search(index=self.name, track_total_hits=False, **asked)
        except NotFoundError as error:
            raise NoIndex("the search index is gone; run `amicus rebuild`") from error


def _hit(hit: dict[str, Any]) -> Hit:
    return Hit(hit["fields"]["rank"][0], hit["_score"] or 0.0, hit["_source"]["shown"])

"""Reading an index of Elasticsearch, by its own name, so that a swap in between changes nothing."""

from collections.abc import Sequence
from typing import Any

import msgspec

from index.engines.cluster import Cluster
from index.engines.elastic_asks import GROUPS, WINDOW, translate
from index.engines.engine import Hit, in_parts
from index.facets import Counted, Groups
from index.plan import Ask
from index.unit import Shown


class ElasticSnapshot:
    def __init__(self, cluster: Cluster, name: str, known: Groups) -> None:
        self.cluster, self.name, self.known = cluster, name, known

    def groups(self, ask: Ask) -> Counted:
        return self.known.counted(self._counted(ask, "number")) or self.known.learn(self._counted(ask, "group"))

    def _counted(self, ask: Ask, field: str) -> dict[Any, int]:
        terms = {"groups": {"terms": {"field": field, "size": GROUPS}}}

        def part(asked: Ask) -> dict[Any, int] | None:
            answer = self._search(query=translate(asked), size=0, aggs=terms)["aggregations"]["groups"]
            if answer["sum_other_doc_count"]:
                return None
            return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}

        return in_parts(part, ask)

    def best(self, ask: Ask, limit: int, skip: int = 0) -> list[Hit]:
        return self._firsts(ask, limit, from_=skip)

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        return self._firsts(ask, limit, sort=[{"rank": "desc" if newest else "asc"}])

    def _firsts(self, ask: Ask, limit: int, **more: Any) -> list[Hit]:
        """What is shown comes with the hits: to ask for the ids alone takes longer, since they are stored beside it."""
        found = self._search(query=translate(ask), size=min(limit, WINDOW), collapse={"field": "rank"}, **more)
        return [_hit(hit) for hit in found["hits"]["hits"]]

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        return [msgspec.convert(hit.address, Shown) for hit in hits]

    def _search(self, **asked: Any) -> Any:
        with self.cluster.asking():
            return self.cluster.client.search(index=self.name, track_total_hits=False, **asked)


def _hit(hit: dict[str, Any]) -> Hit:
    return Hit(hit["fields"]["rank"][0], hit["_score"] or 0.0, hit["_source"]["shown"])

"""Reading an index of Elasticsearch, by its own name, so that a swap in between changes nothing."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from index.engines.cluster import Cluster
from index.engines.elastic_asks import GROUPS, WINDOW, translate
from index.engines.engine import Hit
from index.facets import Counted, Groups
from index.plan import Ask
from index.unit import Shown


class ElasticSnapshot:
    def __init__(self, cluster: Cluster, name: str, known: Groups) -> None:
        self.cluster, self.name, self.known = cluster, name, known

    def groups(self, ask: Ask) -> Counted:
        numbers = self._counted(ask, "number")
        known = None if numbers is None else self.known.counted(numbers)
        if known is not None:
            return known
        spelled = self._counted(ask, "group")
        return self.known.learn(dict(self._all_groups(ask)) if spelled is None else spelled)

    def _counted(self, ask: Ask, field: str) -> dict[Any, int] | None:
        """Nothing where there are more than one answer may hold."""
        terms = {"groups": {"terms": {"field": field, "size": GROUPS}}}
        answer = self._search(query=translate(ask), size=0, aggs=terms)["aggregations"]["groups"]
        if answer["sum_other_doc_count"]:
            return None
        return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}

    def _all_groups(self, ask: Ask) -> Iterator[tuple[str, int]]:
        """Page by page, where there are more groups than one answer may hold."""
        after: dict[str, Any] = {}
        while True:
            sources = {"size": 10_000, "sources": [{"group": {"terms": {"field": "group"}}}], **after}
            answer = self._search(query=translate(ask), size=0, aggs={"groups": {"composite": sources}})
            buckets = answer["aggregations"]["groups"]["buckets"]
            yield from ((bucket["key"]["group"], bucket["doc_count"]) for bucket in buckets)
            if "after_key" not in answer["aggregations"]["groups"]:
                return
            after = {"after": answer["aggregations"]["groups"]["after_key"]}

    def best(self, ask: Ask, limit: int) -> list[Hit]:
        return self._hits(ask, limit)

    def ranked(self, ask: Ask, limit: int, newest: bool) -> list[Hit]:
        return self._hits(ask, limit, sort=[{"rank": "desc" if newest else "asc"}])

    def _hits(self, ask: Ask, limit: int, **more: Any) -> list[Hit]:
        found = self._search(
            query=translate(ask), size=min(limit, WINDOW), source=False, docvalue_fields=["rank"], **more
        )
        return [Hit(hit["fields"]["rank"][0], hit["_score"] or 0.0, hit["_id"]) for hit in found["hits"]["hits"]]

    def shown(self, hits: Sequence[Hit]) -> list[Shown]:
        if not hits:
            return []
        with self.cluster.asking():
            found = self.cluster.client.mget(index=self.name, ids=[hit.address for hit in hits])
        return [msgspec.convert(document["_source"]["shown"], Shown) for document in found["docs"]]

    def _search(self, **asked: Any) -> Any:
        with self.cluster.asking():
            return self.cluster.client.search(index=self.name, track_total_hits=False, **asked)

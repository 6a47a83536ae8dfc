"""The cluster engine: Elasticsearch. An alias names the index that readers read; its mapping keeps the position."""

import time
from typing import Any

from index.engines.cluster import Cluster
from index.engines.elastic_filling import (
    SETTINGS,
    SUMMARIES,
    ElasticFilling,
    mapping,
    mapping_of_summaries,
    of_summaries,
)
from index.engines.elastic_snapshot import ElasticSnapshot
from index.engines.engine import NoIndex, schema_hash
from index.engines.facets import Groups
from index.engines.recent_counts import RecentCounts

ALIAS = "amicus"
# seconds for which readers take the alias to lead where it led
LATELY = 1.0
# and in which an index of summaries is made one segment
JOINING = 3_600


class Elastic:
    """Indexes `amicus-<schema hash>-<number>` behind one alias, each with one of summaries, which is found by its name."""

    shared = True

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.groups, self.told = Groups(), RecentCounts()
        self.asked: tuple[float, str] = (0.0, "")

    def snapshot(self) -> ElasticSnapshot:
        name = self._lately()
        if not name:
            raise NoIndex("there is no search index yet; run `amicus rebuild`")
        return ElasticSnapshot(self.cluster, name, self.groups, self.told)

    def _lately(self) -> str:
        """As `_current`, asked once a second: the index before stays until another swap."""
        at, name = self.asked
        if not name or time.monotonic() - at > LATELY:
            name = self._current()
            self.asked = (time.monotonic(), name)
        return name

    def position(self) -> str:
        name = self._current()
        if not name:
            return ""
        with self.cluster.asking():
            mapping = self.cluster.client.indices.get_mapping(index=name)[name]["mappings"]
        return str(mapping.get("_meta", {}).get("position", ""))

    def update(self) -> ElasticFilling:
        """What a killed writer left unseen is made visible first, so that it can be replaced."""
        name = self._current()
        if not name:
            raise NoIndex("there is no search index yet; run `amicus rebuild`")
        with self.cluster.asking():
            self.cluster.client.indices.refresh(index=(name, of_summaries(name)))
        return ElasticFilling(self.cluster, name)

    def fresh(self) -> ElasticFilling:
        names = self._ours()
        self._remove(names - {self._current()})
        taken = [int(name.rpartition("-")[2]) for name in names]
        name = f"{ALIAS}-{schema_hash()}-{max(taken, default=0) + 1}"
        with self.cluster.asking():
            for index, fields in ((name, mapping()), (of_summaries(name), mapping_of_summaries())):
                self.cluster.client.indices.create(index=index, mappings=fields, settings=SETTINGS)
        return ElasticFilling(self.cluster, name)

    def swap(self, name: str) -> None:
        """Readers of other processes may still ask the index before; it goes at the next swap."""
        self._join(of_summaries(name))
        before = self._behind()
        actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": ALIAS}} for old in before]
        with self.cluster.asking():
            self.cluster.client.indices.update_aliases(actions=[*actions, {"add": {"index": name, "alias": ALIAS}}])
        self.asked = (0.0, "")
        self._remove(self._ours() - {name, *before})

    def _join(self, name: str) -> None:
        """Into one segment: each word of each question is looked up in every segment, which takes longer than to count."""
        with self.cluster.asking():
            indices = self.cluster.client.options(request_timeout=JOINING, max_retries=0).indices
            indices.forcemerge(index=name, max_num_segments=1)
            indices.refresh(index=name)

    def _held(self) -> dict[str, Any]:
        """Indexes of units and of summaries, with their aliases."""
        with self.cluster.asking():
            return dict(
                self.cluster.client.indices.get(index=f"{ALIAS}-*", expand_wildcards="open", features=["aliases"])
            )

    def _ours(self) -> set[str]:
        """Indexes of units."""
        return {name.removesuffix(SUMMARIES) for name in self._held()}

    def _remove(self, names: set[str]) -> None:
        with self.cluster.asking():
            for name in sorted(names):
                self.cluster.client.indices.delete(index=(name, of_summaries(name)), ignore_unavailable=True)

    def _behind(self) -> list[str]:
        return sorted(name for name, about in self._held().items() if ALIAS in about["aliases"])

    def _current(self) -> str:
        """Name of the index that is read; empty when there is none, or one of another schema, or without its summaries."""
        held = self._held()
        here = f"{ALIAS}-{schema_hash()}-"
        names = [name for name in held if name.startswith(here) and ALIAS in held[name]["aliases"]]
        return next((name for name in names if of_summaries(name) in held), "")

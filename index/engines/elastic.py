"""The cluster engine: Elasticsearch. An alias names the index that readers read; its mapping keeps the position."""

import time
from typing import Any

from elasticsearch import NotFoundError

from index.engines.cluster import Cluster
from index.engines.elastic_filling import SETTINGS, ElasticFilling, mapping
from index.engines.elastic_snapshot import ElasticSnapshot
from index.engines.engine import NoIndex, schema_hash
from index.engines.facets import Groups
from index.engines.recent_counts import RecentCounts

ALIAS = "amicus"
# seconds for which readers take the alias to lead where it led
LATELY = 1.0


class Elastic:
    """Indexes `amicus-<schema hash>-<number>` behind one alias."""

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
            self.cluster.client.indices.refresh(index=name)
        return ElasticFilling(self.cluster, name)

    def fresh(self) -> ElasticFilling:
        names = self._ours()
        self._remove(set(names) - {self._current()})
        taken = [int(name.rpartition("-")[2]) for name in names]
        name = f"{ALIAS}-{schema_hash()}-{max(taken, default=0) + 1}"
        with self.cluster.asking():
            self.cluster.client.indices.create(index=name, mappings=mapping(), settings=SETTINGS)
        return ElasticFilling(self.cluster, name)

    def swap(self, name: str) -> None:
        """Readers of other processes may still ask the index before; it goes at the next swap."""
        before = self._behind()
        actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": ALIAS}} for old in before]
        with self.cluster.asking():
            self.cluster.client.indices.update_aliases(actions=[*actions, {"add": {"index": name, "alias": ALIAS}}])
        self.asked = (0.0, "")
        self._remove(set(self._ours()) - {name, *before})

    def _ours(self) -> list[str]:
        with self.cluster.asking():
            return sorted(
                self.cluster.client.indices.get(index=f"{ALIAS}-*", expand_wildcards="open", features=["aliases"])
            )

    def _remove(self, names: set[str]) -> None:
        with self.cluster.asking():
            for name in sorted(names):
                self.cluster.client.indices.delete(index=name, ignore_unavailable=True)

    def _behind(self) -> list[str]:
        with self.cluster.asking():
            try:
                return sorted(self.cluster.client.indices.get_alias(name=ALIAS))
            except NotFoundError:
                return []

    def _current(self) -> str:
        """Name of the index that is read; empty when there is none, or one of another schema."""
        names = [name for name in self._behind() if name.startswith(f"{ALIAS}-{schema_hash()}-")]
        return names[-1] if names else ""

"""The cluster engine: Elasticsearch. An alias names the index that readers read; its mapping keeps the position."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from index.engines.elastic_asks import GROUPS, translate
from index.engines.engine import KEYWORDS, NUMBERS, STREAMS, Hit, NoEngine, schema_hash
from index.plan import Ask
from index.units import Shown, Unit

ALIAS = "amicus"
# documents, and characters of words, of one bulk request
BULK = 1_000
BULK_SIZE = 8_000_000
# hits read at once; deep pages read on in our own code
WINDOW = 1_000_000


def _mapping(position: str = "") -> dict[str, Any]:
    text = {"type": "text", "analyzer": "whitespace"}
    fields: dict[str, Any] = dict.fromkeys(STREAMS, text)
    fields |= {name: {"type": "keyword", "doc_values": name in {"group", "id"}} for name in KEYWORDS}
    fields |= {name: {"type": "long"} for name in NUMBERS}
    return {
        "dynamic": "strict",
        "_source": {"includes": ["shown"]},
        "_meta": {"position": position},
        "properties": {**fields, "shown": {"type": "object", "enabled": False}},
    }


# nothing is seen before `commit` refreshes
SETTINGS = {
    "index": {"refresh_interval": "-1", "max_result_window": WINDOW, "number_of_replicas": 0, "number_of_shards": 1}
}


class Elastic:
    """Indexes `amicus-<schema hash>-<number>` behind one alias."""

    def __init__(self, url: str, key: str = "", ca: str = "") -> None:
        who: dict[str, Any] = (
            {"basic_auth": tuple(key.split(":", 1))} if ":" in key else {"api_key": key} if key else {}
        )
        trust: dict[str, Any] = {"ca_certs": ca} if ca else {}
        self.url = url
        self.client = Elasticsearch(url, max_retries=3, retry_on_timeout=True, request_timeout=60, **who, **trust)

    def snapshot(self) -> "ElasticSnapshot":
        name = self._current()
        if not name:
            raise NoEngine("there is no search index yet; run `amicus rebuild`")
        return ElasticSnapshot(self, name)

    def position(self) -> str:
        name = self._current()
        if not name:
            return ""
        with self.asking():
            mapping = self.client.indices.get_mapping(index=name)[name]["mappings"]
        return str(mapping.get("_meta", {}).get("position", ""))

    def update(self) -> "ElasticFilling":
        """What a killed writer left unseen is made visible first, so that it can be replaced."""
        name = self._current()
        if not name:
            raise NoEngine("there is no search index yet; run `amicus rebuild`")
        with self.asking():
            self.client.indices.refresh(index=name)
        return ElasticFilling(self, name)

    def fresh(self) -> "ElasticFilling":
        names = self._ours()
        self._remove(set(names) - {self._current()})
        taken = [int(name.rpartition("-")[2]) for name in names]
        name = f"{ALIAS}-{schema_hash()}-{max(taken, default=0) + 1}"
        with self.asking():
            self.client.indices.create(index=name, mappings=_mapping(), settings=SETTINGS)
        return ElasticFilling(self, name)

    def swap(self, name: str) -> None:
        """Readers of other processes may still ask the index before; it goes at the next swap."""
        before = self._behind()
        actions: list[dict[str, Any]] = [{"remove": {"index": old, "alias": ALIAS}} for old in before]
        with self.asking():
            self.client.indices.update_aliases(actions=[*actions, {"add": {"index": name, "alias": ALIAS}}])
        self._remove(set(self._ours()) - {name, *before})

    def _ours(self) -> list[str]:
        with self.asking():
            return sorted(self.client.indices.get(index=f"{ALIAS}-*", expand_wildcards="open", features=["aliases"]))

    def _remove(self, names: set[str]) -> None:
        with self.asking():
            for name in sorted(names):
                self.client.indices.delete(index=name, ignore_unavailable=True)

    def _behind(self) -> list[str]:
        with self.asking():
            try:
                return sorted(self.client.indices.get_alias(name=ALIAS))
            except NotFoundError:
                return []

    def _current(self) -> str:
        """Name of the index that is read; empty when there is none, or one of another schema."""
        names = [name for name in self._behind() if name.startswith(f"{ALIAS}-{schema_hash()}-")]
        return names[-1] if names else ""

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Faults of the network and of the cluster as one sentence."""
        try:
            yield
        except TransportError as error:
            raise NoEngine(
                f"the search engine at {self.url} does not answer ({error.message}); check that it runs"
            ) from error
        except NotFoundError:
            raise
        except ApiError as error:
            raise NoEngine(
                f"the search engine at {self.url} refused ({error.status_code}: {error.message}); see its log"
            ) from error


class ElasticFilling:
    def __init__(self, engine: Elastic, name: str) -> None:
        self.engine, self.name = engine, name
        self.waiting: list[dict[str, Any]] = []
        self.size = 0

    def drop(self, matter: str) -> None:
        for id in self._held(matter):
            self._queue({"delete": {"_id": id}})

    def _held(self, matter: str) -> Iterator[str]:
        with self.engine.asking():
            found = self.engine.client.search(
                index=self.name, query={"term": {"id": matter}}, size=WINDOW, source=False, track_total_hits=False
            )
        return (hit["_id"] for hit in found["hits"]["hits"])

    def add(self, unit: Unit) -> None:
        self._queue({"index": {"_id": _id(unit)}}, _document(unit))

    def _queue(self, *lines: dict[str, Any]) -> None:
        self.waiting += lines
        self.size += sum(len(line.get("words", "")) + len(line.get("exact", "")) for line in lines)
        if len(self.waiting) >= 2 * BULK or self.size > BULK_SIZE:
            self._flush()

    def _flush(self) -> None:
        if not self.waiting:
            return
        with self.engine.asking():
            done = self.engine.client.bulk(index=self.name, operations=self.waiting)
        faults = [item for row in done["items"] for item in row.values() if item.get("error")]
        if faults:
            raise NoEngine(f"the search engine refused a passage ({faults[0]['error'].get('reason', '')}); see its log")
        self.waiting, self.size = [], 0

    def commit(self, position: str) -> None:
        """The position is written after the words: killed in between, the next run writes the same units again."""
        self._flush()
        with self.engine.asking():
            self.engine.client.indices.refresh(index=self.name)
            self.engine.client.indices.put_mapping(index=self.name, meta={"position": position})

    def close(self) -> None:
        self.waiting = []


def _id(unit: Unit) -> str:
    """Elasticsearch takes 512 bytes; longer ones are told apart by their hash."""
    plain = "|".join((unit.shown.matter, unit.shown.text, unit.shown.provision))
    if len(plain.encode()) <= 500:
        return plain
    import hashlib

    return f"{unit.shown.matter[:300]}|{hashlib.sha256(plain.encode()).hexdigest()}"


def _document(unit: Unit) -> dict[str, Any]:
    values = {name: list(held) for name, held in unit.values.items() if name != "year" and held}
    return {
        **values,
        "words": unit.words,
        "exact": unit.exact,
        "also": unit.also,
        "group": unit.group,
        "name": list(unit.names),
        "place": list(unit.places),
        "day": unit.day,
        "relevance": unit.relevance,
        "rank": unit.rank,
        "shown": msgspec.to_builtins(unit.shown),
    }


class ElasticSnapshot:
    """Asks one index by its own name, so that a swap in between changes nothing."""

    def __init__(self, engine: Elastic, name: str) -> None:
        self.engine, self.name = engine, name

    def groups(self, ask: Ask) -> dict[str, int]:
        terms = {"groups": {"terms": {"field": "group", "size": GROUPS}}}
        answer = self._search(query=translate(ask), size=0, aggs=terms)["aggregations"]["groups"]
        if answer["sum_other_doc_count"]:
            return dict(self._all_groups(ask))
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
        with self.engine.asking():
            found = self.engine.client.mget(index=self.name, ids=[hit.address for hit in hits])
        return [msgspec.convert(document["_source"]["shown"], Shown) for document in found["docs"]]

    def _search(self, **asked: Any) -> Any:
        with self.engine.asking():
            return self.engine.client.search(index=self.name, track_total_hits=False, **asked)

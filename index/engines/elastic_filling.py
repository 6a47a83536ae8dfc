"""Writing an index of Elasticsearch: its fields, its documents, in bulk."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, cast

import msgspec
from elasticsearch.helpers import bulk

from index.engines import raised
from index.engines.cluster import Cluster
from index.engines.elastic_asks import WINDOW
from index.engines.engine import KEYWORDS, NUMBERS, STREAMS, WORTH, NoEngine
from index.engines.raised import BEGINS, FACT
from index.summary import Summary
from index.unit import Unit

# documents, and characters of words, of one bulk request
BULK = 1_000
BULK_SIZE = 8_000_000
# times that a bulk request is sent again to a busy cluster, and seconds before the first, doubled each time
RETRIES, PAUSE = 6, 1.0
# how the name of an index of summaries ends
SUMMARIES = "-summaries"


def mapping() -> dict[str, Any]:
    text = {"type": "text", "analyzer": "whitespace"}
    fields: dict[str, Any] = dict.fromkeys(STREAMS, text)
    fields |= {name: {"type": "keyword", "doc_values": name in {"group", "id"}} for name in KEYWORDS}
    fields |= {name: {"type": "long"} for name in NUMBERS} | {WORTH: {"type": "float"}}
    return {
        "dynamic": "strict",
        "_source": {"includes": ["shown"]},
        "_meta": {"position": ""},
        "properties": {**fields, "shown": {"type": "object", "enabled": False}},
    }


def mapping_of_summaries() -> dict[str, Any]:
    """Only whether a word is there, not where; which facts are there is known before the first question."""
    text = {"type": "text", "analyzer": "whitespace", "index_options": "docs", "norms": False}
    fields: dict[str, Any] = {BEGINS + name: text for name in raised.STREAMS}
    fields |= {BEGINS + name: {"type": "keyword", "doc_values": False} for name in raised.KEYWORDS}
    fields |= {BEGINS + name: {"type": "integer"} for name in raised.NUMBERS}
    fields[FACT] = {"type": "keyword", "eager_global_ordinals": True}
    return {"dynamic": "strict", "_source": {"enabled": False}, "properties": fields}


def of_summaries(name: str) -> str:
    """The index beside one of units: few documents, which every count reads, apart from the many that it does not."""
    return f"{name}{SUMMARIES}"


# nothing is seen before `commit` refreshes
SETTINGS = {
    "index": {"refresh_interval": "-1", "max_result_window": WINDOW, "number_of_replicas": 0, "number_of_shards": 1}
}


class ElasticFilling:
    def __init__(self, cluster: Cluster, name: str) -> None:
        self.cluster, self.name, self.summaries = cluster, name, of_summaries(name)
        self.waiting: list[dict[str, Any]] = []
        self.size = 0
        self.sender = ThreadPoolExecutor(1, "sending")
        self.sent: Future[None] | None = None

    def drop(self, matter: str) -> None:
        for index, id in self._held(matter):
            self._queue({"_op_type": "delete", "_index": index, "_id": id})

    def _held(self, matter: str) -> Iterator[tuple[str, str]]:
        both = (self.name, self.summaries)
        with self.cluster.asking():
            found = self.cluster.client.search(
                index=both, query=_of(matter), size=WINDOW, source=False, track_total_hits=False
            )
        return ((hit["_index"], hit["_id"]) for hit in found["hits"]["hits"])

    def add(self, unit: Unit) -> None:
        shown = unit.shown
        self._queue(
            _put(self.name, _id(shown.matter, shown.text, shown.provision), _document(unit)),
            len(unit.words) + len(unit.exact),
        )

    def sum_up(self, summary: Summary) -> None:
        made = _summed_up(summary)
        self._queue(
            _put(self.summaries, _id(summary.matter, str(summary.number)), made),
            sum(len(made[BEGINS + name]) for name in raised.STREAMS),
        )

    def _queue(self, action: dict[str, Any], size: int = 0) -> None:
        self.waiting.append(action)
        self.size += size
        if len(self.waiting) >= BULK or self.size > BULK_SIZE:
            self._flush()

    def _flush(self) -> None:
        """The cluster writes what was sent while more is made ready; what it refused is told at the next sending."""
        if self.waiting:
            self._arrived()
            self.sent = self.sender.submit(self._send, self.waiting)
            self.waiting, self.size = [], 0

    def _arrived(self) -> None:
        if self.sent:
            self.sent.result()

    def _send(self, actions: list[dict[str, Any]]) -> None:
        """A cluster that has too much to do is asked again after a while, half a minute at most each time."""
        with self.cluster.asking():
            _, told = bulk(
                self.cluster.client,
                actions,
                chunk_size=BULK,
                raise_on_error=False,
                max_retries=RETRIES,
                initial_backoff=PAUSE,
                max_backoff=30,
            )
        faults = [item for row in cast("list[dict[str, Any]]", told) for item in row.values() if item.get("error")]
        if faults:
            raise NoEngine(f"the search engine refused a passage ({_reason(faults[0]['error'])}); see its log")

    def commit(self, position: str) -> None:
        """The position is written after the words: killed in between, the next run writes the same units again."""
        self._flush()
        self._arrived()
        with self.cluster.asking():
            self.cluster.client.indices.refresh(index=(self.name, self.summaries))
            self.cluster.client.indices.put_mapping(index=self.name, meta={"position": position})

    def close(self) -> None:
        self.waiting = []
        self.sender.shutdown()


def _put(index: str, id: str, document: dict[str, Any]) -> dict[str, Any]:
    return {"_op_type": "index", "_index": index, "_id": id, "_source": document}


def _of(matter: str) -> dict[str, Any]:
    """Its units and their summaries."""
    return {"bool": {"should": [{"term": {"id": matter}}, {"term": {f"{BEGINS}id": matter}}]}}


def _reason(error: Any) -> str:
    return str(error.get("reason", "")) if isinstance(error, dict) else str(error)


def _id(matter: str, *rest: str) -> str:
    """Elasticsearch takes 512 bytes; longer ones are told apart by their hash."""
    plain = "|".join((matter, *rest))
    if len(plain.encode()) <= 500:
        return plain
    import hashlib

    return f"{matter[:300]}|{hashlib.sha256(plain.encode()).hexdigest()}"


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
        WORTH: unit.worth,
        "relevance": unit.relevance,
        "rank": unit.rank,
        "number": unit.number,
        "shown": msgspec.to_builtins(unit.shown),
    }


def _summed_up(summary: Summary) -> dict[str, Any]:
    """Every word once."""
    streams = {name: " ".join(set(" ".join(getattr(summary, name)).split())) for name in raised.STREAMS}
    numbers = {"day": summary.day, "relevance": summary.relevance}
    held = {**streams, **summary.values, **numbers, "fact": summary.facts}
    return {BEGINS + name: value for name, value in held.items()}

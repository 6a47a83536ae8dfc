"""The engines alone: the same fields, put in and asked by the shortest way, to measure what Amicus adds."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import tantivy
from tantivy import FieldType, Occur, Query

from index.unit import Unit

FACETS = ("jurisdiction", "kind", "status", "topic", "language")
LOW, HIGH = 20000101, 20241231


class Bare(Protocol):
    def build(self, units: Sequence[Unit]) -> None: ...

    def page(self, term: str) -> object: ...


def bands(units: Sequence[Unit]) -> dict[str, list[str]]:
    """Words in more than 15 % of the units, in 0.3 to 3 %, and in fewer."""
    counted = Counter(word for unit in units[:: max(1, len(units) // 20_000)] for word in set(unit.exact.split()))
    total = len(units[:: max(1, len(units) // 20_000)])
    known = [(word, count / total) for word, count in counted.most_common() if word.isalpha() and len(word) > 3]
    chosen = {
        "high": [word for word, share in known if share > 0.15],
        "mid": [word for word, share in known if 0.003 < share < 0.03],
        "low": [word for word, share in known if 0.0003 < share < 0.001],
    }
    return {band: (held * 200)[:: max(1, len(held * 200) // 150)][:150] for band, held in chosen.items() if held}


class Tantivy:
    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        builder = tantivy.SchemaBuilder()
        for name in ("words", "exact", "also"):
            builder.add_text_field(name, tokenizer_name="whitespace")
        for name in (*FACETS, "id", "source", "duty", "bearer", "modality", "name", "place", "group"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name in FACETS)
        for name in ("day", "relevance", "rank"):
            builder.add_unsigned_field(name, indexed=True, fast=True)
        builder.add_text_field("body", stored=True, tokenizer_name="whitespace", index_option="basic")
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema, path=str(folder))
        self.index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())

    def build(self, units: Sequence[Unit]) -> None:
        writer = self.index.writer(256_000_000, 1)
        for unit in units:
            values: dict[str, Any] = {
                name: list(held) for name, held in unit.values.items() if name not in {"year", "person"}
            }
            streams = {"words": unit.words, "exact": unit.exact, "also": unit.also, "body": unit.shown.body}
            values |= {**streams, "name": list(unit.names), "place": list(unit.places), "group": unit.group}
            document = tantivy.Document(**values)
            for name, number in (("day", unit.day), ("relevance", unit.relevance), ("rank", unit.rank)):
                document.add_unsigned(name, number)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()

    def page(self, term: str) -> object:
        searcher = self.index.searcher()
        text = Query.term_query(self.schema, "exact", term)
        days = Query.range_query(self.schema, "day", FieldType.Unsigned, LOW, HIGH)
        asked = Query.boolean_query([(Occur.Must, text), (Occur.Must, days)])
        found = searcher.search(asked, 20, count=True)
        searcher.aggregate(asked, {name: {"terms": {"field": name, "size": 100}} for name in FACETS})
        snippets = tantivy.SnippetGenerator.create(
            searcher, Query.term_query(self.schema, "body", term), self.schema, "body"
        )
        return [snippets.snippet_from_doc(searcher.doc(address)).to_html() for _, address in found.hits]


class Elastic:
    NAME = "bare"

    def __init__(self, url: str) -> None:
        from elasticsearch import Elasticsearch

        self.client = Elasticsearch(url, request_timeout=120)

    def build(self, units: Sequence[Unit]) -> None:
        text = {"type": "text", "analyzer": "whitespace"}
        fields: dict[str, Any] = dict.fromkeys(("words", "exact", "also", "body"), text)
        keywords = (*FACETS, "id", "source", "duty", "bearer", "modality", "name", "place", "group")
        fields |= {name: {"type": "keyword"} for name in keywords}
        fields |= {name: {"type": "long"} for name in ("day", "relevance", "rank")}
        settings = {"index": {"refresh_interval": "-1", "number_of_replicas": 0}}
        self.client.indices.create(index=self.NAME, mappings={"properties": fields}, settings=settings)
        for start in range(0, len(units), 1_000):
            lines: list[dict[str, Any]] = []
            for unit in units[start : start + 1_000]:
                lines += [{"index": {}}, self._document(unit)]
            self.client.bulk(index=self.NAME, operations=lines)
        self.client.indices.refresh(index=self.NAME)

    def _document(self, unit: Unit) -> dict[str, Any]:
        values = {name: list(held) for name, held in unit.values.items() if name not in {"year", "person"}}
        streams = {"words": unit.words, "exact": unit.exact, "also": unit.also, "body": unit.shown.body}
        numbers = {"day": unit.day, "relevance": unit.relevance, "rank": unit.rank}
        return {
            **values,
            **streams,
            **numbers,
            "name": list(unit.names),
            "place": list(unit.places),
            "group": unit.group,
        }

    def page(self, term: str) -> object:
        asked = {
            "bool": {"must": [{"term": {"exact": term}}], "filter": [{"range": {"day": {"gte": LOW, "lte": HIGH}}}]}
        }
        return self.client.search(
            index=self.NAME,
            query=asked,
            size=20,
            track_total_hits=True,
            source={"includes": ["body"]},
            aggs={name: {"terms": {"field": name, "size": 100}} for name in FACETS},
            highlight={"fields": {"body": {"highlight_query": {"term": {"body": term}}}}},
        )

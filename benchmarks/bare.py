"""The engines alone: the same fields, put in and asked by the shortest way, to measure what Amicus adds."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Protocol

import tantivy
from tantivy import FieldType, Occur, Query

from index.unit import Unit

FACETS = ("jurisdiction", "kind", "status", "topic", "language")


class Bare(Protocol):
    def build(self, units: Iterable[Unit]) -> None: ...

    def page(self, term: str, first: date, last: date) -> object: ...


def _number(day: date) -> int:
    return int(day.strftime("%Y%m%d"))


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

    def build(self, units: Iterable[Unit]) -> None:
        writer = self.index.writer(256_000_000, 1)
        for unit in units:
            values: dict[str, Any] = {
                name: list(held) for name, held in unit.values.items() if name not in {"year", "person", "row"}
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

    def page(self, term: str, first: date, last: date) -> object:
        searcher = self.index.searcher()
        text = Query.term_query(self.schema, "exact", term)
        days = Query.range_query(self.schema, "day", FieldType.Unsigned, _number(first), _number(last))
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

    def build(self, units: Iterable[Unit]) -> None:
        text = {"type": "text", "analyzer": "whitespace"}
        fields: dict[str, Any] = dict.fromkeys(("words", "exact", "also", "body"), text)
        keywords = (*FACETS, "id", "source", "duty", "bearer", "modality", "name", "place", "group")
        fields |= {name: {"type": "keyword"} for name in keywords}
        fields |= {name: {"type": "long"} for name in ("day", "relevance", "rank")}
        settings = {"index": {"refresh_interval": "-1", "number_of_replicas": 0}}
        self.client.indices.create(index=self.NAME, mappings={"properties": fields}, settings=settings)
        left = iter(units)
        while lines := list(self._lines(islice(left, 1_000))):
            self.client.bulk(index=self.NAME, operations=lines)
        self.client.indices.refresh(index=self.NAME)

    def _lines(self, units: Iterable[Unit]) -> Iterator[dict[str, Any]]:
        for unit in units:
            yield from ({"index": {}}, self._document(unit))

    def _document(self, unit: Unit) -> dict[str, Any]:
        values = {name: list(held) for name, held in unit.values.items() if name not in {"year", "person", "row"}}
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

    def page(self, term: str, first: date, last: date) -> object:
        days = {"range": {"day": {"gte": _number(first), "lte": _number(last)}}}
        asked = {"bool": {"must": [{"term": {"exact": term}}], "filter": [days]}}
        return self.client.search(
            index=self.NAME,
            query=asked,
            size=20,
            track_total_hits=True,
            source={"includes": ["body"]},
            aggs={name: {"terms": {"field": name, "size": 100}} for name in FACETS},
            highlight={"fields": {"body": {"highlight_query": {"term": {"body": term}}}}},
        )

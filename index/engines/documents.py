"""What a unit and a summary are as documents of tantivy: their schema, how they are written, how units are read back."""

from pathlib import Path
from typing import NamedTuple

import msgspec
import tantivy
from tantivy import Document

from index.engines import raised
from index.engines.engine import KEYWORDS, NUMBERS, STREAMS, WORTH
from index.engines.raised import BEGINS
from index.summary import Summary
from index.unit import Shown, Unit

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Shown).decode


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in STREAMS:
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    for name in KEYWORDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name == "group")
    for name in NUMBERS:
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_float_field(WORTH, fast=True)
    builder.add_bytes_field("shown", stored=True)
    _add_summaries(builder)
    return builder.build()


def _add_summaries(builder: tantivy.SchemaBuilder) -> None:
    """Only whether a word is there, not where."""
    for name in raised.STREAMS:
        builder.add_text_field(BEGINS + name, tokenizer_name="whitespace", index_option="basic")
    for name in raised.KEYWORDS:
        builder.add_text_field(BEGINS + name, tokenizer_name="raw", index_option="basic", fast=name == "fact")
    for name in raised.NUMBERS:
        builder.add_unsigned_field(BEGINS + name, indexed=True, fast=True)


SCHEMA = _schema()


def register(index: tantivy.Index) -> tantivy.Index:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", analyzer)
    return index


class Indexes(NamedTuple):
    """Two of one schema: tantivy weighs a word by all documents of an index, so that summaries have one of their own."""

    units: tantivy.Index
    summaries: tantivy.Index

    @staticmethod
    def folders(path: Path) -> tuple[Path, Path]:
        return path, path / "summaries"

    @classmethod
    def new(cls, path: Path) -> "Indexes":
        folders = cls.folders(path)
        for folder in folders:
            folder.mkdir(exist_ok=True)
        return cls(*(register(tantivy.Index(SCHEMA, path=str(folder))) for folder in folders))

    @classmethod
    def open(cls, path: Path) -> "Indexes":
        return cls(*(register(tantivy.Index.open(str(folder))) for folder in cls.folders(path)))


def document(unit: Unit) -> Document:
    document = Document()
    for name, value in (("words", unit.words), ("exact", unit.exact), ("also", unit.also)):
        document.add_text(name, value)
    for name, values in (*unit.values.items(), ("name", unit.names), ("place", unit.places), ("group", (unit.group,))):
        if name != "year":
            for value in values:
                document.add_text(name, value)
    for name, number in zip(NUMBERS, (unit.day, unit.relevance, unit.rank, unit.number), strict=True):
        document.add_unsigned(name, number)
    document.add_float(WORTH, unit.worth)
    document.add_bytes("shown", _encode(unit.shown))
    return document


def summed_up(summary: Summary) -> Document:
    document = Document()
    listed = {name: getattr(summary, name) for name in raised.STREAMS} | summary.values
    for name, values in (*listed.items(), ("fact", summary.facts)):
        for value in values:
            document.add_text(BEGINS + name, value)
    for name, number in zip(raised.NUMBERS, (summary.day, summary.relevance), strict=True):
        document.add_unsigned(BEGINS + name, number)
    return document


def read_shown(document: Document) -> Shown:
    return _decode(bytes(document["shown"][0]))

"""What a unit is as a document of tantivy: its schema, how it is written, how it is read back."""

import msgspec
import tantivy
from tantivy import Document

from index.engines.engine import KEYWORDS, NUMBERS, STREAMS, WORTH
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
    return builder.build()


SCHEMA = _schema()


def register(index: tantivy.Index) -> tantivy.Index:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", analyzer)
    return index


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


def read_shown(document: Document) -> Shown:
    return _decode(bytes(document["shown"][0]))

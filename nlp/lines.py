"""Tagging as JSON Lines in, JSON Lines out."""

from collections.abc import Iterator
from typing import Any

import msgspec

from crawlers.fault import Fault
from crawlers.matter import from_json, to_json
from nlp.tag import tag
from nlp.units import tag_units


class Row(msgspec.Struct):
    """A loose provision; fields that we do not read may stand beside these."""

    id: str
    text: str
    language: str
    law: str = ""
    jurisdiction: str = ""
    number: str = ""
    heading: str | None = ""


def matters(body: bytes, name: str) -> Iterator[bytes]:
    """Raises Fault naming file and line."""
    for number, line in _lines(body):
        try:
            matter = from_json(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Fault(
                f"{name}: line {number}: no matter as JSON ({error}); give JSON Lines as `amicus parse` prints them"
            ) from error
        yield to_json(tag(matter)) + b"\n"


def units(body: bytes, name: str) -> Iterator[bytes]:
    """Raises Fault naming file and line."""
    rows: list[dict[str, Any]] = []
    for number, line in _lines(body):
        try:
            rows.append(msgspec.structs.asdict(msgspec.json.decode(line, type=Row)))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Fault(
                f"{name}: line {number}: no provision ({error}); each line needs id, language and text"
            ) from error
    for row in tag_units(rows):
        yield msgspec.json.encode(row) + b"\n"


def text(body: bytes, language: str) -> Iterator[bytes]:
    """Plain text as one provision."""
    row = {"id": "text", "law": "", "language": language, "heading": "", "text": body.decode("utf-8", "replace")}
    for found in tag_units([row]):
        yield msgspec.json.encode(found) + b"\n"


def _lines(body: bytes) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(body.splitlines(), 1):
        if line.strip():
            yield number, line

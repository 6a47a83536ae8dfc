"""The record goes out as JSON and comes back the same; its schema in docs/ is the one the code has."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers import matter
from crawlers.matter import Event, Matter, Provision, Text
from crawlers.record import record
from crawlers.vocabulary import EventKind, Kind, Mark, Status

DOCS = Path(__file__).parent.parent / "docs"

ACT = Matter(
    id="zz/act/2026/7",
    source="zz-laws",
    jurisdiction="zz",
    kind=Kind.ACT,
    title="Open Platforms Act",
    language="en",
    status=Status.ENACTED,
    events=(Event(date="2026-05-01", kind=EventKind.PUBLISHED, mark=Mark.OFFICIAL),),
    texts=(Text(id="2026-05-01.en", language="en", provisions=(Provision(id="art_1", number="1", text="Words."),)),),
)


def test_json_comes_back_the_same() -> None:
    assert matter.from_json(matter.to_json(ACT)) == ACT


def test_empty_fields_are_left_out() -> None:
    assert b"summary" not in matter.to_json(ACT)


def test_a_word_outside_its_vocabulary_is_refused_at_the_border_and_named() -> None:
    wrong = msgspec.structs.replace(ACT, status="nonsense")
    with pytest.raises(msgspec.ValidationError, match=r"nonsense.*\$\.status"):
        matter.check(wrong)


def test_an_id_outside_the_grammar_is_refused_at_the_border() -> None:
    with pytest.raises(ValueError, match="is not an id"):
        matter.check(msgspec.structs.replace(ACT, id="zz/../etc"))


def test_an_unknown_field_is_refused() -> None:
    line = json.dumps({**json.loads(matter.to_json(ACT)), "colour": "red"})
    with pytest.raises(msgspec.ValidationError, match="colour"):
        matter.from_json(line)


def test_lines_hold_one_matter_each() -> None:
    lines = b"".join(matter.write_lines([ACT, ACT])).splitlines()
    assert [matter.from_json(line) for line in lines] == [ACT, ACT]


def test_the_schema_in_docs_is_the_one_of_the_code() -> None:
    written = json.loads((DOCS / "matter.schema.json").read_text(encoding="utf-8"))
    assert written == json.loads(msgspec.json.encode(matter.schema())), (
        "run: python -m crawlers.matter > docs/matter.schema.json"
    )


@given(st.text(max_size=80))
def test_any_words_survive_json(words: str) -> None:
    said = msgspec.structs.replace(ACT, title=words)
    assert matter.from_json(matter.to_json(said)) == said


def test_a_second_text_of_one_id_that_says_something_else_has_a_number_behind_it() -> None:
    texts = [Text(id="2031.en", url=url) for url in ("https://a.example", "https://b.example", "https://a.example")]
    one = record(id="zz/act/1", kind=Kind.ACT, title="Lamps", texts=tuple(texts))
    assert [(text.id, text.url[8:9]) for text in one.texts] == [("2031.en", "a"), ("2031.en~2", "b")]

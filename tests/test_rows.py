"""Lists read by facts alone: what is missing stays out, what is unknown is said."""

import json
import logging
from typing import Any

import pytest
from msgspec.structs import replace

from crawlers.matter import Matter
from crawlers.parsers import rows
from crawlers.response import Request, Response, Unreadable
from crawlers.sources import Source, watched
from crawlers.vocabulary import Status


def source(**options: str) -> Source:
    facts = {
        "rows": "items",
        "id": "zz/bill/{number}",
        "title": "{name}",
        "said": "{state[word]}",
        "status Open": "committee",
    }
    return replace(watched().sources["za-pmg-bills"], options={**facts, **options})


def matters(answer: Any, source: Source) -> list[Matter]:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return [
        found
        for found in rows.parse(Response(url="https://x.invalid/", body=body), source)
        if isinstance(found, Matter)
    ]


def test_a_word_of_the_source_becomes_ours_by_its_dict() -> None:
    [matter] = matters({"items": [{"number": 7, "name": "Rooms", "state": {"word": "Open since May"}}]}, source())
    assert (matter.id, matter.status, matter.source_status) == ("zz/bill/7", Status.COMMITTEE, "Open since May")


def test_an_unknown_word_is_unknown_and_said_aloud(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        [matter] = matters({"items": [{"number": 7, "name": "Rooms", "state": {"word": "Asleep"}}]}, source())
    assert matter.status is Status.UNKNOWN
    assert "Asleep" in caplog.text


def test_an_event_whose_day_is_missing_stays_out() -> None:
    asked = source(**{"event introduced": "{laid}", "event enacted": "{signed}"})
    [matter] = matters({"items": [{"number": 7, "name": "Rooms", "laid": "2031-02-03", "signed": None}]}, asked)
    assert [(event.date, event.kind) for event in matter.events] == [("2031-02-03", "introduced")]


def test_a_record_without_a_number_is_no_matter() -> None:
    assert matters({"items": [{"name": "Rooms"}]}, source()) == []


def test_a_single_record_may_stand_bare_and_none_may_be_null() -> None:
    assert len(matters({"items": {"number": 7, "name": "Rooms"}}, source())) == 1
    assert matters({"items": None}, source()) == []


def test_the_same_list_may_come_as_xml() -> None:
    answer = b"<answer><items><number>7</number><name>Rooms</name></items><items><number>8</number><name>Lamps</name></items></answer>"
    assert [matter.id for matter in matters(answer, source())] == ["zz/bill/7", "zz/bill/8"]


def test_nothing_said_in_the_sources_own_way_is_empty_and_anything_else_refused() -> None:
    asked = source(nothing="RESULT.CODE=INFO-200")
    assert matters({"RESULT": {"CODE": "INFO-200"}}, asked) == []
    with pytest.raises(Unreadable, match="has no items"):
        matters({"RESULT": {"CODE": "ERROR-300"}}, asked)


@pytest.mark.parametrize(
    ("option", "url", "following"),
    [
        ({"page": "page 10"}, "https://x.invalid/?page=2", "https://x.invalid/?page=3"),
        ({"page": "page 10"}, "https://x.invalid/?page=3", ""),
        ({"offset": "Skip 10"}, "https://x.invalid/?Skip=10", "https://x.invalid/?Skip=20"),
        ({"offset": "Skip 10"}, "https://x.invalid/?Skip=20", ""),
    ],
)
def test_further_pages_are_asked_as_far_as_the_total_goes(option: dict[str, str], url: str, following: str) -> None:
    answer = {"total": 25, "items": [{"number": 7, "name": "Rooms"}]}
    found = rows.parse(Response(url=url, body=json.dumps(answer).encode()), source(total="total", **option))
    assert [thing.url for thing in found if isinstance(thing, Request)] == ([following] if following else [])


def test_an_answer_may_be_one_record_which_is_not_asked_for_again() -> None:
    asked = source(one="detail", follow="https://x.invalid/{number}")
    body = json.dumps({"number": 7, "name": "Rooms", "detail": []}).encode()
    (matter,) = rows.parse(Response(url="https://x.invalid/7", body=body), asked)
    assert isinstance(matter, Matter)

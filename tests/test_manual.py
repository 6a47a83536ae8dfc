"""Matters entered by hand."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.facts import read
from crawlers.fault import Fault
from crawlers.joining.merge import merge
from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind, Kind, Status
from dashboard.upkeep.by_hand import entered, from_options, keep
from index.clock import windows
from index.intake import take
from index.records import Records, open_records

INSTANT = "2026-11-25T06:00:00Z"
DOCKET = b"""
id: us/scotus/26-123
title: A v. B
kind: case
status: pending
topics: [intermediary_liability]
links: [challenges us/usc/47/230]
events:
  - {kind: docketed, date: 12 Nov 2026, label: Docketed}
  - {kind: response_due, date: 2026-12-14}
"""


def test_a_docket_by_hand_has_windows_like_any_other() -> None:
    (matter,) = entered(read(DOCKET, "docket.yaml"), "docket.yaml", "policy lead", INSTANT)
    assert (matter.source, matter.jurisdiction, matter.parser) == ("manual", "us", "manual/1")
    assert "policy lead, 2026-11-25T06:00:00Z" in matter.note
    found = {window.rule: window.answer.date for window in windows(matter, date(2026, 11, 25))}
    assert found["us.scotus.cert.petitioner"] == "2026-12-14"


def test_options_say_the_same_as_a_file() -> None:
    options = from_options(
        id="us/scotus/26-123", title="A v. B", kind="case", status="pending", topics=["intermediary_liability"],
        links=["challenges us/usc/47/230"], events=["docketed=2026-11-12 Docketed", "response_due=2026-12-14"],
    )  # fmt: skip
    assert entered(options, "options", "policy lead", INSTANT) == entered(
        read(DOCKET, "x.yaml"), "x.yaml", "policy lead", INSTANT
    )


def test_a_list_gives_several() -> None:
    one = {"id": "us/x/1", "title": "t", "kind": "bill"}
    assert [matter.id for matter in entered([one, {**one, "id": "us/x/2"}], "f", "w", INSTANT)] == ["us/x/1", "us/x/2"]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"id": "x", "title": "t", "kind": "bill"}, "write the id as place/series/number"),
        ({"id": "us/x/1", "title": "t", "kimd": "bill"}, "kimd"),
        ({"id": "us/x/1", "title": "t", "kind": "bil"}, "Invalid enum value|invalid enum value"),
        ({"id": "us/x/1", "title": "t", "kind": "bill", "links": ["likes us/x/2"]}, "the link"),
        (
            {"id": "us/x/1", "title": "t", "kind": "case", "events": [{"kind": "docketed", "date": "03/04/2026"}]},
            "3 Apr 2026",
        ),
        ("words", "entry 1"),
        (None, "entry 1"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_key(entry: object, sentence: str) -> None:
    with pytest.raises(Fault, match=sentence):
        entered(entry, "docket.yaml", "policy lead", INSTANT)


def test_nobody_enters_a_matter_without_saying_who() -> None:
    with pytest.raises(Fault, match="who"):
        entered({"id": "us/x/1", "title": "t", "kind": "bill"}, "f", " ", INSTANT)


@pytest.mark.parametrize("day", ["2026-11-12", "12 Nov 2026", "Thu 12 Nov 2026", "November 12, 2026"])
def test_a_day_in_an_option_is_written_in_any_unmistakable_spelling(day: str) -> None:
    options = from_options(id="us/x/1", title="t", kind="case", events=[f"docketed={day} Docketed today"])
    (matter,) = entered(options, "options", "counsel", INSTANT)
    assert (matter.events[0].date, matter.events[0].label) == ("2026-11-12", "Docketed today")


def test_a_kind_of_event_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(Fault, match="no kind 'docketd'; write docketed"):
        from_options(id="us/x/1", events=["docketd=2026-11-12"])


OFFICIAL = Matter(
    id="us/scotus/26-123",
    source="us-scotus",
    jurisdiction="us",
    kind=Kind.CASE,
    title="Anderson, et al. v. Brown",
    url="https://court.example/26-123",
    language="en",
    status=Status.PENDING,
    events=(Event(date="2026-11-12", kind=EventKind.DOCKETED, label="Petition filed"),),
    snapshot="a" * 64,
    parser="scotus/1",
)
LATER = "2026-11-26T06:00:00Z"


def by_hand(**given: object) -> Matter:
    (matter,) = entered({**read(DOCKET, "f"), **given}, "f", "counsel", INSTANT)
    return matter


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(f"sqlite:///{tmp_path / 'records.db'}")


def held(records: Records) -> Matter:
    found = records.get(OFFICIAL.id)
    assert found
    return found


@pytest.mark.parametrize("first", ["official", "hand"])
def test_a_day_by_hand_is_added_to_what_the_court_says_and_takes_nothing_away(records: Records, first: str) -> None:
    if first == "official":
        take(records, [OFFICIAL], INSTANT)
    keep(records, [by_hand()], INSTANT)
    take(records, [OFFICIAL], LATER)
    found = held(records)
    assert (found.source, found.title, found.url) == (OFFICIAL.source, OFFICIAL.title, OFFICIAL.url)
    assert [(event.date, event.label) for event in found.events] == [
        ("2026-11-12", "Petition filed"),
        ("2026-12-14", ""),
    ]
    assert "By hand: “A v. B”, pending. Entered by hand: counsel" in found.note


def test_another_day_by_hand_stands_beside_the_official_one(records: Records) -> None:
    take(records, [OFFICIAL], INSTANT)
    keep(records, [by_hand(events=[{"kind": "docketed", "date": "2026-11-13"}])], INSTANT)
    assert [event.date for event in held(records).events] == ["2026-11-12", "2026-11-13"]


def test_the_watch_list_keeps_its_words_and_gets_the_day(records: Records) -> None:
    believed = replace(OFFICIAL, source="watchlist", status=Status.ARGUED)
    take(records, [believed], INSTANT)
    keep(records, [by_hand()], INSTANT)
    found = held(records)
    assert (found.source, found.status, found.url) == ("watchlist", Status.ARGUED, OFFICIAL.url)
    assert "2026-12-14" in {event.date for event in found.events}


def test_what_was_entered_by_hand_alone_is_corrected_by_the_next_entry(records: Records) -> None:
    keep(records, [by_hand()], INSTANT)
    keep(records, [by_hand(title="A v. C", events=[{"kind": "docketed", "date": "2026-11-13"}])], LATER)
    found = held(records)
    assert (found.title, [event.date for event in found.events]) == ("A v. C", ["2026-11-13"])


def test_joining_by_hand_and_official_is_the_same_in_any_order_and_twice() -> None:
    joined = merge(OFFICIAL, by_hand())
    assert merge(by_hand(), OFFICIAL) == joined == merge(joined, by_hand())

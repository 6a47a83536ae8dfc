"""Matters entered by hand."""

from datetime import date

import pytest

from crawlers.facts import BadFacts, read
from dashboard.manual import entered, from_options
from index.clock import windows

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
        ({"id": "x", "title": "t", "kind": "bill"}, "id: write place/series/number"),
        ({"id": "us/x/1", "title": "t", "kimd": "bill"}, "kimd"),
        ({"id": "us/x/1", "title": "t", "kind": "bil"}, "Invalid enum value|invalid enum value"),
        ({"id": "us/x/1", "title": "t", "kind": "bill", "links": ["likes us/x/2"]}, "links"),
        (
            {"id": "us/x/1", "title": "t", "kind": "case", "events": [{"kind": "docketed", "date": "03/04/2026"}]},
            "3 Apr 2026",
        ),
        ("words", "entry 1"),
        (None, "entry 1"),
    ],
)
def test_a_fault_is_one_sentence_that_names_the_key(entry: object, sentence: str) -> None:
    with pytest.raises(BadFacts, match=sentence):
        entered(entry, "docket.yaml", "policy lead", INSTANT)


def test_nobody_enters_a_matter_without_saying_who() -> None:
    with pytest.raises(BadFacts, match="who"):
        entered({"id": "us/x/1", "title": "t", "kind": "bill"}, "f", " ", INSTANT)


@pytest.mark.parametrize("day", ["2026-11-12", "12 Nov 2026", "Thu 12 Nov 2026", "November 12, 2026"])
def test_a_day_in_an_option_is_written_in_any_unmistakable_spelling(day: str) -> None:
    options = from_options(id="us/x/1", title="t", kind="case", events=[f"docketed={day} Docketed today"])
    (matter,) = entered(options, "options", "counsel", INSTANT)
    assert (matter.events[0].date, matter.events[0].label) == ("2026-11-12", "Docketed today")


def test_a_kind_of_event_that_is_none_is_told_with_the_nearest() -> None:
    with pytest.raises(BadFacts, match="no kind 'docketd'; write docketed"):
        from_options(id="us/x/1", events=["docketd=2026-11-12"])

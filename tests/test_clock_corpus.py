"""Every recorded docket, consultation and comment date gives windows, or a reason that is true of it."""

import json

import pytest

from crawlers.vocabulary import EventKind, Kind
from index.clock import Window, windows
from index.clock.rules import Kind as Answered
from index.clock.rules import rule
from tests.clock_table import CONSULTATIONS, DOCKETS, DOCS, REGISTER, TODAY, closes, matters, table
from tests.shared import CORPUS, needs_corpus

pytestmark = [pytest.mark.corpus, needs_corpus]


def true_reason(window: Window) -> bool:
    """A reason names what is missing, when the text that was read begins, or what the rule itself says."""
    asked, note = rule(window.rule), window.answer.note
    if window.answer.answer is not Answered.CANNOT_COMPUTE:
        return asked.note in note
    return bool(window.answer.missing) or (bool(asked.valid_from) and asked.valid_from[:4] in note)


def test_every_docket_gives_windows_or_a_true_reason() -> None:
    dockets = matters(*DOCKETS)
    assert len(dockets) >= 16
    for docket in dockets:
        found = windows(docket, TODAY)
        assert found, docket.id
        assert all(window.answer.date or true_reason(window) for window in found), docket.id


def test_no_docket_has_an_event_that_its_window_calls_missing() -> None:
    words = {
        "docketed": (EventKind.DOCKETED, ""),
        "response_due": (EventKind.RESPONSE_DUE, ""),
        "petitioner_brief_due": (EventKind.BRIEF_DUE, "petitioner's brief"),
        "petitioner_brief_filed": (EventKind.BRIEF_FILED, "Brief of petitioner"),
    }
    for docket in matters(*DOCKETS):
        for name in {name for window in windows(docket, TODAY) for name in window.answer.missing}:
            kind, label = words[name]
            assert not [event for event in docket.events if event.kind is kind and label in event.label], docket.id


def test_the_docket_of_23_7483_follows_the_call_for_a_response_and_both_extensions() -> None:
    (docket,) = [one for one in matters(*DOCKETS) if one.id == "us/scotus/23-7483"]
    found = {f"{window.rule} {window.side}": window.answer.date for window in windows(docket, TODAY)}
    assert found["us.scotus.cert.petitioner petitioner"] == "2024-06-27"
    assert found["us.scotus.cert.respondent respondent"] == "2024-08-30"


def test_every_consultation_closes_on_the_day_its_page_prints() -> None:
    found = [one for one in matters(*CONSULTATIONS) if one.kind is Kind.CONSULTATION]
    assert len(found) >= 10
    for one in found:
        assert {window.answer.date for window in windows(one, TODAY)} - {None} == closes(one)


def test_every_comment_date_of_the_register_is_a_window_on_that_very_day() -> None:
    pages = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((CORPUS / REGISTER[0]).iterdir())]
    printed = {
        one["document_number"]: one["comments_close_on"]
        for page in pages
        for one in page["results"]
        if one.get("comments_close_on")
    }
    answered = {
        one.id.rsplit("/", 1)[1]: {window.answer.date for window in windows(one, TODAY)}
        for one in matters(*REGISTER)
        if closes(one)
    }
    assert len(printed) >= 60
    assert answered == {number: {day} for number, day in printed.items()}


def test_the_table_of_the_documentation_is_what_the_clock_says() -> None:
    assert DOCS.read_text(encoding="utf-8") == table()

"""What passes is not always law, and what a court publishes is not always a decision."""

import json
from typing import Any

import pytest

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Status


def read(answer: dict[str, Any], source: str) -> Matter:
    (matter,) = imports.read(
        Response(url="", body=json.dumps(answer).encode(), name="a.json"), watched().source(source)
    )
    return matter


def passed(form: str, state: str) -> Matter:
    bill = {
        "bill_id": 1, "bill_number": "S7", "bill_type": form, "state": state, "status": 4, "status_date": "2026-02-02",
        "title": "On lamps", "session": {"year_start": 2025, "year_end": 2026, "session_name": "119th Congress"},
        "progress": [{"date": "2026-02-02", "event": 4}],
    }  # fmt: skip
    return read({"status": "OK", "bill": bill}, "us-legiscan")


@pytest.mark.parametrize(("form", "state"), [("B", "CA"), ("", "CA"), ("JR", "US")])
def test_a_bill_that_has_passed_is_law(form: str, state: str) -> None:
    matter = passed(form, state)
    assert (matter.status, matter.events[0].kind) == (Status.ENACTED, EventKind.ENACTED)


@pytest.mark.parametrize("form", ["R", "CR", "JR", "CA", "M"])
def test_a_resolution_or_an_amendment_put_to_a_vote_that_has_passed_is_not(form: str) -> None:
    matter = passed(form, "CA")
    assert (matter.status, matter.events[0].kind) == (Status.PASSED, EventKind.PASSED)


@pytest.mark.parametrize(
    ("form", "status", "kind"),
    [
        ("HEJUD", Status.DECIDED, EventKind.DECIDED),
        ("HECOM", Status.WINDOW_OPEN, EventKind.COMMUNICATED),
        ("PR", Status.UNKNOWN, EventKind.PUBLISHED),
        ("CLIN", Status.UNKNOWN, EventKind.PUBLISHED),
    ],
)
def test_an_item_of_hudoc_decides_only_when_it_is_a_decision(form: str, status: Status, kind: EventKind) -> None:
    item = {
        "itemid": "001-9",
        "docname": "LAMP v. SAMPLELAND",
        "doctype": form,
        "kpdate": "2026-02-03T00:00:00",
        "appno": "9/24",
    }
    matter = read({"resultcount": 1, "results": [{"columns": item}]}, "coe-hudoc")
    assert (matter.status, matter.events[0].kind) == (status, kind)


UPPER, LOWER, ONLY = "upper", "lower", "legislature"


def acted(form: str, *actions: tuple[str, str]) -> Status:
    """What a bill of Texas is after these: kind of action, by which house."""
    rows = [
        {
            "date": f"2026-01-{day:02}",
            "description": kind,
            "classification": [kind],
            "organization": {"classification": house},
        }
        for day, (kind, house) in enumerate(actions, 1)
    ]
    place = {"id": "ocd-jurisdiction/country:us/state:tx/government", "name": "Texas"}
    bill = {"id": "ocd-bill/1", "session": "89", "jurisdiction": place, "identifier": "SB 7", "title": "Lamps"}
    return read(
        {"results": [{**bill, "classification": [form], "actions": rows}], "pagination": {}}, "us-openstates"
    ).status


@pytest.mark.parametrize(
    ("form", "actions", "status"),
    [
        ("bill", [("passage", UPPER)], Status.PASSED_ONE_CHAMBER),
        ("bill", [("passage", UPPER), ("passage", LOWER)], Status.PASSED),
        ("bill", [("passage", ONLY)], Status.PASSED),
        ("resolution", [("passage", UPPER)], Status.PASSED),
        ("concurrent resolution", [("passage", UPPER)], Status.PASSED_ONE_CHAMBER),
        ("bill", [("executive-veto", "executive"), ("veto-override-passage", UPPER)], Status.VETOED),
        ("bill", [("passage", UPPER), ("passage", LOWER), ("executive-veto-line-item", "executive")], Status.ENACTED),
        (
            "bill",
            [("committee-failure", LOWER), ("committee-passage", LOWER), ("passage", LOWER)],
            Status.PASSED_ONE_CHAMBER,
        ),
        ("bill", [("withdrawal", LOWER), ("referral-committee", LOWER)], Status.COMMITTEE),
        ("bill", [("passage", LOWER), ("failure", UPPER)], Status.REJECTED),
    ],
)
def test_a_measure_needs_every_chamber_that_it_goes_through(
    form: str, actions: list[tuple[str, str]], status: Status
) -> None:
    assert acted(form, *actions) is status


def test_a_veto_overridden_by_both_chambers_is_law() -> None:
    overridden = [("veto-override-passage", UPPER), ("veto-override-passage", LOWER)]
    assert acted("bill", ("executive-veto", "executive"), *overridden) is Status.ENACTED

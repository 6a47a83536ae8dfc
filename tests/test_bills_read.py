"""What documents of parliaments say in forms that their fixtures do not show: own small documents in the official formats."""

import json
from typing import Any

import pytest

from crawlers import imports
from crawlers.matter import Link, Matter, Person
from crawlers.response import Found, Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, LinkKind, Status


def read(source: str, answer: Any, url: str = "", name: str = "a.json") -> list[Found]:
    """What the source reads in an answer, given as bytes or as what becomes JSON."""
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return list(imports.read(Response(url=url, body=body, name=name), watched().source(source)))


def one(source: str, answer: Any, url: str = "", name: str = "a.json") -> Matter:
    (matter,) = (found for found in read(source, answer, url, name) if isinstance(found, Matter))
    return matter


def happened(matter: Matter) -> list[tuple[str, str, EventKind, str]]:
    return [(event.date, event.time, event.kind, event.label) for event in matter.events]


def legiscan(**facts: Any) -> Matter:
    session = {"year_start": 2025, "year_end": 2025, "session_name": "2025 Regular Session", **facts.pop("session", {})}
    bill = {
        "bill_id": 5, "bill_number": "SB12", "bill_type": "B", "state": "AZ", "status": 1, "status_date": "2025-01-14",
        "title": "Lamps", "progress": [{"date": "2025-01-14", "event": 1}], "session": session,
    }  # fmt: skip
    return one("us-legiscan", {"status": "OK", "bill": bill | facts})


def test_votes_amendments_and_referrals_of_legiscan_stand_in_the_order_of_days() -> None:
    matter = legiscan(
        votes=[
            {"date": "2025-03-01", "desc": "Third Reading", "yea": 31, "nay": 28, "chamber": "H", "url": "https://v"}
        ],
        amendments=[
            {
                "date": "2025-02-20",
                "title": "Floor Amendment 2",
                "adopted": 1,
                "chamber": "S",
                "state_link": "https://a",
            }
        ],
        referrals=[{"date": "2025-01-20", "name": "Energy", "chamber": "S"}],
        calendar=[{"date": "2025-02-01", "time": "09:30", "description": "Hearing", "location": "Room 1"}],
    )
    assert happened(matter) == [
        ("2025-01-14", "", EventKind.INTRODUCED, "introduced"),
        ("2025-01-20", "", EventKind.REFERRED, "Referred to Senate: Energy"),
        ("2025-02-01", "09:30", EventKind.HEARING, "Hearing Room 1"),
        ("2025-02-20", "", EventKind.AMENDED, "Senate: Floor Amendment 2 (adopted)"),
        ("2025-03-01", "", EventKind.VOTE, "House: Third Reading: 31 yes, 28 no"),
    ]
    assert [(event.zone, event.url) for event in matter.events[2:]] == [
        ("America/Phoenix", ""), ("", "https://a"), ("", "https://v"),
    ]  # fmt: skip


def test_sponsors_and_sister_bills_of_legiscan_are_told_apart() -> None:
    matter = legiscan(
        sponsors=[{"name": "Ann Lee", "sponsor_type_id": 1}, {"name": "Bo Ray", "sponsor_type_id": 2}],
        sasts=[
            {"type": "Same As", "sast_bill_id": 6},
            {"type": "Carry Over", "sast_bill_id": 7},
            {"type": "Enabled by", "sast_bill_id": 8},
        ],
    )
    assert matter.people == (Person(name="Ann Lee", role="sponsor"), Person(name="Bo Ray", role="cosponsor"))
    assert matter.links == (
        Link(kind=LinkKind.COMPANION, target="us/legiscan/6"),
        Link(kind=LinkKind.FOLLOWS, target="us/legiscan/7"),
        Link(kind=LinkKind.RELATED, target="us/legiscan/8"),
    )


@pytest.mark.parametrize(
    ("code", "last", "status"),
    [
        (1, "Referred to Rules", Status.LAPSED),
        (2, "Received in House", Status.LAPSED),
        (3, "To governor", Status.PASSED),
        (1, "Continued to 2026 in Rules", Status.INTRODUCED),
        (6, "Failed", Status.REJECTED),
    ],
)
def test_a_session_that_adjourned_takes_along_what_was_before_a_chamber(code: int, last: str, status: Status) -> None:
    ended = legiscan(status=code, history=[{"date": "2025-02-01", "action": last}], session={"sine_die": 1})
    assert ended.status is status
    assert (ended.source_status.partition("; ")[2] == "session adjourned sine die") is (status is Status.LAPSED)

"""How far a bill of Congress has come: one chamber, both in the same words, or back to the first with amendments."""

import pytest

from crawlers.places.us.congress import Action
from crawlers.places.us.passage import standing
from crawlers.vocabulary import Status

HOUSE = Action("2025-03-10", "On passage Passed by the Yeas and Nays: 217 - 211 (Roll no. 95).", "8000")
SAME = Action("2025-03-10", "On passage Passed by the Yeas and Nays: 217 - 211 (Roll no. 95).", "H37100")
SENATE = Action("2025-04-10", "Passed Senate without amendment by Voice Vote.", "17000")
AMENDING = Action("2025-04-10", "Passed Senate with an amendment by Yea-Nay Vote. 51 - 48.", "17000")
AGREED = Action("2025-04-20", "On motion that the House agree to the Senate amendment Agreed to by voice vote.")
FURTHER = Action("2025-04-20", "House agreed to Senate amendment with an amendment by voice vote.")
REPORTED = Action("2025-05-20", "Conference report agreed to in Senate: Senate agreed to conference report.")


RECEIVED = Action("2025-03-11", "Received in the Senate and Read twice and referred to the Committee on Lamps.")


@pytest.mark.parametrize(
    ("actions", "status"),
    [
        ((HOUSE,), Status.PASSED_ONE_CHAMBER),
        ((HOUSE, SAME), Status.PASSED_ONE_CHAMBER),
        ((RECEIVED,), Status.PASSED_ONE_CHAMBER),
        ((HOUSE, SENATE), Status.PASSED),
        ((HOUSE, AMENDING), Status.PASSED_ONE_CHAMBER),
        ((HOUSE, AMENDING, FURTHER), Status.PASSED_ONE_CHAMBER),
        ((HOUSE, AMENDING, AGREED), Status.PASSED),
        ((HOUSE, AMENDING, FURTHER, REPORTED), Status.PASSED),
    ],
)
def test_a_bill_has_passed_when_both_chambers_agree_on_its_words(actions: tuple[Action, ...], status: Status) -> None:
    assert standing(actions, "hr", law=False)[0] is status


def test_a_simple_resolution_needs_one_chamber() -> None:
    assert standing([HOUSE], "hres", law=False)[0] is Status.PASSED


VETO = Action("2025-05-01", "Vetoed by President.", "31000")
OVER_HOUSE = Action("2025-05-03", "Passed House over veto by the Yeas and Nays: 300 - 100.")
OVER_SENATE = Action("2025-05-04", "Passed Senate over veto by Yea-Nay Vote. 70 - 30.")


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Signed by President.", Status.ENACTED),
        ("Measure Signed in Senate", Status.PASSED),
        ("Held at the desk.", Status.PASSED_ONE_CHAMBER),
        ("House disagreed to Senate amendment.", Status.PASSED_ONE_CHAMBER),
        ("Laid on the table. See S. 5 for further action.", Status.MERGED),
        ("Failed of passage in House over veto by the Yeas and Nays.", Status.VETOED),
        ("Subcommittee on Lamps Discharged.", Status.COMMITTEE),
        ("Introduced in House", Status.INTRODUCED),
        ("Motion to reconsider laid on the table Agreed to without objection.", Status.UNKNOWN),
        ("Cloture motion on the measure presented in Senate.", Status.UNKNOWN),
    ],
)
def test_the_newest_action_alone_says_no_more_than_it_does(words: str, status: Status) -> None:
    assert standing([Action("2025-05-20", words)], "hr", law=False)[0] is status


@pytest.mark.parametrize(
    ("actions", "status"),
    [
        ((HOUSE, SENATE, VETO), Status.VETOED),
        ((HOUSE, SENATE, VETO, OVER_HOUSE), Status.VETOED),
        ((HOUSE, SENATE, VETO, OVER_HOUSE, OVER_SENATE), Status.PASSED),
    ],
)
def test_one_chamber_alone_overrides_no_veto(actions: tuple[Action, ...], status: Status) -> None:
    assert standing(actions, "hr", law=False)[0] is status

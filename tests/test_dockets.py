"""What entries of a docket of the Supreme Court mean for the whole: ended, taken up again, or still open."""

import pytest

from crawlers.courts import docket, scotus
from crawlers.courts.docket import Entry
from crawlers.vocabulary import EventKind, Status

FILED = ("2026-10-05", "Petition for a writ of certiorari filed. (Response due November 4, 2026)")
DENIED = ("2026-11-09", "Petition DENIED.")


def standing(*entries: tuple[str, str]) -> Status:
    return docket.standing([Entry(day, words) for day, words in entries])[0]


@pytest.mark.parametrize(
    "order",
    [
        "Petition Dismissed - Rule 46.",
        "The motion to proceed without fees is denied, and the petition for a writ of certiorari is dismissed. See Rule 39.8.",
        "The petition for a writ of mandamus and/or prohibition is denied.",
        "Judgment AFFIRMED.",
    ],
)
def test_an_order_in_any_spelling_ends_the_case(order: str) -> None:
    assert standing(FILED, ("2026-11-09", order)) is Status.DECIDED


@pytest.mark.parametrize(
    "order",
    [
        "The petition for a writ of certiorari is granted.",
        "The motion of petitioner for leave to proceed in forma pauperis is denied. Petitioner is allowed until November 30.",
        "PROBABLE JURISDICTION NOTED.",
    ],
)
def test_a_ruling_that_lets_the_case_go_on_leaves_it_pending(order: str) -> None:
    assert standing(FILED, ("2026-11-09", order)) is Status.PENDING


def test_a_writ_granted_in_lower_case_is_granted() -> None:
    words = "The motion for leave to file out of time is granted. The petition for a writ of certiorari is granted."
    assert ("2026-11-09", EventKind.GRANTED) in docket.meanings(Entry("2026-11-09", words))


def test_a_petition_denied_and_heard_again_is_alive() -> None:
    again = ("2026-12-14", "Petition for rehearing GRANTED. The order denying the petition is vacated.")
    assert standing(FILED, DENIED, again) is Status.PENDING
    assert standing(FILED, DENIED, ("2026-12-14", "Rehearing DENIED.")) is Status.DECIDED


def test_a_case_set_for_reargument_waits_to_be_argued() -> None:
    assert standing(FILED, ("2027-01-12", "Argued.")) is Status.ARGUED
    later = ("2027-06-20", "Case restored to the calendar for reargument.")
    assert standing(FILED, ("2027-01-12", "Argued."), later) is Status.PENDING


def test_the_day_for_answering_an_application_is_kept() -> None:
    words = "Response to application (26A90) requested by Justice Kagan, due by 4 p.m. (EST), on October 13, 2026."
    assert ("2026-10-13", EventKind.RESPONSE_DUE) in docket.meanings(Entry("2026-10-06", words))


@pytest.mark.parametrize(
    ("number", "said"), [("26A90", "application"), ("26-90", "petition"), ("22O199", "original action")]
)
def test_a_docket_number_says_what_the_case_is(number: str, said: str) -> None:
    assert scotus.instrument(number) == said

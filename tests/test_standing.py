"""Where a law stands on a day by its own dates."""

from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.eu.commencement import IN_PART
from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind, Kind, Mark, Status
from index.in_force import by_its_dates, standing


def law(*events: Event, status: Status = Status.ENACTED) -> Matter:
    return Matter(
        id="zz/act/2026/1",
        jurisdiction="zz",
        kind=Kind.ACT,
        title="An Act",
        language="en",
        source="zz-laws",
        status=status,
        status_as_of="2022-10-27",
        events=events,
    )


def on(day: str, kind: EventKind, *, cancelled: bool = False, mark: Mark = Mark.OFFICIAL) -> Event:
    return Event(date=day, kind=kind, cancelled=cancelled, mark=mark)


IN_FORCE = on("2022-11-16", EventKind.IN_FORCE)
FIRST = on("2022-11-16", EventKind.APPLIES_FROM)
REST = on("2024-02-17", EventKind.APPLIES_FROM)


@pytest.mark.parametrize(
    ("day", "status", "since"),
    [
        ("2022-11-15", Status.ENACTED, "2022-10-27"),
        ("2022-11-16", Status.PARTLY_IN_FORCE, "2022-11-16"),
        ("2024-02-16", Status.PARTLY_IN_FORCE, "2022-11-16"),
        ("2024-02-17", Status.IN_FORCE, "2024-02-17"),
    ],
)
def test_a_law_moves_on_with_its_dates(day: str, status: Status, since: str) -> None:
    shown = standing(law(IN_FORCE, FIRST, REST), date.fromisoformat(day))
    assert (shown.status, shown.status_as_of) == (status, since)


def test_a_law_that_is_in_force_and_does_not_apply_yet_is_in_its_grace_period() -> None:
    assert standing(law(IN_FORCE, REST), date(2023, 1, 1)).status is Status.GRACE_PERIOD


def test_what_a_court_a_parliament_or_a_later_date_did_is_never_overruled() -> None:
    day = date(2026, 1, 1)
    struck = law(IN_FORCE, status=Status.STRUCK_DOWN)
    assert standing(struck, day) is struck
    for kind in (EventKind.ENDS, EventKind.REPEALED, EventKind.SUSPENDED):
        ended = law(IN_FORCE, on("2025-12-31", kind))
        assert standing(ended, day) is ended


def test_the_end_of_a_part_ends_no_law_and_the_end_of_the_whole_does() -> None:
    part, whole = (on(day, EventKind.ENDS) for day in ("2024-07-01", "2025-12-31"))
    law_in_part = law(IN_FORCE, replace(part, label=IN_PART), whole)
    assert standing(law_in_part, date(2025, 12, 30)).status is Status.IN_FORCE
    assert standing(law_in_part, date(2025, 12, 31)) is law_in_part


def test_a_cancelled_day_moves_nothing() -> None:
    unmoved = law(on("2022-11-16", EventKind.IN_FORCE, cancelled=True))
    assert standing(unmoved, date(2026, 1, 1)) is unmoved


def test_a_status_from_an_unverified_day_is_unverified() -> None:
    shown = standing(law(on("2022-11-16", EventKind.IN_FORCE, mark=Mark.MEMORY)), date(2026, 1, 1))
    assert shown.mark is Mark.MEMORY


def test_where_only_its_own_days_say_where_a_law_stands_that_can_be_told() -> None:
    shown = standing(law(IN_FORCE), date(2026, 1, 1))
    assert by_its_dates(shown)
    assert not by_its_dates(replace(shown, source_status="In force"))
    assert not by_its_dates(law(IN_FORCE))

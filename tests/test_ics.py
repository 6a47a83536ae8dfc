"""Calendar files: what a calendar program reads in them."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from crawlers.matter import Event, Matter
from crawlers.vocabulary import Kind, Status
from dashboard.feeds.choice import Choice, days, held
from dashboard.feeds.days import Day, ahead, of_matter, of_window
from dashboard.feeds.ics import calendar
from dashboard.words.tongue import tongue
from index.clock import windows
from index.records import open_records
from tests.test_clock_matters import CALL_EVIDENCE, PETITION, TODAY, consultation, event

STAMP = "2026-11-25T06:00:00Z"
SITE = "https://amicus.example"


def read(days: list[Day]) -> list[Any]:
    found: Any = Calendar.from_ical(calendar(days, "All windows", STAMP))
    assert not found.errors
    return list(found.walk("VEVENT"))


def hearing(*events: Event) -> Matter:
    return Matter(
        id="uk/bill/1", source="s", jurisdiction="uk", kind=Kind.BILL, title="A Bill", language="en",
        status=Status.COMMITTEE, events=events,
    )  # fmt: skip


def test_a_window_becomes_a_day_for_each_step() -> None:
    (window, *_) = windows(PETITION, TODAY)
    entries = read(list(of_window(window, SITE)))
    days = [entry["DTSTART"].dt for entry in entries]
    assert days[0] == date(2026, 12, 1)
    assert days[1] == date(2026, 12, 11)
    assert isinstance(days[2], datetime)
    assert days[2].isoformat() == "2026-12-14T23:59:00-05:00"
    assert all("[unverified rule]" in entry["SUMMARY"] for entry in entries)


def test_a_whole_day_is_a_date_and_ends_before_the_next() -> None:
    (window,) = windows(consultation("ca/x/1", event("comment_closes", "2026-12-14")), TODAY)
    raw = calendar(of_window(window, SITE), "x", STAMP).decode()
    assert "DTSTART;VALUE=DATE:20261214" in raw
    assert "DTEND;VALUE=DATE:20261215" in raw


def test_an_hour_carries_its_zone_and_the_file_its_definition() -> None:
    closes = event("comment_closes", "2027-03-14", time="23:59", zone="America/New_York")
    (window,) = windows(consultation("us/fr/x", closes), TODAY)
    raw = calendar(of_window(window, SITE), "x", STAMP).decode()
    assert "TZID=America/New_York" in raw
    assert "BEGIN:VTIMEZONE" in raw


def test_a_cancelled_hearing_stays_with_the_same_name_and_a_higher_sequence() -> None:
    planned = event("hearing", "2026-12-07", "Second sitting")
    (before,) = read(list(of_matter(hearing(planned), SITE)))
    gone = event("hearing", "2026-12-07", "Second sitting", cancelled=True)
    (after,) = read(list(of_matter(hearing(gone), SITE)))
    assert before["UID"] == after["UID"]
    assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def test_a_window_of_a_matter_that_was_withdrawn_is_cancelled() -> None:
    (window,) = windows(replace(CALL_EVIDENCE, status=Status.WITHDRAWN), TODAY)
    (entry,) = read(list(of_window(window, SITE)))
    assert entry["STATUS"] == "CANCELLED"


def test_the_sequence_grows_with_every_revision_whether_a_day_is_cancelled_or_set_again(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'r.db'}")
    seen = []
    for day, gone in (("2026-12-07", False), ("2026-12-07", True), ("2026-12-07", False), ("2026-12-09", False)):
        records.write([hearing(event("hearing", day, "Sitting", cancelled=gone))])
        (entry,) = read(list(days(held(records, Choice(), TODAY), SITE, TODAY, tongue("en"))))
        seen.append((entry["UID"], entry["SEQUENCE"], entry["STATUS"]))
    assert len({uid for uid, _, _ in seen}) == 1
    assert [one for _, one, _ in seen] == sorted({one for _, one, _ in seen})
    assert [status for _, _, status in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]


def test_a_day_that_moves_keeps_its_name() -> None:
    (one,) = of_matter(hearing(event("hearing", "2026-12-07", "Sitting 2")), SITE)
    (other,) = of_matter(hearing(event("hearing", "2026-12-09", "Sitting 3")), SITE)
    assert one.uid == other.uid


def test_two_hearings_have_two_names() -> None:
    both = (event("hearing", "2026-12-07", "Sitting"), event("hearing", "2026-12-09", "Sitting"))
    assert len({day.uid for day in of_matter(hearing(*both), SITE)}) == 2


def test_history_and_half_known_days_are_no_days() -> None:
    events = (event("introduced", "2026-12-01"), event("in_force", "2027"))
    assert list(of_matter(hearing(*events), SITE)) == []


def test_only_what_lies_ahead_is_kept_in_order() -> None:
    days = [Day(uid=day, day=day, title="x") for day in ("2026-12-02", "2026-11-24", "2026-11-25")]
    assert [day.day for day in ahead(days, TODAY)] == ["2026-11-25", "2026-12-02"]
    assert ahead([Day(uid="far", day="2211-10-31", title="x")], TODAY) == []


def test_the_same_days_give_the_same_bytes() -> None:
    days = [day for window in windows(PETITION, TODAY) for day in of_window(window, SITE)]
    assert calendar(days, "x", STAMP) == calendar(days, "x", STAMP)


@pytest.mark.parametrize("hostile", ["a\r\nEND:VCALENDAR\r\nX:1", "\u202eevil", "<script>x</script>", "w" * 1_000_000])
def test_hostile_words_stay_words(hostile: str) -> None:
    (entry,) = read([Day(uid="1", day="2026-12-01", title=hostile, words=hostile, url=f"javascript:{hostile}")])
    assert "\u202e" not in entry["SUMMARY"]
    assert "URL" not in entry
    assert len(entry["SUMMARY"]) <= 250


@given(
    st.lists(
        st.builds(
            Day,
            uid=st.from_regex(r"[a-z0-9.]{1,20}", fullmatch=True),
            day=st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(str),
            title=st.text(),
            words=st.text(),
            time=st.sampled_from(["", "09:30", "23:59", "24:00", "25:99", "noon"]),
            zone=st.sampled_from(["", "Europe/Brussels", "America/New_York", "Nowhere/None"]),
            cancelled=st.booleans(),
        ),
        max_size=5,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_days_are_read_back(days: list[Day]) -> None:
    assert [entry["UID"].partition("@")[0] for entry in read(days)] == [day.uid for day in days]


def test_a_calendar_s_words_are_the_reader_s_and_its_uids_are_those_of_every_language() -> None:
    meeting = hearing(event("hearing", "2026-12-07", "Sitting 2"))
    (english,), (german,) = of_matter(meeting, SITE), of_matter(meeting, SITE, tongue("de"))
    assert german.uid == english.uid
    assert english.title.startswith("Sitting 2: ")
    assert german.title.startswith("Anhörung: ")
    assert "Sitting 2" in german.words


def test_a_last_day_that_a_window_tells_stands_once() -> None:
    window = Day(uid="a.any.date", day="2026-12-04", title="File by this day", matter="us/x/1", kind="window")
    closes = Day(
        uid="a.comment_closes.1", day="2026-12-04", title="comments close", matter="us/x/1", kind="comment_closes"
    )
    hearing = Day(uid="a.hearing.1", day="2026-12-04", title="hearing", matter="us/x/1", kind="hearing")
    other = Day(
        uid="b.comment_closes.1", day="2026-12-04", title="comments close", matter="us/x/2", kind="comment_closes"
    )
    assert {day.uid for day in ahead([window, closes, hearing, other], date(2026, 11, 25))} == {
        "a.any.date",
        "a.hearing.1",
        "b.comment_closes.1",
    }

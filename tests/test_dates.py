"""Dates are read as one ISO day or not at all."""

import pytest

from crawlers.values import dates


@pytest.mark.parametrize(
    ("words", "order", "day"),
    [
        ("March 10, 2025", "", "2025-03-10"),
        ("Jul 03 2025", "", "2025-07-03"),
        ("Sept. 5, 2020", "", "2020-09-05"),
        ("Monday, March 3, 2025", "", "2025-03-03"),
        ("3 de marzo de 2021", "", "2021-03-03"),
        ("1er janvier 2020", "", "2020-01-01"),
        ("12. März 2021", "", "2021-03-12"),
        ("1.2.2024", "", "2024-02-01"),
        ("20250102", "", "2025-01-02"),
        ("2025-01-02T03:04:05Z", "", "2025-01-02"),
        ("03/04/2025", "mdy", "2025-03-04"),
        ("03/04/2025", "dmy", "2025-04-03"),
        ("03/04/25", "mdy", "2025-03-04"),
        ("令和5年6月16日", "", "2023-06-16"),
        ("令和元年5月1日", "", "2019-05-01"),
        ("民國112年5月3日", "", "2023-05-03"),
        ("9999-12-31", "", ""),
        ("2211-10-31", "", ""),
        ("0001-01-01T00:00:00Z", "", ""),
        ("nulldate", "", ""),
        ("2025-02-30", "", ""),
        ("", "", ""),
    ],
)
def test_a_day_is_read_in_the_shapes_of_official_sources(words: str, order: str, day: str) -> None:
    assert dates.iso(words, order) == day


def test_day_and_month_are_never_guessed(caplog: pytest.LogCaptureFixture) -> None:
    assert dates.iso("03/04/2025") == ""
    assert "03/04/2025" in caplog.text


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("2025-04-22T03:59:59Z", ("2025-04-21", "23:59", "America/New_York")),
        ("2025-01-05T05:00:00Z", ("2025-01-05", "", "")),
        ("2025-04-22T00:00:00Z", ("2025-04-22", "", "")),
        ("Tue, 03 Jun 2025 10:00:00 GMT", ("2025-06-03", "06:00", "America/New_York")),
        ("2026-07-23T17:44:57.25", ("2026-07-23", "17:44", "America/New_York")),
        ("April 3, 2025 at 5:00 PM", ("2025-04-03", "17:00", "America/New_York")),
        ("April 3, 2025", ("2025-04-03", "", "")),
    ],
)
def test_an_instant_becomes_the_day_and_time_of_the_place(words: str, when: tuple[str, str, str]) -> None:
    assert dates.when(words, "America/New_York") == when


def test_days_are_found_inside_a_sentence() -> None:
    assert dates.inside("Reply by March 3, 2025, argued 5 April 2025") == ["2025-03-03", "2025-04-05"]

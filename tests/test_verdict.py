"""Silence is a signal: what a run was worth, with a fixed clock."""

from typing import Any

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Run, Verdict, judge, not_asked
from tests.loopback import source

SOURCE = replace(source("parliament", "http://127.0.0.2/"), minimum=20, cadence="1d")


def run(day: str = "2026-11-25", **facts: Any) -> Run:
    plain: dict[str, Any] = {"requests": 10, "fetched": 100, "new": 3, "since": "2026-11-01"}
    return Run(source="parliament", started=f"{day}T06:00:00Z", ended=f"{day}T06:01:00Z", **(plain | facts))


def past(*fetched: int, **facts: Any) -> list[Run]:
    """Sound runs on the days before, oldest first."""
    days = range(24 - len(fetched) + 1, 25)
    return [
        run(f"2026-11-{day:02}", fetched=count, verdict=Verdict.OK, **facts)
        for day, count in zip(days, fetched, strict=True)
    ]


def test_a_usual_run_is_ok() -> None:
    assert judge(run(), SOURCE, past(90, 110, 100, 95)) == (Verdict.OK, "")


def test_nothing_new_since_yesterday_is_quiet() -> None:
    assert judge(run(fetched=0, new=0), SOURCE, past(1, 0, 2, 0))[0] is Verdict.QUIET


def test_a_source_silent_for_a_week_is_suspicious() -> None:
    history = [run("2026-11-17", verdict=Verdict.OK), *past(1, 0, 1, 0, new=0)]
    verdict, reason = judge(run(fetched=0, new=0), SOURCE, history)
    assert (verdict, "nothing new since 2026-11-17" in reason) == (Verdict.SUSPICIOUS, True)


def test_rows_that_are_mostly_incomplete_are_suspicious() -> None:
    verdict, reason = judge(run(incomplete=90), SOURCE)
    assert (verdict, reason) == (Verdict.SUSPICIOUS, "90 of 100 records are incomplete")


def test_rows_that_could_not_be_read_count_as_incomplete() -> None:
    assert judge(run(fetched=10, skipped=90), SOURCE)[0] is Verdict.SUSPICIOUS


def test_zero_rows_on_the_first_day_of_a_session_are_suspicious() -> None:
    verdict, reason = judge(run(fetched=0, new=0, since=""), SOURCE, past(500, 510, since=""))
    assert (verdict, "at least 20 are expected" in reason) == (Verdict.SUSPICIOUS, True)


@pytest.mark.parametrize("declared", [120, 90])
def test_totals_that_do_not_add_up_fail_the_run(declared: int) -> None:
    assert judge(run(declared=declared), SOURCE) == (Verdict.FAILED, f"the source says it has {declared}, 100 came")


def test_totals_of_a_bounded_run_are_not_compared() -> None:
    assert judge(run(declared=120, whole=False), SOURCE)[0] is Verdict.OK


def test_far_fewer_than_usual_are_suspicious() -> None:
    verdict, reason = judge(run(fetched=30), SOURCE, past(100, 120, 110, 90))
    assert (verdict, reason) == (Verdict.SUSPICIOUS, "30 came, 105 are usual")


def test_a_source_that_is_sometimes_empty_may_be() -> None:
    assert judge(run(fetched=0, new=0), SOURCE, past(100, 0, 110, 90))[0] is Verdict.QUIET


def test_a_wrong_canary_is_suspicious() -> None:
    assert judge(run(canary=False), SOURCE)[0] is Verdict.SUSPICIOUS


def test_only_errors_fail_the_run_with_the_first_of_them() -> None:
    answered = run(fetched=0, new=0, refused=1, requests=1, faults=("x: the answer is 500",))
    assert judge(answered, SOURCE) == (Verdict.FAILED, "x: the answer is 500")


def test_a_few_errors_are_told_and_do_not_spoil_the_run() -> None:
    verdict, reason = judge(run(requests=200, refused=2, faults=("x: the answer is 404",)), SOURCE)
    assert (verdict, "2 of 200 answers" in reason) == (Verdict.OK, True)


def test_a_host_that_asks_to_wait_was_not_asked() -> None:
    assert judge(run(fetched=0, new=0, requests=0), SOURCE, (), "not before noon") == (
        Verdict.NOT_ASKED,
        "not before noon",
    )


def test_a_source_without_its_key_says_so() -> None:
    told = not_asked(SOURCE, "no key: set PARLIAMENT_KEY", "2026-11-25T06:00:00Z")
    assert (told.verdict, told.reason) == (Verdict.NOT_ASKED, "no key: set PARLIAMENT_KEY")

"""What the mission asks of the clock before anything else: acceptance tests 1, 2, 3 and 10 of its list of needs."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from crawlers.matter import Matter
from dashboard.feeds.choice import Choice, days, held
from dashboard.feeds.days import of_window
from dashboard.feeds.ics import calendar
from index.clock import State, windows
from index.clock.answer import answer, deadline
from index.clock.given import read
from index.clock.rules import Kind, Rule, facts_of, known_facts, rules
from index.records import open_records
from tests.shared import SHARED, needs_mission
from tests.test_clock_matters import TODAY, case, consultation, event

STAMP = "2026-11-25T06:00:00Z"
SITE = "https://amicus.example"
WORDS = {"stated_days": "30", "circuit": "1st", "clerk_state": "MA", "kind": "goods"}
FROM_MEMORY = [rule for rule in rules().values() if rule.mark == "m"]
BOUNDED = [rule for rule in rules().values() if rule.valid_from or rule.valid_to]


def typed(rule: Rule, day: str) -> dict[str, str]:
    """The day for every fact of the rule that is a day, and a word for every other."""
    return {
        name: day if known_facts()[name].kind == "day" else WORDS.get(name, "true")
        for name in facts_of(rule)
        if name not in {"side", "extended_to", "stated_end"}
    }


class TestOne:
    """Pairs of the Supreme Court."""

    @pytest.mark.corpus
    @needs_mission
    @pytest.mark.parametrize(("case_id", "wanted"), [("G13", "2023-12-07"), ("G14", "2023-01-19")])
    def test_the_golden_pair(self, case_id: str, wanted: str) -> None:
        golden = json.loads((SHARED / "mission/windows_golden.json").read_text(encoding="utf-8"))
        one = next(one for one in golden if one["id"] == case_id)
        assert deadline(one["rule"], {name: str(value) for name, value in one["inputs"].items()}).date == wanted

    def test_an_anchor_whose_last_day_is_a_holiday_friday_rolls_over_the_weekend(self) -> None:
        # Thirty days after Wed 3 Jun 2026 are Fri 3 Jul, the day kept for Sat 4 Jul: Mon 6 Jul is the next open one.
        found = deadline("us.scotus.cert.petitioner", {"docketed": "2026-06-03"})
        assert (found.date, found.safe) == ("2026-07-06", "2026-07-02")

    @pytest.mark.parametrize(
        ("rule", "wanted"), [("us.scotus.cert.petitioner", "2024-05-16"), ("us.scotus.cert.respondent", "2024-06-17")]
    )
    def test_an_extension_of_the_respondent_moves_his_friends_alone(self, rule: str, wanted: str) -> None:
        facts = {"docketed": "2024-04-16", "response_due": "2024-05-16", "response_extended_to": "2024-06-17"}
        assert deadline(rule, facts).date == wanted


class TestTwo:
    """Courts that count in their own way."""

    def test_a_reference_to_luxembourg_is_not_available_and_names_the_article(self) -> None:
        found = deadline("eu.cj.reference", {"reference": "C-1/26", "org_party_below": "false"})
        assert found.answer is Kind.NOT_AVAILABLE
        assert "art. 23" in found.citation
        assert "national court" in found.note

    @pytest.mark.parametrize("day", ["2026-01-15", "2026-11-07", "2027-12-01", "2028-02-29"])
    def test_strasbourg_counts_eighty_four_days(self, day: str) -> None:
        wanted = date.fromisoformat(day) + timedelta(days=84)
        assert deadline("coe.ecthr.chamber", {"hudoc_published": day}).date == wanted.isoformat()

    def test_south_africa_counts_court_days_across_a_public_holiday(self) -> None:
        # 16 Dec 2026 is the Day of Reconciliation, so the five court days are 11, 14, 15, 17 and 18 Dec.
        found = deadline("za.cc", {"respondent_submissions_lodged": "2026-12-10"})
        assert found.date == "2026-12-18"
        assert any("16 Dec 2026" in step.says for step in found.steps)


class TestThree:
    """What is from memory says so, and what is no longer or not yet in force never computes."""

    @pytest.mark.parametrize("rule", FROM_MEMORY, ids=lambda rule: rule.id)
    @pytest.mark.parametrize("day", ["", "2026-05-05", "2027-02-27"])
    def test_a_rule_from_memory_is_never_drawn_without_the_word(self, rule: Rule, day: str) -> None:
        found = deadline(rule.id, typed(rule, day))
        assert not found.verified
        assert "unverified" in found.note.lower()

    def test_an_unverified_day_is_flagged_in_every_entry_of_a_calendar(self) -> None:
        (window,) = windows(case("cr/sala/1", event("published", "2026-11-20")), TODAY)
        titles = [day.title for day in of_window(window, SITE)]
        assert titles
        assert all("unverified" in title for title in titles)

    @pytest.mark.parametrize("rule", BOUNDED, ids=lambda rule: rule.id)
    def test_a_day_before_the_text_that_was_read_gives_no_date(self, rule: Rule) -> None:
        assert deadline(rule.id, typed(rule, "1970-01-15")).date is None

    @pytest.mark.parametrize("rule", [rule for rule in rules().values() if rule.anchor], ids=lambda rule: rule.id)
    def test_a_day_after_the_last_one_of_validity_gives_no_date(self, rule: Rule) -> None:
        ended = replace(rule, valid_to="2026-05-04")
        found = answer(ended, read(typed(rule, "2026-05-05")))
        assert found.date is None
        assert found.answer in {Kind.CANNOT_COMPUTE, Kind.NOT_AVAILABLE}


class TestTen:
    """Calendar files."""

    def entries(self, *versions: Matter) -> list[Any]:
        """What a subscriber reads after each version of one matter."""
        records = open_records("sqlite://")
        found: list[Any] = []
        for version in versions:
            records.write([version])
            shown = days(held(records, Choice(), TODAY), SITE, TODAY)
            read: Any = Calendar.from_ical(calendar(shown, "x", STAMP))
            found += read.walk("VEVENT")
        return found

    def test_a_cancelled_hearing_is_cancelled_with_a_higher_sequence(self) -> None:
        planned = case("uk/uksc/1", event("hearing", "2026-12-07", "Hearing"))
        gone = case("uk/uksc/1", event("hearing", "2026-12-07", "Hearing", cancelled=True))
        before, after = self.entries(planned, gone)
        assert before["UID"] == after["UID"]
        assert (before["STATUS"], after["STATUS"]) == ("CONFIRMED", "CANCELLED")
        assert after["SEQUENCE"] > before["SEQUENCE"]

    def test_a_deadline_without_an_hour_is_a_day_and_one_with_an_hour_has_the_clock_of_its_forum(self) -> None:
        whole = consultation("ca/gazette/1", event("comment_closes", "2026-12-14"))
        timed = consultation("uk/consult/1", event("comment_closes", "2026-12-14", time="23:45", zone="Europe/London"))
        for matter, start in (
            (whole, "DTSTART;VALUE=DATE:20261214"),
            (timed, "DTSTART;TZID=Europe/London:20261214T234500"),
        ):
            (window,) = windows(matter, TODAY)
            assert window.state is State.OPEN
            assert start in calendar(of_window(window, SITE), "x", STAMP).decode()

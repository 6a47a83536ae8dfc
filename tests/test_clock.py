"""The rules of windows to act as data, and what an answer says beside its date."""

import json
import re

import pytest

from crawlers.facts import BadFacts
from index.clock.answer import deadline
from index.clock.calendars import calendar
from index.clock.given import BadDay, day
from index.clock.rules import Kind, facts_of, known_facts, rules
from tests.shared import SHARED, needs_mission


@pytest.mark.corpus
@needs_mission
def test_every_row_of_the_mission_has_a_rule() -> None:
    wanted = {rule["id"] for rule in json.loads((SHARED / "mission/windows_rules.json").read_text(encoding="utf-8"))}
    text = (SHARED / "mission/windows.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([a-z]+\.[a-z0-9.]+) \|", text, re.MULTILINE))
    assert wanted | (rows - {"us.states.rest"}) <= set(rules())


def test_every_fact_of_every_rule_is_named_in_words() -> None:
    used = {name for rule in rules().values() for name in (*facts_of(rule), *rule.unused)}
    assert used <= set(known_facts())


def test_every_answer_without_a_period_says_why() -> None:
    silent = [
        rule.id
        for rule in rules().values()
        if rule.answer in {Kind.NOT_AVAILABLE, Kind.NO_FIXED_PERIOD} and not (rule.note or rule.leave)
    ]
    assert silent == []


def test_a_rule_from_memory_never_answers_without_the_word_unverified() -> None:
    from_memory = [rule for rule in rules().values() if rule.mark == "m"]
    assert len(from_memory) > 20
    for rule in from_memory:
        facts = {name: "2026-05-05" if known_facts()[name].kind == "day" else "MA" for name in facts_of(rule)[:1]}
        answer = deadline(rule.id, facts)
        assert not answer.verified
        assert "unverified" in answer.note.lower()


def test_a_rule_outside_its_validity_never_computes() -> None:
    for rule in rules().values():
        if rule.valid_from and rule.anchor and rule.anchor.first:
            facts = dict.fromkeys(rule.anchor.first, "1990-01-15")
            assert deadline(rule.id, facts).answer is Kind.CANNOT_COMPUTE, rule.id


def test_an_extension_of_the_respondent_moves_only_the_friends_of_the_respondent() -> None:
    facts = {"docketed": "2024-04-16", "response_due": "2024-05-16", "response_extended_to": "2024-05-30"}
    assert deadline("us.scotus.cert.petitioner", facts).date == "2024-05-16"
    assert deadline("us.scotus.cert.respondent", facts).date == "2024-05-30"


def test_a_fact_that_does_not_count_is_listed_last_with_its_reason() -> None:
    answer = deadline("us.scotus.cert.petitioner", {"docketed": "2026-11-12", "response_extended_to": "2027-01-14"})
    assert answer.steps[-1].line().startswith("Not used: the time for the response was extended to, Thu 14 Jan 2027")


def test_notice_to_counsel_counts_back_from_the_safe_day() -> None:
    answer = deadline("us.scotus.cert.petitioner", {"docketed": "2026-11-12"})
    assert (answer.date, answer.safe, answer.notify_by) == ("2026-12-14", "2026-12-11", "2026-12-01")


def test_a_printed_day_beats_the_count_and_the_mismatch_is_shown() -> None:
    answer = deadline("be.cc.annul", {"moniteur_notice": "2026-11-19", "stated_end": "2026-12-18"})
    assert answer.date == "2026-12-18"
    assert "Mon 21 Dec 2026" in answer.note


def test_days_that_contradict_each_other_give_no_date() -> None:
    answer = deadline("us.scotus.cert.respondent", {"docketed": "2024-06-01", "response_due": "2024-05-16"})
    assert answer.answer is Kind.CANNOT_COMPUTE
    assert "contradict" in answer.note


def test_a_missing_day_is_named_and_its_hint_is_only_a_hint() -> None:
    answer = deadline("us.app.merits.party", {"appellee_brief_due": "2026-12-02", "side": "appellee"})
    assert (answer.answer, answer.date, answer.hint) == (Kind.CANNOT_COMPUTE, None, "2026-12-09")


def test_the_court_of_justice_does_not_keep_europe_day_but_whit_monday() -> None:
    court = calendar("eu.cjeu")
    assert not court.closed(day("2028-05-09"))
    assert court.closed(day("2028-06-05"))


@pytest.mark.parametrize(
    "words", ["2026-11-12", "12 Nov 2026", "Thu 12 Nov 2026", "November 12, 2026", "12 november 2026"]
)
def test_a_day_is_read_in_any_unmistakable_spelling(words: str) -> None:
    assert day(words).isoformat() == "2026-11-12"


def test_a_day_with_slashes_is_refused_with_both_readings() -> None:
    with pytest.raises(BadDay, match=r"Wed 4 Mar 2026 or Fri 3 Apr 2026"):
        day("03/04/2026")


@pytest.mark.parametrize(
    "words", ["2026-02-30", "9999-12-31", "0001-01-01", "tomorrow", "31/02/2026", "0", "\u202e2026"]
)
def test_a_day_that_is_none_is_refused_in_one_sentence(words: str) -> None:
    with pytest.raises(BadDay):
        day(words)


def test_an_unreadable_day_names_its_fact() -> None:
    with pytest.raises(BadDay, match="docketed"):
        deadline("us.scotus.cert.petitioner", {"docketed": "soon"})


def test_an_unknown_rule_names_its_neighbours() -> None:
    with pytest.raises(BadFacts, match=r"us\.scotus\.cert\.petitioner"):
        deadline("us.scotus.cert.petitoner", {})


def test_an_answer_has_the_shape_that_scripts_rely_on() -> None:
    shape = deadline("us.fr", {"stated_end": "2027-03-14"}).shape()
    assert list(shape) == [
        "rule", "answer", "date", "safe", "notify_by", "opens", "time", "zone",
        "missing", "verified", "note", "arithmetic", "citation", "source",
    ]  # fmt: skip
    json.dumps(shape)


def test_a_clock_or_an_hour_that_is_none_is_not_repeated() -> None:
    answer = deadline("us.fr", {"stated_end": "2027-03-14", "zone": "Mars/Olympus", "time": "25:99"})
    assert (answer.zone, answer.time) == ("America/New_York", "23:59")
    assert deadline("us.fr", {"stated_end": "2027-03-14", "time": "17:00"}).time == "17:00"
    both = deadline("us.fr", {"stated_end": "2027-03-14T10:00Z", "time": "17:00"})
    assert (both.time, both.zone) == ("17:00", "America/New_York")


def test_a_number_of_days_beyond_reason_counts_for_nothing() -> None:
    facts = {"published": "2026-11-07", "stated_days": "999999999"}
    assert deadline("ca.gazette1", facts).answer is Kind.STATED_IN_NOTICE


def test_a_fact_that_no_rule_reads_is_told_apart_from_one_that_does_not_count() -> None:
    answer = deadline("us.scotus.cert.petitioner", {"dockettd": "2026-11-12"})
    assert "no rule reads a fact of this name; did you mean docketed?" in answer.steps[-1].line()
    answer = deadline("us.scotus.cert.petitioner", {"weather": "fine"})
    assert "`amicus deadline --rules` lists the names" in answer.steps[-1].line()


def test_a_notice_without_its_day_sends_the_reader_to_the_notice() -> None:
    assert (
        deadline("any.notice", {}).note
        == "Stated in the notice. No last day is among the facts; open the notice and read it there."
    )


def test_a_day_that_waits_for_a_missing_fact_is_not_called_unused() -> None:
    answer = deadline("eu.tris.dop", {"notified": "2026-11-30"})
    assert (answer.missing, answer.steps) == (("kind",), ())


@pytest.mark.parametrize(("year", "uncertain"), [("2026", False), ("2027", True)])
def test_a_fair_whose_days_were_not_read_for_the_year_is_said(year: str, uncertain: bool) -> None:
    assert ("the July fair may be left out" in deadline("ar.csjn", {"listed": f"{year}-07-03"}).note) == uncertain
    assert "the July fair may be left out" not in deadline("ar.csjn", {"listed": f"{year}-09-01"}).note


@pytest.mark.parametrize(
    ("rule", "facts", "said"),
    [
        ("eu.cj.reference", {"org_party_below": "maybe"}, "org_party_below: 'maybe': write true or false"),
        ("ca.gazette1", {"stated_days": "-5"}, "stated_days: '-5' is not a number of days: write 30"),
        ("us.app.merits.party", {"circuit": "99"}, "circuit: '99' is no circuit and no state: write 9th"),
        ("us.app.merits.party", {"clerk_state": "ZZ"}, "clerk_state: 'ZZ' is no circuit and no state"),
        ("us.fr", {"stated_end": "2026-11-01T25:00"}, "stated_end: '2026-11-01T25:00' is not a day"),
    ],
)
def test_a_fact_that_cannot_be_read_is_refused_by_its_name(rule: str, facts: dict[str, str], said: str) -> None:
    with pytest.raises(BadDay, match=f"^{re.escape(said)}"):
        deadline(rule, facts)


@pytest.mark.parametrize(
    ("words", "kind"), [("no", Kind.NOT_AVAILABLE), ("False", Kind.NOT_AVAILABLE), ("yes", Kind.DATE)]
)
def test_yes_and_no_are_read_as_true_and_false(words: str, kind: Kind) -> None:
    facts = {"moniteur_notice": "2026-11-20", "interest_in_case_below": words}
    assert deadline("be.cc.prelim", facts).answer is kind


def test_a_kind_that_is_neither_goods_nor_services_gives_no_date() -> None:
    answer = deadline("eu.tris.dop", {"notified": "2026-11-30", "detailed_opinion": "true", "kind": "livestock"})
    assert (answer.answer, answer.missing, answer.date) == (Kind.CANNOT_COMPUTE, ("kind",), None)


def test_an_hour_beside_a_printed_day_is_the_hour_of_the_window() -> None:
    answer = deadline("us.fr", {"stated_end": "2026-12-26T17:00"})
    assert (answer.date, answer.time, answer.zone) == ("2026-12-26", "17:00", "America/New_York")
    assert deadline("us.fr", {"stated_end": "2026-12-26 17:00:00Z"}).zone == "UTC"
    counted = deadline("us.scotus.cert.petitioner", {"docketed": "2024-04-16T10:00"})
    assert (counted.date, counted.time) == ("2024-05-16", "23:59")


@pytest.mark.parametrize("words", ["ca9", "9th Cir.", "Ninth Circuit", "9"])
def test_a_circuit_is_read_in_any_usual_spelling(words: str) -> None:
    facts = {"party_brief_filed": "2026-03-24", "side": "appellant", "circuit": words}
    assert deadline("us.app.merits.party", facts).date == "2026-04-01"


@pytest.mark.parametrize(("seen", "closed"), [("2026-09-30", False), ("2026-10-01", True), ("", True)])
def test_a_window_without_a_day_is_closed_only_once_the_docket_says_so(seen: str, closed: bool) -> None:
    answer = deadline("br.stf", {"released_for_agenda": "2026-10-01", "as_of": seen})
    assert answer.answer is Kind.NO_FIXED_PERIOD
    assert ("Closed since Thu 1 Oct 2026." in answer.note) == closed

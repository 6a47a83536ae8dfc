"""The windows of a matter, from its docket events or its consultation dates."""

from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind, Kind, Mark, Status
from index.clock import State, Window, windows
from index.clock.matters import Fits, known
from index.clock.rules import rules

TODAY = date(2026, 11, 25)


def event(kind: str, day: str, label: str = "", **more: object) -> Event:
    return Event(date=day, kind=EventKind(kind), label=label, **more)  # type: ignore[arg-type]


def case(id: str, *events: Event, status: Status = Status.PENDING, instrument: str = "") -> Matter:
    return Matter(
        id=id,
        source="s",
        jurisdiction=id.partition("/")[0],
        kind=Kind.CASE,
        title="A v. B",
        language="en",
        status=status,
        instrument=instrument,
        events=events,
    )


def consultation(id: str, *events: Event) -> Matter:
    return replace(case(id, *events), kind=Kind.CONSULTATION, status=Status.CONSULTATION)


def by_rule(matter: Matter, today: date = TODAY) -> dict[str, Window]:
    return {f"{window.rule} {window.side}": window for window in windows(matter, today)}


PETITION = case(
    "us/scotus/26-000",
    event("docketed", "2026-11-12"),
    event("response_due", "2026-12-14"),
    event("response_extended_to", "2027-01-14"),
)


CALL_EVIDENCE = consultation("uk/consult/1", event("comment_closes", "2026-12-20", time="23:59", zone="Europe/London"))


def test_a_docket_opens_a_window_for_each_side() -> None:
    found = by_rule(PETITION)
    assert found["us.scotus.cert.petitioner petitioner"].answer.date == "2026-12-14"
    assert found["us.scotus.cert.respondent respondent"].answer.date == "2027-01-14"
    assert all(window.state is State.OPEN for window in found.values())


def test_the_nearest_step_leads_even_when_the_brief_is_later() -> None:
    window = windows(PETITION, TODAY)[0]
    assert (window.step, window.step_says) == ("2026-12-01", "notify_by")


def test_merits_count_from_each_party_s_own_brief() -> None:
    granted = replace(
        PETITION,
        events=(
            event("docketed", "2023-05-01"),
            event("granted", "2023-09-29"),
            event("brief_filed", "2023-11-30", "Brief of petitioners NetExample filed"),
        ),
    )
    found = by_rule(granted, date(2023, 12, 1))
    assert found["us.scotus.merits.party petitioner"].answer.date == "2023-12-07"
    assert found["us.scotus.merits.party petitioner"].filing == "brief in support of the petitioner"
    assert found["us.scotus.merits.party respondent"].state is State.UNKNOWN


def test_an_application_has_no_fixed_period() -> None:
    (window,) = windows(case("us/scotus/26A100", event("filed", "2026-11-20")), TODAY)
    assert (window.rule, window.state) == ("us.scotus.emergency", State.UNDATED)


def test_a_decided_case_offers_nothing_that_is_open() -> None:
    decided = case("us/cand/3:23-cv-03417", event("decided", "2025-06-25"), status=Status.DECIDED)
    assert [window.state for window in windows(decided, TODAY)] == [State.SHUT]


def test_the_circuit_comes_from_the_id() -> None:
    filed = event("brief_filed", "2026-04-13", "Opening brief of appellant filed")
    window = by_rule(case("us/ca1/26-1000", filed), date(2026, 4, 14))["us.app.merits.party appellant"]
    assert (window.answer.date, window.answer.safe, window.answer.zone) == (
        "2026-04-21",
        "2026-04-20",
        "America/New_York",
    )


def test_a_reference_is_not_for_outsiders_and_says_the_way_in() -> None:
    (window,) = windows(case("eu/celex/62026CN0001", instrument="preliminary ruling"), TODAY)
    assert window.state is State.SHUT
    assert "national court" in window.answer.note


def test_a_communicated_case_without_its_publication_cannot_be_computed() -> None:
    (window,) = windows(case("coe/hudoc/1-26", event("communicated", "2026-09-07")), TODAY)
    assert (window.state, window.answer.missing) == (State.UNKNOWN, ("hudoc_published",))


def test_a_consultation_closes_when_its_document_says_with_the_hour_and_the_clock() -> None:
    closes = event("comment_closes", "2026-12-14", time="23:45", zone="Europe/London")
    (window,) = windows(consultation("uk/consult/x", closes), TODAY)
    assert (window.answer.date, window.answer.time, window.answer.zone) == ("2026-12-14", "23:45", "Europe/London")


def test_of_two_claimed_days_the_earlier_counts_and_both_are_shown() -> None:
    one, other = event("comment_closes", "2026-12-20", "page"), event("comment_closes", "2026-12-14", "document")
    (window,) = windows(consultation("uk/consult/x", one, other), TODAY)
    assert window.answer.date == "2026-12-14"
    assert {claim.day for claim in window.claims} == {"2026-12-14", "2026-12-20"}
    assert "Sun 20 Dec 2026" in window.answer.note


def test_an_extension_replaces_the_day() -> None:
    first, longer = (
        event("comment_closes", "2026-12-01"),
        event("comment_closes", "2027-01-15", "Comment period extended"),
    )
    (window,) = windows(consultation("us/fr/x", first, longer), TODAY)
    assert window.answer.date == "2027-01-15"


def test_a_cancelled_day_does_not_count() -> None:
    gone = event("comment_closes", "2026-12-01", cancelled=True)
    (window,) = windows(consultation("us/fr/x", gone), TODAY)
    assert window.answer.date is None


def test_a_consultation_that_opens_later_is_coming() -> None:
    both = (event("comment_opens", "2026-12-01"), event("comment_closes", "2027-01-15"))
    (window,) = windows(consultation("uk/consult/x", *both), TODAY)
    assert window.state is State.COMING


def test_a_bill_with_a_call_for_evidence_has_a_window_and_one_without_has_none() -> None:
    bill = replace(case("uk/bill/1", event("comment_closes", "2026-12-04")), kind=Kind.BILL)
    assert [window.rule for window in windows(bill, TODAY)] == ["uk.committee"]
    assert windows(replace(bill, events=()), TODAY) == []


def test_a_day_from_memory_makes_the_window_unverified() -> None:
    closes = event("comment_closes", "2026-12-14", mark=Mark.MEMORY)
    (window,) = windows(consultation("uk/consult/x", closes), TODAY)
    assert not window.answer.verified
    assert "unverified" in window.answer.note


@pytest.mark.parametrize("day", ["", "2026", "2026-13-45", "soon"])
def test_a_day_that_is_not_whole_counts_for_nothing(day: str) -> None:
    assert by_rule(case("us/scotus/26-1", event("docketed", day)))[
        "us.scotus.cert.petitioner petitioner"
    ].answer.missing


def test_a_reopening_is_a_window_of_its_own() -> None:
    rounds = (
        event("comment_opens", "2026-06-01"),
        event("comment_closes", "2026-06-29"),
        event("comment_opens", "2026-11-02"),
        event("comment_closes", "2027-01-27"),
    )
    (window,) = windows(consultation("eu/hys/1", *rounds), TODAY)
    assert (window.answer.date, window.answer.opens, window.claims) == ("2027-01-27", "2026-11-02", ())
    (before,) = windows(consultation("eu/hys/1", *rounds), date(2026, 6, 15))
    assert before.answer.date == "2026-06-29"


def test_of_two_briefs_due_in_one_entry_the_first_is_the_petitioner_s() -> None:
    label = "Time to file the petitioner's brief is extended, and the respondent's brief"
    both = (
        event("granted", "2026-10-07"),
        event("brief_due", "2026-12-10", label),
        event("brief_due", "2027-01-20", label),
    )
    found = by_rule(replace(PETITION, events=(*PETITION.events, *both)))
    assert found["us.scotus.merits.neither neither"].answer.date == "2026-12-17"


def test_a_judgment_announced_for_a_day_ahead_ends_nothing_yet() -> None:
    coming = case("uk/ewhc/admin/2026/1", event("decided", "2026-12-17"))
    assert [window.state for window in windows(coming, TODAY)] == [State.UNDATED]
    assert [window.state for window in windows(coming, date(2026, 12, 18))] == [State.SHUT]


def test_a_day_ahead_of_a_matter_that_was_withdrawn_is_shut_and_says_why() -> None:
    gone = replace(CALL_EVIDENCE, status=Status.WITHDRAWN)
    (window,) = windows(gone, TODAY)
    assert (window.state, window.answer.date) == (State.SHUT, "2026-12-20")
    assert window.answer.note.startswith("The matter is over (withdrawn)")


def test_every_rule_is_asked_of_some_matter_or_leads_on_from_one_that_is() -> None:
    asked = {name.split()[0] for fits in known().matters for name in _all(fits)}
    led = {condition.use for rule in rules().values() for condition in rule.conditions if condition.use}
    # The notice is a step of every petition; local rules and a proposal that was taken back are only looked up; of a
    # detailed opinion the page of the notification prints the end, which eu.tris takes.
    alone = {"us.scotus.cert.notice", "us.app.local", "us.app.reform", "eu.tris.dop"}
    assert set(rules()) - asked - led == alone


def _all(fits: Fits) -> list[str]:
    more = (*fits.with_.values(), *fits.when.values())
    return [*fits.rules, *(name for names in more for name in names)]


def test_a_petition_for_rehearing_offers_nothing() -> None:
    found = by_rule(case("us/scotus/26-1", event("filed", "2026-11-20", "Petition for Rehearing filed.")))
    assert found["us.scotus.rehearing any"].state is State.SHUT


@pytest.mark.parametrize("day", ["2046-11-26", "2216-12-21"])
def test_a_day_too_far_ahead_is_told_and_leads_nothing(day: str) -> None:
    (window,) = windows(consultation("uk/consult/1", event("comment_closes", day, time="23:59")), TODAY)
    assert (window.state, window.step, window.answer.date) == (State.UNKNOWN, "", None)
    assert day[:4] in window.answer.note
    assert "20 years ahead" in window.answer.note


def test_a_consultation_on_what_is_law_by_now_asks_nobody_unless_it_sets_a_day() -> None:
    law = replace(consultation("uk/consult/1"), status=Status.ENACTED)
    assert {window.state for window in windows(law, TODAY)} == {State.SHUT}
    assert [window.state for window in windows(replace(CALL_EVIDENCE, status=Status.ENACTED), TODAY)] == [State.OPEN]


def test_a_day_twenty_years_ahead_still_counts() -> None:
    (window,) = windows(consultation("uk/consult/1", event("comment_closes", "2046-11-25")), TODAY)
    assert (window.state, window.step) == (State.OPEN, "2046-11-25")

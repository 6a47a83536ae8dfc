"""What holds for every rule and every day, tried on many of both."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.clock.answer import Answer, answer
from index.clock.calendars import calendar
from index.clock.given import Given
from index.clock.rules import Direction, Kind, Roll, Rule, facts_of, known_facts, rules

DAYS = st.dates(date(2023, 1, 1), date(2035, 12, 31))
DATED = [rule for rule in rules().values() if rule.anchor and rule.answer is Kind.DATE]
SIMPLE = [rule for rule in DATED if not rule.needs and rule.period]


def counted_from(rule: Rule) -> str:
    """One fact that the rule counts from."""
    assert rule.anchor
    return [*rule.anchor.first, *rule.anchor.latest, *rule.anchor.earliest][0]


def typed(days: dict[str, date], **words: str) -> Given:
    return Given(days, {**{name: day.isoformat() for name, day in days.items()}, **words})


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rule, Given]:
    """Any rule with any of its facts, dates and words in any order."""
    rule = draw(st.sampled_from(list(rules().values())))
    names = draw(st.lists(st.sampled_from([*facts_of(rule), "as_of"]), unique=True))
    days = {name: draw(DAYS) for name in names if known_facts()[name].kind == "day"}
    words = {name: draw(st.sampled_from(["true", "false", "MA", "9th", "goods", "30"])) for name in names}
    return rule, Given(days, {**words, **{name: day.isoformat() for name, day in days.items()}})


@given(cases())
@settings(max_examples=150, deadline=None)
def test_no_window_closes_before_it_opens_and_safe_never_lies_after_the_last_day(case: tuple[Rule, Given]) -> None:
    found = answer(*case)
    if found.answer is not Kind.DATE:
        assert found.date is None
        return
    assert found.date
    assert found.safe
    assert (found.opens or "") <= found.date
    assert (found.notify_by or "") < found.safe <= found.date
    if found.opens:
        opened = calendar(case[0].calendar).open_from(date.fromisoformat(found.opens), -1)
        assert opened.isoformat() <= found.safe


@given(cases())
@settings(max_examples=150, deadline=None)
def test_the_lines_of_the_sum_add_up_to_the_date(case: tuple[Rule, Given]) -> None:
    found = answer(*case)
    if found.answer is Kind.DATE:
        assert found.date == _summed(found).isoformat()


def _summed(found: Answer) -> date:
    day = date.fromisoformat(found.steps[0].day)
    for step in found.steps[1:]:
        if step.kind in {"count", "closed", "roll"}:
            day += timedelta(days=step.days)
            assert step.day == day.isoformat()
    return day


@pytest.mark.parametrize("rule", SIMPLE, ids=lambda rule: rule.id)
@given(day=DAYS, later=st.integers(1, 40))
@settings(max_examples=10, deadline=None)
def test_a_later_anchor_never_gives_an_earlier_date(rule: Rule, day: date, later: int) -> None:
    name = counted_from(rule)
    first, second = (answer(rule, typed({name: when})) for when in (day, day + timedelta(days=later)))
    if first.answer is second.answer is Kind.DATE:
        assert (first.date or "") <= (second.date or "")


@given(case=st.sampled_from(SIMPLE), day=DAYS)
@settings(max_examples=120, deadline=None)
def test_a_rolled_deadline_is_never_on_a_closed_day(case: Rule, day: date) -> None:
    found = answer(case, typed({counted_from(case): day}))
    if found.answer is Kind.DATE and case.roll in {Roll.NEXT, Roll.PREVIOUS}:
        assert not calendar(case.calendar).closed(date.fromisoformat(found.date or ""))
    if found.safe and found.safe != found.date:
        assert not calendar(case.calendar).closed(date.fromisoformat(found.safe), state=False)


@given(case=st.sampled_from(SIMPLE), day=DAYS)
@settings(max_examples=120, deadline=None)
def test_backward_periods_end_before_their_anchor(case: Rule, day: date) -> None:
    found = answer(case, typed({counted_from(case): day}))
    if found.answer is Kind.DATE and case.direction is Direction.BEFORE:
        assert (found.date or "") < day.isoformat()

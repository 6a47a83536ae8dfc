"""How long the clock takes: 10,000 cases, each asked every rule."""

import time
from collections.abc import Iterator
from datetime import date, timedelta

from index.clock.answer import answer
from index.clock.given import Given
from index.clock.rules import facts_of, known_facts, rules

CASES = 10_000
SPAN = 3_000  # days on which a case may begin
GOAL = 180  # seconds of one processor


def rows() -> Iterator[dict[str, object]]:
    facts = {rule.id: _names(rule.id) for rule in rules().values()}
    _ask(facts, 0)
    begun = time.process_time()
    for number in range(CASES):
        _ask(facts, number)
    seconds = time.process_time() - begun
    yield {
        "name": f"clock: {CASES:,} cases × {len(facts)} rules, processor time",
        "value": round(seconds, 1),
        "unit": "s",
        "ratio": None,
        "baseline": None,
        "goal": f"<= {GOAL}",
        "holds": seconds <= GOAL,
    }


def _names(id: str) -> list[str]:
    """Days that the rule counts from, so that it has a sum to do."""
    rule = rules()[id]
    return [name for name in facts_of(rule) if known_facts()[name].kind == "day" and name not in rule.printed][:2]


def _ask(facts: dict[str, list[str]], number: int) -> None:
    """Every rule, with its first two days on days of its own."""
    start = date(2026, 1, 1) + timedelta(days=number % SPAN)
    for id, names in facts.items():
        days = {name: start + timedelta(days=place) for place, name in enumerate(names)}
        answer(rules()[id], Given(days, {name: day.isoformat() for name, day in days.items()}))

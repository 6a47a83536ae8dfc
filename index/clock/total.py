"""From the day that counts to the last day: numbers printed in the document, state holidays, floors, minimums."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from index.clock import speak
from index.clock.anchor import Found, anchor
from index.clock.calendars import Calendar, calendar, known
from index.clock.count import Tally, count, roll, shift
from index.clock.given import Given
from index.clock.rules import Rule, Span
from index.clock.step import Step
from index.phrase import phrase


class Total(NamedTuple):
    """A counted window before it becomes an answer: the sum, its last day before any roll, what it counted from.

    `rule` is the rule with the numbers that the document prints. `printed`: the last day is one that a document states.
    """

    tally: Tally
    nominal: date
    start: date
    name: str
    calendar: Calendar
    rule: Rule
    printed: bool = False


def total(rule: Rule, given: Given, found: Found) -> Total | None:
    """The sum; nothing where the anchor or the number of days is missing."""
    rule = _with_number(rule, given)
    if not found.day or rule.minimum or any(span.count_fact and not span.count for span in rule.period):
        return None
    where = calendar(rule.calendar, *states(given.words, rule.state_holidays))
    start = Step(kind="anchor", day=found.day.isoformat(), words=speak.anchor(rule, found.name))
    bare = count(rule, found.day, where)
    tally = roll(rule, bare._replace(steps=(start, *bare.steps)), where)
    last = _floored(rule, given, tally)
    return Total(last, bare.day, found.day, found.name, where, rule, printed=last.day != tally.day)


def _with_number(rule: Rule, given: Given) -> Rule:
    """Numbers that the document prints put into the period."""
    if not any(span.count_fact for span in rule.period):
        return rule
    spans = tuple(
        replace(span, count=_number(given.words.get(span.count_fact, ""))) if span.count_fact else span
        for span in rule.period
    )
    return replace(rule, period=spans)


def _number(words: str) -> int:
    digits = words.split(maxsplit=1)[0] if words else ""
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else 0


def _floored(rule: Rule, given: Given, tally: Tally) -> Tally:
    floor = rule.at_least
    day = given.day(floor.fact) if floor and given.day(floor.only_with) else None
    if not floor or not day or day <= tally.day:
        return tally
    away, words = (day - tally.day).days, phrase(floor.says)
    step = Step(kind="roll", day=day.isoformat(), days=away, words=words, citation=rule.citation)
    return tally._replace(day=day, steps=(*tally.steps, step))


def states(typed: Mapping[str, str], names: Iterable[str]) -> tuple[str, ...]:
    """The states whose holidays count: typed (MA, Massachusetts), and that of the circuit's clerk."""
    return tuple(dict.fromkeys(found for name in names if (found := _state(typed.get(name, "")))))


def _state(words: str) -> str:
    if found := known().circuits.get(speak.circuit(words)):
        return found.state
    return _states().get(words.lower(), "")


@cache
def _states() -> dict[str, str]:
    """Codes by code and by name, in small letters."""
    import holidays

    country = holidays.country_holidays("US")
    codes = {code.lower(): code for code in country.subdivisions}
    return codes | {name.lower(): code for name, code in country.subdivisions_aliases.items()}


def least(rule: Rule, given: Given) -> tuple[date, Span] | None:
    """The earliest last day that the law leaves to a notice."""
    found = anchor(rule, given)
    if not rule.minimum or not found.day:
        return None
    return shift(found.day, rule.minimum, 1, calendar(rule.calendar))[0], rule.minimum


def hint(rule: Rule, given: Given) -> date | None:
    """What the answer would be if the thing happened on the day it is due."""
    if not rule.hint or given.side() != rule.hint.only_side or not given.day(rule.hint.fact):
        return None
    counted = total(rule, given, Found(rule.hint.fact, given.day(rule.hint.fact)))
    return counted.tally.day if counted else None

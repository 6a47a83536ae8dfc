"""The sum, step by step: add or take away days, weeks, months or working days; roll off closed days."""

import calendar as months
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from crawlers.vocabulary import Mark
from index.clock import stretch
from index.clock.calendars import DAY, OPEN, Calendar
from index.clock.rules import Direction, Roll, Rule, Span, Unit
from index.clock.step import Step
from index.phrase import Phrase, phrase

WORKING = {Unit.BUSINESS_DAY, Unit.COURT_DAY}


class Tally(NamedTuple):
    """Where the count came to, its lines, and why it is not to be relied on."""

    day: date
    steps: tuple[Step, ...]
    doubts: tuple[Phrase, ...] = ()
    notes: tuple[Phrase, ...] = ()


def count(rule: Rule, start: date, calendar: Calendar, *, short: bool = False) -> Tally:
    """All spans of the rule from its anchor, before any roll. `short` takes the earlier of every doubtful reading."""
    sign = -1 if rule.direction is Direction.BEFORE else 1
    tally = Tally(start, ())
    for span in rule.period:
        if not (short and span.optional):
            tally = _add(rule, tally, span, sign, calendar, short)
    return tally


def _add(rule: Rule, tally: Tally, span: Span, sign: int, calendar: Calendar, short: bool) -> Tally:
    after, skipped = shift(tally.day, span, sign, calendar, short)
    clamped = span.unit is Unit.MONTH and after.day != tally.day.day
    step = Step(
        kind="count",
        day=after.isoformat(),
        days=(after - tally.day).days,
        words=stretch.says(span, sign, skipped, clamped),
        citation=span.citation or (rule.citation if not tally.steps else ""),
    )
    doubts = stretch.doubts(rule, span, skipped, clamped)
    notes = stretch.uncertain(span, tally.day, after)
    return Tally(after, (*tally.steps, step), (*tally.doubts, *doubts), (*tally.notes, *notes))


def shift(
    start: date, span: Span, sign: int, calendar: Calendar, short: bool = False
) -> tuple[date, tuple[tuple[date, Phrase], ...]]:
    """The day that the span leads to, and the days left out of the count with their reasons."""
    if span.unit is Unit.MONTH:
        return _months(start, sign * span.count), ()
    begin = start - sign * DAY if span.first_day_counts else start
    number = span.count * (7 if span.unit is Unit.WEEK else 1)
    skip = _skipper(span, calendar, short)
    return _walk(begin, number, sign, skip) if skip else (begin + sign * number * DAY, ())


def _months(start: date, number: int) -> date:
    """Same date of the month; where the month has none, its last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    return date(year, month + 1, min(start.day, months.monthrange(year, month + 1)[1]))


def _walk(
    day: date, number: int, sign: int, skip: Callable[[date], Phrase]
) -> tuple[date, tuple[tuple[date, Phrase], ...]]:
    skipped = []
    while number:
        day += sign * DAY
        if why := skip(day):
            skipped.append((day, why))
        else:
            number -= 1
    return day, tuple(skipped)


def _skipper(span: Span, calendar: Calendar, short: bool) -> Callable[[date], Phrase] | None:
    """Says why a day does not count; none where every day counts. The short reading drops what is from memory."""
    left_out = [found for found in stretch.stretches(span) if not (short and found.mark is Mark.MEMORY)]
    working = span.unit in WORKING and not (short and span.count_mark is Mark.MEMORY)

    def skip(day: date) -> Phrase:
        for found in left_out:
            if found.holds(day, other=short):
                return phrase(found.name)
        return calendar.closed(day) if working else OPEN

    return skip if left_out or working else None


def roll(rule: Rule, tally: Tally, calendar: Calendar) -> Tally:
    """Off a closed day as the rule says; where the roll was not read the day stays."""
    why = calendar.closed(tally.day) if rule.roll is not Roll.NONE else OPEN
    if not why:
        return tally
    closed = Step(kind="closed", day=tally.day.isoformat(), words=why)
    if rule.roll is Roll.UNKNOWN:
        unread = phrase("no rule for a last day that is closed was read")
        return tally._replace(steps=(*tally.steps, closed), doubts=(*tally.doubts, unread))
    forward = rule.roll is Roll.NEXT
    day = calendar.open_from(tally.day, 1 if forward else -1)
    moved = Step(
        kind="roll",
        day=day.isoformat(),
        days=(day - tally.day).days,
        words=_reopens(forward, phrase(calendar.name)),
        citation=rule.roll_citation,
    )
    memory = [phrase("the step off a closed day is from memory")] if rule.roll_mark is Mark.MEMORY else []
    passed = (tally.day + number * (DAY if forward else -DAY) for number in range(abs((day - tally.day).days)))
    memory += [
        phrase("the closure of {day} ({why}) is from memory", day=one, why=found)
        for one in passed
        if (found := calendar.remembered(one))
    ]
    return tally._replace(day=day, steps=(*tally.steps, closed, moved), doubts=(*tally.doubts, *memory))


def _reopens(forward: bool, place: Phrase) -> Phrase:
    if forward:
        return phrase("the next open day of {place}", place=place)
    return phrase("the nearest earlier open day of {place}", place=place)

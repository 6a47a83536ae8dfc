"""The sum, step by step: add or take away days, weeks, months or working days; roll off closed days."""

import calendar as months
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from crawlers.matter import Struct
from crawlers.vocabulary import Mark
from index.clock.calendars import DAY, Calendar, Excluded, known
from index.clock.rules import Direction, Roll, Rule, Span, Unit

WORKING = {Unit.BUSINESS_DAY: "working", Unit.COURT_DAY: "court"}


class Step(Struct, frozen=True, kw_only=True):
    """One line of a sum: the day it leads to, how many calendar days from the line before, and why."""

    kind: str
    day: str
    says: str
    days: int = 0
    citation: str = ""

    def line(self) -> str:
        cited = f" ({self.citation})" if self.citation else ""
        return f"{said(date.fromisoformat(self.day))}: {self.says}{cited}" if self.day else f"Not used: {self.says}"


class Tally(NamedTuple):
    """Where the count came to, its lines, and why it is not to be relied on."""

    day: date
    steps: tuple[Step, ...]
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def said(day: date) -> str:
    """Thu 12 Nov 2026."""
    return f"{day:%a} {day.day} {day:%b %Y}"


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
        says=_says(span, sign, skipped, clamped),
        citation=span.citation or (rule.citation if not tally.steps else ""),
    )
    doubts = _doubts(rule, span, skipped, clamped)
    notes = _uncertain(span, tally.day, after)
    return Tally(after, (*tally.steps, step), (*tally.doubts, *doubts), (*tally.notes, *notes))


def shift(
    start: date, span: Span, sign: int, calendar: Calendar, short: bool = False
) -> tuple[date, tuple[tuple[date, str], ...]]:
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


def _walk(day: date, number: int, sign: int, skip: Callable[[date], str]) -> tuple[date, tuple[tuple[date, str], ...]]:
    skipped = []
    while number:
        day += sign * DAY
        if why := skip(day):
            skipped.append((day, why))
        else:
            number -= 1
    return day, tuple(skipped)


def _skipper(span: Span, calendar: Calendar, short: bool) -> Callable[[date], str] | None:
    """Says why a day does not count; none where every day counts. The short reading drops what is from memory."""
    stretches = [found for found in _stretches(span) if not (short and found.mark is Mark.MEMORY)]
    working = span.unit in WORKING and not (short and span.count_mark is Mark.MEMORY)

    def skip(day: date) -> str:
        for stretch in stretches:
            if stretch.holds(day, other=short):
                return stretch.name
        return calendar.closed(day) if working else ""

    return skip if stretches or working else None


def _stretches(span: Span) -> list[Excluded]:
    return [known().excluded[name] for name in span.excluding]


def _says(span: Span, sign: int, skipped: Iterable[tuple[date, str]], clamped: bool) -> str:
    unit = f"{WORKING[span.unit]} day" if span.unit in WORKING else str(span.unit)
    unit = f"calendar {unit}" if span.unit is Unit.DAY else unit
    parts = [f"{'−' if sign < 0 else '+'} {span.count} {unit}{'' if span.count == 1 else 's'} {span.says}".rstrip()]
    parts += ["the first day counts"] if span.first_day_counts else []
    parts += [f"without {'; '.join(_left_out(skipped))}"] if _left_out(skipped) else []
    parts += ["the month has no such day, so its last"] if clamped else []
    return ", ".join(parts)


def _left_out(skipped: Iterable[tuple[date, str]]) -> list[str]:
    """Stretches by name once, single holidays with their day; weekends are not worth a word."""
    stretches = {stretch.name for stretch in known().excluded.values()}
    found = [why if why in stretches else f"{why}, {said(day)}" for day, why in skipped if not why.startswith("a ")]
    return list(dict.fromkeys(found))


def _doubts(rule: Rule, span: Span, skipped: Iterable[tuple[date, str]], clamped: bool) -> list[str]:
    """Why this stretch is unverified, one reason each."""
    left_out = {why for _, why in skipped}
    memory = [found.name for found in _stretches(span) if found.mark is Mark.MEMORY and found.name in left_out]
    reasons = [
        (span.mark is Mark.MEMORY, f"the {_length(span)} {span.says}".rstrip() + f" {_are(span)} from memory"),
        (span.count_mark is Mark.MEMORY, "how the days are counted is from memory"),
        (span.kind_unknown, "which kind of day is meant was not read"),
        (clamped and rule.month_end_mark is Mark.MEMORY, "what a month without that day does is from memory"),
        *((True, f"that {name} is left out is from memory") for name in memory),
    ]
    return [reason for holds, reason in reasons if holds]


def _length(span: Span) -> str:
    return f"{span.count} {str(span.unit).replace('_', ' ')}{'' if span.count == 1 else 's'}"


def _are(span: Span) -> str:
    return "is" if span.count == 1 else "are"


def _uncertain(span: Span, start: date, end: date) -> list[str]:
    """Stretches that may be left out too: the day shown is then the earliest."""
    names = [known().excluded[name] for name in span.may_exclude]
    days = [start + number * DAY for number in range(1, (end - start).days + 1)] if names else []
    return [
        f"Uncertain: {found.name} may be left out; the earliest day is shown."
        for found in names
        if any(found.holds(day) for day in days)
    ]


def roll(rule: Rule, tally: Tally, calendar: Calendar) -> Tally:
    """Off a closed day as the rule says; where the roll was not read the day stays."""
    why = calendar.closed(tally.day) if rule.roll is not Roll.NONE else ""
    if not why:
        return tally
    closed = Step(kind="closed", day=tally.day.isoformat(), says=why)
    if rule.roll is Roll.UNKNOWN:
        return tally._replace(
            steps=(*tally.steps, closed), doubts=(*tally.doubts, "no rule for a last day that is closed was read")
        )
    forward = rule.roll is Roll.NEXT
    day = calendar.open_from(tally.day, 1 if forward else -1)
    moved = Step(
        kind="roll",
        day=day.isoformat(),
        days=(day - tally.day).days,
        says=f"{'next' if forward else 'nearest earlier'} day on which {calendar.name} "
        f"{'are' if calendar.name.startswith('the courts') else 'is'} open",
        citation=rule.roll_citation,
    )
    doubts = [*tally.doubts, *(["the step off a closed day is from memory"] if rule.roll_mark is Mark.MEMORY else [])]
    passed = (tally.day + number * (DAY if forward else -DAY) for number in range(abs((day - tally.day).days)))
    doubts += [
        f"the closure of {said(one)} ({found}) is from memory" for one in passed if (found := calendar.remembered(one))
    ]
    return tally._replace(day=day, steps=(*tally.steps, closed, moved), doubts=tuple(doubts))

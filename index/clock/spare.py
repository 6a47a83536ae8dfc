"""The day to be safe by: every doubtful step of a sum read both ways, the earliest taken."""

from datetime import date

from crawlers.vocabulary import Mark
from index.clock.calendars import Calendar
from index.clock.count import count
from index.clock.rules import Roll, Rule


def safe(rule: Rule, start: date, nominal: date, rolled: date, calendar: Calendar, seen: bool) -> date:
    """The earliest day that any reading of the doubtful steps gives, moved back to an open day."""
    readings = [_short(rule, start, calendar)]
    closed = rule.roll is not Roll.NONE and calendar.closed(nominal)
    if closed and (rule.roll_mark is Mark.MEMORY or rule.roll is Roll.UNKNOWN or not seen):
        readings.append(nominal)
    if closed and rule.roll is Roll.NEXT:
        readings += [calendar.open_from(nominal, 1, observed=False), calendar.open_from(nominal, 1, state=False)]
    doubtful = [day for day in readings if day < rolled or (closed and day == nominal)]
    return calendar.open_from(min(doubtful), -1, state=False) if doubtful else rolled


def _short(rule: Rule, start: date, calendar: Calendar) -> date:
    day = count(rule, start, calendar, short=True).day
    known_roll = rule.roll is Roll.NEXT and rule.roll_mark is not Mark.MEMORY
    return calendar.open_from(day, 1) if known_roll else day

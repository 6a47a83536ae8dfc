"""What a stretch of a count says: how long it is, what it leaves out, why it is doubtful."""

from collections.abc import Iterable
from datetime import date

from crawlers.vocabulary import Mark
from index.clock.calendars import DAY, WEEKEND, Excluded, known
from index.clock.rules import Rule, Span, Unit
from index.phrase import Phrase, phrase, plural, together

# each unit for one and for many, as the catalogues have them
LENGTHS = {
    Unit.DAY: ("{n} calendar day", "{n} calendar days"),
    Unit.WEEK: ("{n} week", "{n} weeks"),
    Unit.MONTH: ("{n} month", "{n} months"),
    Unit.BUSINESS_DAY: ("{n} working day", "{n} working days"),
    Unit.COURT_DAY: ("{n} court day", "{n} court days"),
}


def says(span: Span, sign: int, skipped: Iterable[tuple[date, Phrase]], clamped: bool) -> Phrase:
    """+ 10 calendar days for distance, the first day counts, without July."""
    left_out = together(_left_out(skipped), "; ")
    parts = (
        together(["−" if sign < 0 else "+", _length(span)]),
        phrase("the first day counts") if span.first_day_counts else "",
        phrase("without {days}", days=left_out) if left_out else "",
        phrase("the month has no such day, so its last") if clamped else "",
    )
    return together(parts, ", ")


def _length(span: Span) -> Phrase:
    """10 calendar days for distance"""
    return together([plural(*LENGTHS[span.unit], span.count), phrase(span.says)])


def _left_out(skipped: Iterable[tuple[date, Phrase]]) -> list[Phrase]:
    """Stretches by name once, single holidays with their day; weekends are not worth a word."""
    stretches = {phrase(stretch.name) for stretch in known().excluded.values()}
    found = [
        why if why in stretches else together([why, day], ", ")
        for day, why in skipped
        if why in stretches or day.weekday() not in WEEKEND
    ]
    return list(dict.fromkeys(found))


def doubts(rule: Rule, span: Span, skipped: Iterable[tuple[date, Phrase]], clamped: bool) -> list[Phrase]:
    """Why this stretch is unverified, one reason each."""
    left_out = {why for _, why in skipped}
    memory = [found.name for found in stretches(span) if found.mark is Mark.MEMORY and phrase(found.name) in left_out]
    length = plural("the {length} is from memory", "the {length} are from memory", span.count, length=_length(span))
    reasons = [
        (span.mark is Mark.MEMORY, length),
        (span.count_mark is Mark.MEMORY, phrase("how the days are counted is from memory")),
        (span.kind_unknown, phrase("which kind of day is meant was not read")),
        (
            clamped and rule.month_end_mark is Mark.MEMORY,
            phrase("what a month without that day does is from memory"),
        ),
        *((True, phrase("that {name} is left out is from memory", name=phrase(name))) for name in memory),
    ]
    return [reason for holds, reason in reasons if holds]


def uncertain(span: Span, start: date, end: date) -> list[Phrase]:
    """Stretches that may be left out too, or were not read for that year: the day shown is then the earliest."""
    names = [known().excluded[name] for name in span.may_exclude]
    yearly = [found for found in stretches(span) if found.years]
    days = [start + number * DAY for number in range(1, (end - start).days + 1)] if names or yearly else []
    return [
        phrase("Uncertain: {name} may be left out; the earliest day is shown.", name=phrase(found.name))
        for found in (*names, *yearly)
        if any(found.unread(day) if found in yearly else found.holds(day) for day in days)
    ]


def stretches(span: Span) -> list[Excluded]:
    return [known().excluded[name] for name in span.excluding]

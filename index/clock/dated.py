"""The answer that is a date: counted or printed, with its safe day, its notice and its lines."""

from datetime import date
from typing import NamedTuple

from index.clock import speak
from index.clock.anchor import anchor, unannounced, unused
from index.clock.calendars import Calendar, calendar
from index.clock.count import Tally
from index.clock.given import Given
from index.clock.reply import Answer, deciding, plain, seen
from index.clock.rules import Kind, Rule, known_facts
from index.clock.spare import safe
from index.clock.step import Step
from index.clock.total import Total, hint, least, total
from index.phrase import Phrase, phrase, plural


class Last(NamedTuple):
    """A last day on its way to an answer."""

    total: Total
    safe: date
    notes: tuple[Phrase, ...]
    used: frozenset[str]


def of_anchor(rule: Rule, given: Given) -> Answer:
    """Counted from the day that counts; where that is missing, the answer that says so."""
    found = anchor(rule, given)
    counted = total(rule, given, found)
    if not counted:
        return _without_count(rule, given)
    return _date(rule, given, Last(counted, _spared(counted), (), frozenset({found.name})))


def _spared(counted: Total) -> date:
    """A printed day is certain; of a counted one every doubtful step is read both ways."""
    last = counted.tally.day
    if counted.printed:
        return last
    known = seen(counted.rule, counted.start)
    return safe(counted.rule, counted.start, counted.nominal, last, counted.calendar, known)


def _without_count(rule: Rule, given: Given) -> Answer:
    waits = any(given.day(name) for name in rule.needs_anchor_with)
    if rule.answer is Kind.STATED_IN_NOTICE and not waits:
        found = least(rule, given)
        return plain(rule, given, rule.answer, speak.stated(rule, found[0] if found else None))
    missing, would = anchor(rule, given).missing, hint(rule, given)
    shown = would.isoformat() if would else ""
    return plain(rule, given, Kind.CANNOT_COMPUTE, speak.cannot(rule, missing, would), missing=missing, hint=shown)


def of_printed(rule: Rule, given: Given) -> Answer | None:
    """A day that an order or the document itself prints beats the count; both are kept. None where nothing is."""
    for name in rule.printed:
        day = given.day(name)
        if day and not unannounced({"extended_to": "extension_notice", **rule.known_from}, given, name):
            return _printed(rule, given, name, day)
        if name in given.words and not day and given.words[name].lower() not in {"false", "no"}:
            return _unsaid(rule, given, name)
    return None


def _unsaid(rule: Rule, given: Given, name: str) -> Answer:
    """A document prints a last day, and which was not typed."""
    words = given.words[name]
    told = speak.stated(rule, None) if words.lower() in {"true", "yes"} else speak.printed(words)
    return plain(rule, given, Kind.STATED_IN_NOTICE, told, missing=(name,))


def _printed(rule: Rule, given: Given, name: str, day: date) -> Answer:
    words = phrase("{fact}; a printed day beats a counted one", fact=phrase(known_facts()[name].says))
    step = Step(kind="anchor", day=day.isoformat(), words=words)
    found = anchor(rule, given)
    counted = total(rule, given, found)
    notes = speak.beside_printed(day, counted.tally.day if counted and not rule.estimate else None, least(rule, given))
    others = {*rule.printed, "extension_notice", *rule.known_from.values(), "zone", "time", found.name}
    whole = Total(Tally(day, (step,)), day, day, name, calendar(rule.calendar), rule, printed=True)
    return _date(rule, given, Last(whole, day, notes, frozenset(others)))


def _date(rule: Rule, given: Given, last: Last) -> Answer:
    tally, day = last.total.tally, last.total.tally.day
    opens = _opens(rule, given)
    if opens and opens > day:
        return plain(rule, given, Kind.CANNOT_COMPUTE, (speak.contradiction(opens, day),))
    doubts = (*speak.row_doubts(rule, seen(rule, last.total.start)), *tally.doubts)
    notify = _notify(rule, last.safe, last.total.calendar)
    hour = speak.clock(rule, given)
    return Answer(
        rule=rule.id,
        answer=Kind.DATE,
        date=day.isoformat(),
        safe=last.safe.isoformat(),
        notify_by=notify.day if notify else None,
        opens=opens.isoformat() if opens else None,
        time=hour.time or None,
        zone=hour.zone or None,
        verified=not doubts,
        words=speak.of_date(rule, given, day, (*last.notes, *tally.notes), doubts),
        steps=_lines(rule, given, last, notify),
        citation=rule.citation,
        source=speak.source(rule),
    )


def _lines(rule: Rule, given: Given, last: Last, notify: Step | None) -> tuple[Step, ...]:
    day = last.total.tally.day
    end = Step(kind="end", day=day.isoformat(), words=phrase("last day: {filing}", filing=phrase(rule.filing)))
    spared = Step(kind="safe", day=last.safe.isoformat(), words=phrase("to be safe, by this day"))
    early = (spared,) if last.safe < day else ()
    told = (notify,) if notify else ()
    used = last.used | deciding(rule) | set(rule.opens or ()) | {span.count_fact for span in rule.period}
    return (*last.total.tally.steps, end, *early, *told, *unused(rule, given, frozenset(used)))


def _opens(rule: Rule, given: Given) -> date | None:
    if rule.opens is not None:
        return next((day for name in rule.opens if (day := given.day(name))), None)
    return None if rule.direction == "before" else anchor(rule, given).day


def _notify(rule: Rule, spared: date, where: Calendar) -> Step | None:
    """Counted back from the safe day; off a closed day to the open day before (from memory)."""
    if not rule.notify:
        return None
    nominal = date.fromordinal(spared.toordinal() - rule.notify.count)
    day = where.open_from(nominal, -1, state=False)
    told = plural(
        "tell counsel: {n} day back from {day}", "tell counsel: {n} days back from {day}", rule.notify.count, day=spared
    )
    if day != nominal:
        words = phrase(
            "{told} = {day}, {why}; the open day before it (unverified rule)",
            told=told,
            day=nominal,
            why=where.closed(nominal),
        )
        told = words
    return Step(kind="notify", day=day.isoformat(), words=told, citation=rule.notify.citation)

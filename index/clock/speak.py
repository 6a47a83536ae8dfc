"""The words of an answer: notes, reasons why not, hours. English; the surfaces translate labels, not notes of rules."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

from crawlers.vocabulary import Mark
from index.clock.calendars import known
from index.clock.count import said
from index.clock.given import Given
from index.clock.rules import Kind, Rule, Span, known_facts

_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
UNFOUND = "No last day is among the facts; open the notice and read it there."
_ORDINALS = {"1": "1st", "2": "2nd", "3": "3rd", "dc": "dc", "fed": "federal", "fc": "federal", "federal": "federal"}


class Hour(NamedTuple):
    time: str
    zone: str


def join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def row_doubts(rule: Rule, seen: bool) -> tuple[str, ...]:
    """Why the rule as a whole is unverified."""
    memory = ("the rule is from memory",) if rule.mark is Mark.MEMORY else ()
    return memory if seen else (*memory, rule.unseen)


def unverified(doubts: Iterable[str]) -> str:
    reasons = list(dict.fromkeys(doubts))
    return f"Unverified rule: {'; '.join(reasons)}." if reasons else ""


def anchor(rule: Rule, name: str) -> str:
    counted = bool(rule.period) and not any(span.first_day_counts for span in rule.period)
    return known_facts()[name].says + ("; the day itself is not counted" if counted else "")


def cannot(rule: Rule, missing: Iterable[str], hint: date | None) -> str:
    why = rule.missing_says or f"{lacking_words(missing)} is missing"
    shown = f"If it is filed on the day it is due, the answer will be {said(hint)}." if hint else ""
    return join(f"Cannot be computed: {why}.", shown, rule.note)


def lacking(missing: Iterable[str]) -> str:
    return f"Cannot be computed: {lacking_words(missing)} is missing."


def lacking_words(missing: Iterable[str]) -> str:
    """The day on which …; a fact that is no day by its own words."""
    facts = [(name, known_facts()[name]) for name in missing]
    return " or ".join(f"the day “{fact.says}”" if fact.kind == "day" else f"“{fact.says}”" for _, fact in facts)


def outside(rule: Rule, day: date | None) -> str:
    since = f"in force from {said(date.fromisoformat(rule.valid_from))}" if rule.valid_from else ""
    until = f"until {said(date.fromisoformat(rule.valid_to))}" if rule.valid_to else ""
    on = said(day) if day else ""
    return f"Cannot be computed: the text we read is {join(since, until)}; the one of {on} was not read."


def contradiction(opens: date, last: date) -> str:
    return f"Cannot be computed: the days contradict each other, it would close on {said(last)} before it opens on {said(opens)}."


def without_period(rule: Rule, given: Given) -> str:
    if rule.answer is Kind.NOT_AVAILABLE:
        return not_available(rule.note, rule.way_in)
    if rule.answer is Kind.STATED_IN_NOTICE:
        return stated(rule, None)
    closed = next((day for name in rule.closed_by if (day := given.day(name))), None)
    return join("No fixed period.", f"Closed since {said(closed)}." if closed else "", rule.note)


def not_available(why: str, way_in: str) -> str:
    return join("Not available here.", why, f"Way in: {way_in}." if way_in and way_in != "none" else "")


def stated(rule: Rule, least: date | None) -> str:
    but = f" ({rule.minimum.but})" if rule.minimum and rule.minimum.but else ""
    return join("Stated in the notice.", f"Not before {said(least)}{but}." if least else "", rule.note or UNFOUND)


def beside_printed(day: date, counted: date | None, least: tuple[date, Span] | None) -> tuple[str, ...]:
    """What the count says where a printed day wins: both are kept, a mismatch is shown."""
    notes = []
    if counted and counted != day:
        notes.append(f"The count gives {said(counted)}; the printed day wins.")
    if least and day < least[0]:
        notes.append(f"Shorter than the {least[1].count} days of the law ({said(least[0])}): {least[1].but}.")
    return tuple(notes)


def of_date(rule: Rule, given: Given, last: date, notes: Iterable[str], doubts: Iterable[str]) -> str:
    seen = given.day("as_of")
    closed = f"Closed: {said(last)} lies before {said(seen)}." if seen and last < seen else ""
    estimated = rule.estimate and not any(given.day(name) for name in rule.printed)
    estimate = f"An estimate: {rule.estimate}." if estimated else ""
    hour = "The hour is from memory: unverified." if rule.time_mark is Mark.MEMORY and clock(rule, given).time else ""
    return join(closed, estimate, *notes, rule.note, unverified(doubts), hour)


def clock(rule: Rule, given: Given) -> Hour:
    """The hour and the clock it is read from; what the document prints wins."""
    found = known().circuits.get(circuit(given.words.get(rule.zone_of, ""))) if rule.zone_of else None
    printed = given.words.get("zone", "")
    zone = (printed if _known(printed) else "") or rule.zone or (found.zone if found else "")
    hour = given.words.get("time", "")
    return Hour((hour if _HOUR.fullmatch(hour) else rule.time) if zone else "", zone)


@cache
def _known(zone: str) -> bool:
    """Is it a clock of the world (IANA), not words?"""
    return zone in available_timezones()


def circuit(words: str) -> str:
    """1st, dc, federal from any usual spelling (ca9, D.C., First Circuit is not read)."""
    plain = re.sub(r"circuit|cir\.?|^ca|[.\s]", "", words.lower())
    number = re.match(r"\d+", plain)
    if not number:
        return _ORDINALS.get(plain, plain)
    return _ORDINALS.get(number[0], f"{number[0]}th")


def source(rule: Rule) -> str:
    return "; ".join(rule.source)

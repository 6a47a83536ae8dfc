"""The words of an answer, as phrases that every surface says in its reader's language: notes, reasons why not, hours."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple
from zoneinfo import available_timezones

from crawlers.vocabulary import Mark
from index.clock.calendars import known
from index.clock.given import Given
from index.clock.rules import Kind, Rule, Span, known_facts
from index.phrase import NOTHING, Phrase, either, phrase, plural, together

_HOUR = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_ORDINALS = {"1": "1st", "2": "2nd", "3": "3rd", "dc": "dc", "fed": "federal", "fc": "federal", "federal": "federal"} | {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th",
}  # fmt: skip


class Hour(NamedTuple):
    time: str
    zone: str


def some(*parts: Phrase) -> tuple[Phrase, ...]:
    """Those that say something."""
    return tuple(part for part in parts if part)


def row_doubts(rule: Rule, seen: bool) -> tuple[Phrase, ...]:
    """Why the rule as a whole is unverified."""
    memory = (phrase("the rule is from memory"),) if rule.mark is Mark.MEMORY else ()
    return memory if seen else (*memory, phrase(rule.unseen))


def unverified(doubts: Iterable[Phrase]) -> Phrase:
    reasons = together(dict.fromkeys(doubts), "; ")
    return phrase("Unverified rule: {reasons}.", reasons=reasons) if reasons else NOTHING


def anchor(rule: Rule, name: str) -> Phrase:
    counted = bool(rule.period) and not any(span.first_day_counts for span in rule.period)
    fact = phrase(known_facts()[name].says)
    return phrase("{fact}; the day itself is not counted", fact=fact) if counted else fact


def cannot(rule: Rule, missing: Iterable[str], hint: date | None) -> tuple[Phrase, ...]:
    why = phrase(rule.missing_says) if rule.missing_says else _lacks(missing)
    shown = phrase("If it is filed on the day it is due, the answer will be {day}.", day=hint) if hint else NOTHING
    return some(_cannot(why), shown, phrase(rule.note))


def lacking(missing: Iterable[str]) -> Phrase:
    return _cannot(_lacks(missing))


def _cannot(why: Phrase) -> Phrase:
    return phrase("Cannot be computed: {why}.", why=why)


def _lacks(missing: Iterable[str]) -> Phrase:
    """The day on which …; a fact that is no day by its own words."""
    facts = [known_facts()[name] for name in missing]
    named = [
        phrase("the day “{fact}”", fact=phrase(fact.says))
        if fact.kind == "day"
        else phrase("“{fact}”", fact=phrase(fact.says))
        for fact in facts
    ]
    return phrase("{facts} is missing", facts=either(named))


def outside(rule: Rule, day: date | None) -> Phrase:
    """The text that was read holds for other days than this one."""
    since, until = (date.fromisoformat(at) if at else None for at in (rule.valid_from, rule.valid_to))
    if since and until:
        read = phrase("the text we read is in force from {since} until {until}", since=since, until=until)
    elif since:
        read = phrase("the text we read is in force from {since}", since=since)
    else:
        read = phrase("the text we read is in force until {until}", until=until or "")
    return phrase("Cannot be computed: {why}; the one of {day} was not read.", why=read, day=day or "")


def contradiction(opens: date, last: date) -> Phrase:
    return phrase(
        "Cannot be computed: the days contradict each other, it would close on {last} before it opens on {opens}.",
        last=last,
        opens=opens,
    )


def without_period(rule: Rule, given: Given) -> tuple[Phrase, ...]:
    if rule.answer is Kind.NOT_AVAILABLE:
        return not_available(rule.note, rule.way_in)
    if rule.answer is Kind.STATED_IN_NOTICE:
        return stated(rule, None)
    closed = next((day for name in rule.closed_by if (day := given.day(name))), None)
    over = closed and closed <= (given.day("as_of") or closed)
    since = phrase("Closed since {day}.", day=closed or "") if over else NOTHING
    return some(phrase("No fixed period."), since, phrase(rule.note))


def not_available(why: str, way_in: str) -> tuple[Phrase, ...]:
    way = phrase("Way in: {way}.", way=phrase(way_in)) if way_in and way_in != "none" else NOTHING
    return some(phrase("Not available here."), phrase(why), way)


def stated(rule: Rule, least: date | None) -> tuple[Phrase, ...]:
    note = phrase(rule.note) or phrase("No last day is among the facts; open the notice and read it there.")
    return some(phrase("Stated in the notice."), _not_before(rule, least), note)


def _not_before(rule: Rule, least: date | None) -> Phrase:
    if not least:
        return NOTHING
    if rule.minimum and rule.minimum.but:
        return phrase("Not before {day} ({but}).", day=least, but=phrase(rule.minimum.but))
    return phrase("Not before {day}.", day=least)


def printed(words: str) -> tuple[Phrase, ...]:
    """What the notice prints where that is no day."""
    return phrase("Stated in the notice."), phrase("It says: {words}.", words=words)


def beside_printed(day: date, counted: date | None, least: tuple[date, Span] | None) -> tuple[Phrase, ...]:
    """What the count says where a printed day wins: both are kept, a mismatch is shown."""
    notes = []
    if counted and counted != day:
        notes.append(phrase("The count gives {day}; the printed day wins.", day=counted))
    if least and day < least[0]:
        notes.append(
            plural(
                "Shorter than the {n} day of the law ({day}): {but}.",
                "Shorter than the {n} days of the law ({day}): {but}.",
                least[1].count,
                day=least[0],
                but=phrase(least[1].but),
            )
        )
    return tuple(notes)


def of_date(
    rule: Rule, given: Given, last: date, notes: Iterable[Phrase], doubts: Iterable[Phrase]
) -> tuple[Phrase, ...]:
    seen = given.day("as_of")
    closed = phrase("Closed: {last} lies before {seen}.", last=last, seen=seen) if seen and last < seen else NOTHING
    estimated = rule.estimate and not any(given.day(name) for name in rule.printed)
    estimate = phrase("An estimate: {why}.", why=phrase(rule.estimate)) if estimated else NOTHING
    remembered = rule.time_mark is Mark.MEMORY and clock(rule, given).time
    hour = phrase("The hour is from memory: unverified.") if remembered else NOTHING
    return some(closed, estimate, *notes, phrase(rule.note), unverified(doubts), hour)


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
    """1st, dc, federal from any usual spelling (ca9, D.C., First Circuit)."""
    plain = re.sub(r"circuit|cir\.?|^ca|[.\s]", "", words.lower())
    number = re.match(r"\d+", plain)
    if not number:
        return _ORDINALS.get(plain, plain)
    return _ORDINALS.get(number[0], f"{number[0]}th")


def source(rule: Rule) -> str:
    return "; ".join(rule.source)

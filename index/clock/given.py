"""Days and facts as people type them: 2026-11-12, 12 Nov 2026, November 12, 2026; never 03/04/2026."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from index.clock.rules import Fact, known_facts
from index.phrase import Phrase, Told, either, phrase, together

_ABSENT = {"", "none", "null", "-"}
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
YEARS = range(1900, 2301)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y")
_HOURED = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?(Z?)")
_TRUTH = {
    "true": "true",
    "yes": "true",
    "y": "true",
    "1": "true",
    "false": "false",
    "no": "false",
    "n": "false",
    "0": "false",
}
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", re.IGNORECASE)


class BadDay(Told):
    """A day that cannot be read, or can be read in two ways."""


class Given(NamedTuple):
    """What was typed: days by name, and every value as words."""

    days: dict[str, date]
    words: dict[str, str]

    def day(self, name: str) -> date | None:
        return self.days.get(name)

    def side(self) -> str:
        return self.words.get("side", "").lower()


def day(words: str) -> date:
    """Raises BadDay; a day written with slashes is refused with both its readings."""
    if slashed := _SLASHED.fullmatch(words.strip()):
        raise BadDay(together([words, _both(*slashed.groups())], ": "))
    if _ISO.fullmatch(words.strip()):
        return _near(_iso(words.strip()))
    plain = " ".join(_WEEKDAY.sub("", words.strip()).replace(",", " ").replace("Sept ", "Sep ").split())
    for form in _FORMS if any(character.isdigit() for character in plain) else ():
        try:
            return datetime.strptime(plain, form).date()
        except ValueError:
            continue
    raise BadDay(phrase("{words} is not a day: write 12 Nov 2026 or 2026-11-12", words=repr(words)))


def _near(found: date) -> date:
    """Calendars are known for some centuries only."""
    if found.year not in YEARS:
        told = phrase(
            "{day}: the year must lie between {first} and {last}",
            day=found.isoformat(),
            first=str(YEARS.start),
            last=str(YEARS.stop - 1),
        )
        raise BadDay(told)
    return found


def _iso(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        told = phrase("{words} is not a day: the calendar has no such date", words=repr(words))
        raise BadDay(told) from error


def _both(one: str, other: str, year: str) -> Phrase:
    readings = {
        date(int(year), month, number)
        for number, month in ((int(one), int(other)), (int(other), int(one)))
        if month <= 12 and number <= 28
    }
    if not readings:
        return phrase("write 12 Nov 2026")
    days = either(together([day]) for day in sorted(readings))
    return phrase("is it {days}? Write the month in letters", days=days)


def read(facts: Mapping[str, str]) -> Given:
    """Sort what was typed; a time of its own goes before an hour beside a day.

    A value that says nothing (none, null, empty) is left out. Raises BadDay naming the fact.
    """
    days: dict[str, date] = {}
    words = {name: str(value).strip() for name, value in facts.items() if str(value).strip().lower() not in _ABSENT}
    typed = dict(words)
    for name, value in typed.items():
        parts = _in_order(name, value, known_facts().get(name))
        words |= {part: said for part, said in parts.items() if part == name or not typed.keys() & {"time", part}}
    for name, value in words.items():
        found = _day_of(name, value, known_facts().get(name))
        if found:
            days[name] = found
    return Given(days, words)


def _in_order(name: str, value: str, fact: Fact | None) -> dict[str, str]:
    """A truth as true or false; an hour that stands beside a day apart from it. Raises BadDay."""
    if fact and fact.kind == "truth":
        return {name: _truth(name, value)}
    if fact and fact.kind == "number" and not value.split(maxsplit=1)[0].isdecimal():
        raise BadDay(together([name, phrase("{words} is not a number of days: write 30", words=repr(value))], ": "))
    if not (fact and fact.kind == "day" and (houred := _HOURED.fullmatch(value))):
        return {}
    hour = {"time": houred[2], **({"zone": "UTC"} if houred[3] else {})} if fact.timed else {}
    return {name: houred[1], **hour}


def _truth(name: str, value: str) -> str:
    if value.lower() not in _TRUTH:
        raise BadDay(together([name, phrase("{words}: write true or false", words=repr(value))], ": "))
    return _TRUTH[value.lower()]


def _day_of(name: str, value: str, fact: Fact | None) -> date | None:
    try:
        return day(value)
    except BadDay as bad:
        if fact and fact.kind == "day" and value.lower() not in {"true", "false"}:
            raise BadDay(together([name, bad.words], ": ")) from bad
        return None

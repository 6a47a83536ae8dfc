"""Which of the typed days a rule counts from, and which of them do not count."""

import difflib
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from index.clock.given import Given
from index.clock.rules import Anchor, Rule, facts_of, known_facts
from index.clock.step import Step
from index.phrase import Phrase, phrase, together


class Found(NamedTuple):
    """The fact that counts, or the names of those that are missing."""

    name: str = ""
    day: date | None = None
    missing: tuple[str, ...] = ()


def anchor(rule: Rule, given: Given) -> Found:
    """The day the rule counts from, as it was known on `as_of`."""
    if not rule.anchor:
        return Found()
    names = _names(rule.anchor, given)
    days = {name: day for name in names if (day := given.day(name)) and not _unknown_yet(rule.anchor, given, name)}
    if not days:
        return Found(missing=names if rule.anchor.earliest else names[:1])
    if rule.anchor.latest:
        return _pick(max(days, key=lambda name: days[name]), days)
    if rule.anchor.earliest:
        return _pick(min(days, key=lambda name: days[name]), days)
    return _not_before(rule.anchor, given, _pick(next(iter(days)), days))


def _pick(name: str, days: Mapping[str, date]) -> Found:
    return Found(name, days[name])


def _names(anchor: Anchor, given: Given) -> tuple[str, ...]:
    return anchor.by_side.get(given.side(), ()) or anchor.latest or anchor.earliest or anchor.first


def _not_before(anchor: Anchor, given: Given, found: Found) -> Found:
    """A fact of the same chain that lies later counts instead."""
    later = [name for name in anchor.not_before if given.days.get(name, date.min) > (found.day or date.max)]
    return _pick(later[0], given.days) if later else found


def _unknown_yet(anchor: Anchor, given: Given, name: str) -> bool:
    """Seen from `as_of`: a thing that had not happened, or a change that had not been announced."""
    return unannounced(anchor.known_from, given, name) or (_hidden(given, name) and _another(anchor, given, name))


def unannounced(known_from: Mapping[str, str], given: Given, name: str) -> bool:
    seen, announced = given.day("as_of"), given.day(known_from.get(name, ""))
    return bool(seen and announced and announced > seen)


def _hidden(given: Given, name: str) -> bool:
    seen, day = given.day("as_of"), given.day(name)
    return bool(seen and day and day > seen and not known_facts()[name].ahead)


def _another(anchor: Anchor, given: Given, name: str) -> bool:
    """Is there an earlier fact to count from? The only one is never set aside."""
    return any(other != name and given.day(other) and not _hidden(given, other) for other in _names(anchor, given))


def unused(rule: Rule, given: Given, used: frozenset[str]) -> tuple[Step, ...]:
    """One line for every typed fact that does not count, with the reason where the rule gives one."""
    ignored = {*used, "as_of", "side", *rule.state_holidays, rule.zone_of}
    return tuple(
        Step(kind="unused", day="", words=_unused(rule, given, name), citation=_cited(rule, name))
        for name in given.words
        if name not in ignored
    )


def _unused(rule: Rule, given: Given, name: str) -> Phrase:
    fact = known_facts().get(name)
    words = together([phrase(fact.says) if fact else name, given.day(name) or given.words[name]], ", ")
    return phrase("{one}: {other}", one=words, other=_why_unused(rule, given, name))


def _why_unused(rule: Rule, given: Given, name: str) -> Phrase:
    if why := rule.unused.get(name, ""):
        return phrase(why)
    if name not in known_facts():
        return _misspelt(rule, name)
    if given.day(name) and _hidden(given, name):
        return phrase("it lies after the day from which this is seen")
    return phrase("this rule does not count it")


def _misspelt(rule: Rule, name: str) -> Phrase:
    if near := difflib.get_close_matches(name, facts_of(rule), 1, cutoff=0.75):
        return phrase("no rule reads a fact of this name; did you mean {name}?", name=near[0])
    return phrase("no rule reads a fact of this name; `amicus deadline --rules` lists the names")


def _cited(rule: Rule, name: str) -> str:
    return rule.citation if name in rule.unused else ""

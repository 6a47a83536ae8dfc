"""One answer to one rule and the days that are known: the date with its sum, or which of the other four it is."""

from collections.abc import Mapping

from msgspec.structs import replace

from index.clock import given as typed
from index.clock import speak
from index.clock.anchor import Found
from index.clock.dated import of_anchor, of_printed
from index.clock.given import Given
from index.clock.reply import Answer, dated, plain
from index.clock.rules import Condition, Kind, Rule, rule
from index.clock.total import states
from index.phrase import NOTHING, Phrase, phrase, together

__all__ = ["Answer", "answer", "deadline"]


def deadline(id: str, facts: Mapping[str, str]) -> Answer:
    """The answer to a rule for facts as typed. Raises BadFacts for an unknown rule, BadDay for an unreadable fact."""
    asked, given = rule(id), typed.read(facts)
    for name in asked.state_holidays:
        if name in given.words and not states(given.words, (name,)):
            words = phrase(
                "{words} is no circuit and no state: write 9th, dc, federal or CA", words=repr(given.words[name])
            )
            raise typed.BadDay(together([name, words], ": "))
    return answer(asked, given)


def answer(rule: Rule, given: Given) -> Answer:
    """The same from values. A rule outside its validity never computes."""
    if outside := _outside(rule, dated(rule, given)):
        return plain(rule, given, Kind.CANNOT_COMPUTE, (outside,))
    return (
        _chosen(rule, given)
        or _lacking(rule, given)
        or of_printed(rule, given)
        or _without_period(rule, given)
        or of_anchor(rule, given)
    )


def _outside(rule: Rule, found: Found) -> Phrase:
    day = found.day.isoformat() if found.day else ""
    if not day or (rule.valid_from or day) <= day <= (rule.valid_to or day):
        return NOTHING
    return speak.outside(rule, found.day)


def _chosen(rule: Rule, given: Given) -> Answer | None:
    """Where a fact or the side decides before any count."""
    for condition in rule.conditions:
        if _holds(condition, given):
            return _under(rule, given, condition.use) if condition.use else _refused(rule, given, condition.note)
    if other := rule.other_sides.get(given.side()):
        told = phrase("This rule is not for that side: see {rule}.", rule=other)
        return plain(rule, given, Kind.CANNOT_COMPUTE, (told,))
    return None


def _holds(condition: Condition, given: Given) -> bool:
    words = given.words.get(condition.fact, "").lower()
    return bool(words) and (words == condition.value or bool(condition.contains and condition.contains in words))


def _under(asked: Rule, given: Given, other: str) -> Answer:
    """The answer of the other rule, under the id that was asked for."""
    deciding = {condition.fact for condition in asked.conditions}
    words = {name: value for name, value in given.words.items() if name not in deciding}
    return replace(answer(rule(other), given._replace(words=words)), rule=asked.id)


def _refused(rule: Rule, given: Given, why: str) -> Answer:
    return plain(rule, given, Kind.NOT_AVAILABLE, speak.not_available(why, rule.way_in))


def _lacking(rule: Rule, given: Given) -> Answer | None:
    """A fact that chooses the rule and is missing, or chose none."""
    if not rule.needs:
        return None
    return plain(rule, given, Kind.CANNOT_COMPUTE, (speak.lacking(rule.needs),), missing=rule.needs)


def _without_period(rule: Rule, given: Given) -> Answer | None:
    if rule.anchor and rule.answer not in {Kind.NO_FIXED_PERIOD, Kind.NOT_AVAILABLE}:
        return None
    return plain(rule, given, rule.answer, speak.without_period(rule, given))

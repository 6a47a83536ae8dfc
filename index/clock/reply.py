"""The answer as a value, and the four answers that are no date."""

from datetime import date
from typing import Any

from crawlers.matter import Struct
from index.clock import speak
from index.clock.anchor import Found, anchor, unused
from index.clock.given import Given
from index.clock.rules import Kind, Rule, facts_of
from index.clock.step import Step
from index.phrase import ENGLISH, Phrase, Voice


class Answer(Struct, frozen=True, kw_only=True, omit_defaults=False):
    """What the clock says. Days are ISO, local to the forum; `steps` are the sum, `words` say the answer in sentences.

    `date` is the last day, `safe` the earliest day that any reading of a doubtful step gives, `notify_by` counts
    back from `safe`. `verified` is false when the rule, or the part of it that made the date, was not read.
    """

    rule: str
    answer: Kind
    date: str | None = None
    safe: str | None = None
    notify_by: str | None = None
    opens: str | None = None
    time: str | None = None
    zone: str | None = None
    missing: tuple[str, ...] = ()
    verified: bool = True
    words: tuple[Phrase, ...] = ()
    steps: tuple[Step, ...] = ()
    citation: str = ""
    source: str = ""
    hint: str = ""

    def told(self, voice: Voice) -> str:
        """The sentences in a language."""
        return " ".join(one.said(voice) for one in self.words)

    @property
    def note(self) -> str:
        return self.told(ENGLISH)

    def shape(self) -> dict[str, Any]:
        """The JSON that scripts rely on (design §8)."""
        order = "rule answer date safe notify_by opens time zone missing verified note arithmetic citation source"
        lines = [step.line() for step in self.steps]
        plain = {"missing": list(self.missing), "arithmetic": lines}
        return {name: plain[name] if name in plain else getattr(self, name) for name in order.split()}


def dated(rule: Rule, given: Given) -> Found:
    """The day on which the rule's text must have been in force."""
    if found := next((name for name in rule.dated_by if given.day(name)), ""):
        return Found(found, given.day(found))
    return anchor(rule, given)


def seen(rule: Rule, day: date | None) -> bool:
    """Was the edition of the rule that holds on this day read?"""
    return not (rule.unseen_from and day and day.isoformat() >= rule.unseen_from)


def deciding(rule: Rule) -> frozenset[str]:
    """Facts that choose the answer without being counted."""
    return frozenset({*rule.dated_by, *rule.needs, *(condition.fact for condition in rule.conditions)})


def plain(rule: Rule, given: Given, kind: Kind, words: tuple[Phrase, ...], **more: Any) -> Answer:
    """An answer that is no date."""
    doubts = speak.row_doubts(rule, seen(rule, dated(rule, given).day))
    waiting = frozenset(facts_of(rule)) - set(rule.unused) if kind is Kind.CANNOT_COMPUTE else frozenset()
    return Answer(
        rule=rule.id,
        answer=kind,
        verified=not doubts,
        words=speak.some(*words, speak.unverified(doubts)),
        steps=unused(rule, given, deciding(rule) | waiting),
        citation=rule.citation,
        source=speak.source(rule),
        **more,
    )

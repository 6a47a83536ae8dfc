"""Words of our files of facts that pages and mails say: rules of windows, their facts, calendars and units."""

from collections.abc import Iterator

from index.clock.calendars import holidays_told, known
from index.clock.matters import OVER, asked_for
from index.clock.rules import Rule, Span, known_facts, rules
from index.clock.step import ours
from index.clock.stretch import LENGTHS

FIELDS = (
    "court", "stage", "side", "filing", "leave", "notice", "who", "length", "extendable", "carries", "way_in", "note",
    "missing_says", "estimate", "unseen",
)  # fmt: skip


def sentences() -> Iterator[str | tuple[str, str]]:
    """Each once or more; what is empty or a dash is none."""
    yield from (fact.says for fact in known_facts().values())
    yield from sorted(asked_for())
    for rule in rules().values():
        yield from (words for words in _of_rule(rule) if words and words != "-")
    yield from LENGTHS.values()
    yield from (place.name for place in known().calendars.values())
    yield from (closure.why for closure in known().closures)
    yield from (stretch.name for stretch in known().excluded.values())
    yield from sorted(holidays_told())
    yield from (status.replace("_", " ") for status in sorted(OVER))


def _of_rule(rule: Rule) -> Iterator[str]:
    yield from (getattr(rule, name) for name in FIELDS)
    yield from rule.unused.values()
    yield from (condition.note for condition in rule.conditions)
    yield from (words for span in _spans(rule) for words in (span.says, span.but))
    yield rule.at_least.says if rule.at_least else ""
    yield rule.citation if ours(rule.citation) else ""


def _spans(rule: Rule) -> Iterator[Span]:
    yield from rule.period
    yield from (span for span in (rule.minimum,) if span)

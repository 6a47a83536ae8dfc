"""Read the rules of windows to act: facts in index/windows/*.yaml, one struct a rule."""

import difflib
from functools import cache
from pathlib import Path
from typing import Any

from crawlers import facts
from crawlers.facts import BadFacts
from index.clock.rule import Anchor, Condition, Direction, Fact, Kind, Roll, Rule, Span, Unit

__all__ = [
    "Anchor", "Condition", "Direction", "Fact", "Kind", "Roll", "Rule", "Span", "Unit",
    "facts_of", "known_facts", "rule", "rules",
]  # fmt: skip
FOLDER = Path(__file__).resolve().parent.parent / "windows"


@cache
def rules() -> dict[str, Rule]:
    """Every rule by its id. Raises BadFacts naming file and rule."""
    found: dict[str, Rule] = {}
    for path in sorted([*FOLDER.glob("courts-*.yaml"), FOLDER / "consultations.yaml"]):
        for prefix, group in facts.load(path).items():
            shared = {key: value for key, value in group.items() if key != "rules"}
            for name, entry in group["rules"].items():
                _keep(found, path.name, f"{prefix}.{name}", {**shared, **entry})
    return found


def _keep(found: dict[str, Rule], file: str, id: str, entry: dict[str, Any]) -> None:
    if id in found:
        raise BadFacts(f"{file}: rule {id} stands twice")
    found[id] = facts.convert({"id": id, **entry}, Rule, file, id)


def rule(id: str) -> Rule:
    """Raises BadFacts naming the rules that are spelled most like it."""
    if id in rules():
        return rules()[id]
    near = ", ".join(difflib.get_close_matches(id, rules(), 3)) or "see `amicus deadline --rules`"
    raise BadFacts(f"there is no rule {id!r}; near it: {near}")


@cache
def known_facts() -> dict[str, Fact]:
    content = facts.load(FOLDER / "facts.yaml")
    return {name: facts.convert(entry, Fact, "facts.yaml", name) for name, entry in content.items()}


def facts_of(rule: Rule) -> tuple[str, ...]:
    """The facts that change the rule's answer, in the order in which a form asks for them."""
    counted = rule.anchor or Anchor()
    names = [
        *(["side"] if counted.by_side else []),
        *(condition.fact for condition in rule.conditions),
        *counted.first,
        *counted.latest,
        *counted.earliest,
        *(name for names in counted.by_side.values() for name in names),
        *counted.not_before,
        *counted.known_from.values(),
        *rule.dated_by,
        *rule.state_holidays,
        *(span.count_fact for span in rule.period),
        *rule.printed,
        *(rule.opens or ()),
    ]
    return tuple(dict.fromkeys(name for name in names if name))

"""Read the rules of windows to act: facts in index/windows/*.yaml, one struct a rule."""

import difflib
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from crawlers import facts
from crawlers.facts import BadFacts
from crawlers.matter import Struct
from crawlers.vocabulary import Mark

FOLDER = Path(__file__).resolve().parent.parent / "windows"
VERIFIED_ON = "2026-11-25"


class Kind(StrEnum):
    """The five answers."""

    DATE = "date"
    NO_FIXED_PERIOD = "no_fixed_period"
    STATED_IN_NOTICE = "stated_in_notice"
    NOT_AVAILABLE = "not_available"
    CANNOT_COMPUTE = "cannot_compute"


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    BUSINESS_DAY = "business_day"
    COURT_DAY = "court_day"


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"


class Roll(StrEnum):
    """What happens to a last day on which the court is closed; `unknown`: the rule was not read."""

    NEXT = "next"
    PREVIOUS = "previous"
    NONE = "none"
    UNKNOWN = "unknown"


class Span(Struct, frozen=True, kw_only=True):
    """One stretch of a period. `optional`: another reading leaves it out (the ten days of distance).

    `count_fact` names the fact that holds the number. `kind_unknown`: calendar or working days was not read.
    """

    count: int
    unit: Unit
    mark: Mark = Mark.OFFICIAL
    count_mark: Mark = Mark.OFFICIAL
    optional: bool = False
    kind_unknown: bool = False
    first_day_counts: bool = False
    count_fact: str = ""
    excluding: tuple[str, ...] = ()
    may_exclude: tuple[str, ...] = ()
    says: str = ""
    citation: str = ""
    but: str = ""


class Anchor(Struct, frozen=True, kw_only=True):
    """The fact a period counts from: the first that is known, the latest, or the earliest of several.

    `known_from` maps a fact to the fact that says since when it is known; `not_before`: facts that never lie later.
    """

    first: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    earliest: tuple[str, ...] = ()
    by_side: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- msgspec copies it
    not_before: tuple[str, ...] = ()
    known_from: dict[str, str] = {}  # noqa: RUF012


class Condition(Struct, frozen=True, kw_only=True):
    """A fact that changes the answer: another rule (`use`), or another answer with its note."""

    fact: str
    value: str = ""
    contains: str = ""
    use: str = ""
    answer: Kind | None = None
    note: str = ""


class Floor(Struct, frozen=True, kw_only=True):
    """A fact that the window outlasts when another fact is there."""

    fact: str
    only_with: str
    says: str


class Hint(Struct, frozen=True, kw_only=True):
    """A day that does not count but shows what the answer would be."""

    fact: str
    only_side: str


class Rule(Struct, frozen=True, kw_only=True):
    """One court or body, one stage, one side. `mark` says how the rule was seen, `*_mark` how a part of it was."""

    id: str
    jurisdiction: str
    court: str
    stage: str
    side: str
    filing: str
    answer: Kind

    citation: str
    leave: str = ""
    anchor: Anchor | None = None
    period: tuple[Span, ...] = ()
    minimum: Span | None = None
    at_least: Floor | None = None
    notify: Span | None = None
    hint: Hint | None = None
    direction: Direction = Direction.AFTER
    calendar: str = ""
    state_holidays: tuple[str, ...] = ()
    roll: Roll = Roll.NONE
    roll_mark: Mark = Mark.OFFICIAL
    roll_citation: str = ""
    month_end_mark: Mark = Mark.OFFICIAL
    opens: tuple[str, ...] | None = None
    printed: tuple[str, ...] = ("extended_to", "stated_end")
    known_from: dict[str, str] = {}  # noqa: RUF012
    dated_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    needs: tuple[str, ...] = ()
    needs_anchor_with: tuple[str, ...] = ()
    missing_says: str = ""
    estimate: str = ""
    other_sides: dict[str, str] = {}  # noqa: RUF012
    unused: dict[str, str] = {}  # noqa: RUF012
    zone: str = ""
    zone_of: str = ""
    time: str = ""
    time_mark: Mark = Mark.OFFICIAL
    notice: str = ""
    who: str = ""
    length: str = ""
    length_mark: Mark = Mark.OFFICIAL
    extendable: str = ""
    carries: str = ""
    way_in: str = ""
    note: str = ""
    note_mark: str = ""
    mark: Mark = Mark.OFFICIAL
    source: tuple[str, ...] = ()
    valid_from: str = ""
    valid_to: str = ""
    unseen_from: str = ""
    unseen: str = ""
    verified_on: str = VERIFIED_ON


class Fact(Struct, frozen=True, kw_only=True):
    """A day or word that a person may type, in the words of the docket."""

    says: str
    kind: str = "day"
    ahead: bool = False


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

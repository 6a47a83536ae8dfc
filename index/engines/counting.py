"""Exact totals and facets of an answer: of summaries where they tell, of groups of units where a passage must be read."""

from collections import Counter
from collections.abc import Callable
from typing import NamedTuple, Protocol

import msgspec

from index.engines.facets import Listed, by_field
from index.engines.raised import BEGINS, apart
from index.queries.plan import Ask, Every, Terms
from index.queries.unscored import unscored
from index.summary import MATTER

# matters that are looked at one by one, at most
FEW = 1_000


class Sums(NamedTuple):
    """How many matters have each fact, as summaries tell, and how many units answer."""

    facts: Counter[str]
    units: int


class Counting(Protocol):
    def listed(self, ask: Ask) -> Listed:
        """Counted by the groups of the units that answer."""

    def summed(self, summaries: Ask, units: Ask) -> Sums:
        """The facts of the summaries that answer the one, and how many units answer the other."""


class Counted(Protocol):
    """How many units answer, of which matters, with which facet values."""

    @property
    def units(self) -> int: ...

    @property
    def total(self) -> int:
        """How many matters."""

    def matters(self) -> set[str]: ...

    def facets(self) -> dict[str, dict[str, int]]:
        """How many matters hold each value, most first."""


class Summed(msgspec.Struct, frozen=True):
    """What summaries told; which matters they are is asked only when somebody wants to know."""

    facts: Counter[str]
    units: int
    ids: Callable[[], set[str]]

    @property
    def total(self) -> int:
        return self.facts[MATTER]

    def matters(self) -> set[str]:
        return self.ids()

    def facets(self) -> dict[str, dict[str, int]]:
        return by_field(self.facts)


def counted(engine: Counting, ask: Ask) -> Counted:
    """Matters that answer by what summaries do not tell, such as words side by side, are looked at one by one."""
    told, rest = apart(ask)
    if told is None:
        return engine.listed(ask)
    others = engine.listed(rest) if rest else None
    if not others or not others.total:
        return _summed(engine, told, ask)
    if others.total > FEW:
        return engine.listed(ask)
    those = tuple(sorted(others.matters()))
    elsewhere = _summed(engine, Every(only=(told,), without=(Terms(f"{BEGINS}id", those),)), ask)
    here = engine.listed(Every((ask,), only=(Terms("id", those),)))
    return msgspec.structs.replace(elsewhere, facts=elsewhere.facts + here.facts())


def _summed(engine: Counting, told: Ask, ask: Ask) -> Summed:
    facts, units = engine.summed(unscored(told), unscored(ask))
    return Summed(facts, units, lambda: engine.listed(ask).matters())

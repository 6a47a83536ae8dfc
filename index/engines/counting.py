"""Exact totals and facets of an answer: of summaries where they tell, of groups of units where a passage must be read."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, Protocol

from index.engines.facets import Listed, by_field
from index.engines.raised import BEGINS, apart
from index.queries.plan import Ask, Every, Nothing, Terms
from index.queries.unscored import unscored
from index.summary import MATTER

# units whose matters are looked at one by one, at most; and how many times as many matters the summaries then tell, at least:
# where they tell of fewer, to count the groups of all units is quicker
FEW, TIMES = 1_000, 10
# who counts beside what is read or counted, for as many pages at once as are read beside
COUNTERS = ThreadPoolExecutor(8, "counting")


class Sums(NamedTuple):
    """How many matters have each fact, as summaries tell; how many units answer the rest."""

    facts: Counter[str]
    rest: int


class Counting(Protocol):
    def listed(self, ask: Ask) -> Listed:
        """Counted by the groups of the units that answer."""

    def summed(self, summaries: Ask, rest: Ask) -> Sums:
        """The facts of the summaries that answer the one, and how many units answer the other."""

    def many(self, ask: Ask) -> int:
        """How many units answer."""


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


class Summed(NamedTuple):
    """What summaries told; which matters and how many units they are is asked only when somebody wants to know."""

    facts: Counter[str]
    many: Callable[[], int]
    ids: Callable[[], set[str]]

    @property
    def units(self) -> int:
        return self.many()

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
    told = unscored(told)
    sums = engine.summed(told, unscored(rest))
    if sums.rest > min(FEW, sums.facts[MATTER] // TIMES):
        return engine.listed(ask)
    facts = _both(engine, ask, told, rest, sums.facts) if sums.rest else sums.facts
    return Summed(facts, lambda: engine.many(unscored(ask)), lambda: engine.listed(ask).matters())


def _both(engine: Counting, ask: Ask, told: Ask, rest: Ask, facts: Counter[str]) -> Counter[str]:
    """The matters that answer by the rest, too or alone, are counted by their groups, and the others as they were."""
    those = tuple(sorted(engine.listed(rest).matters()))
    here = COUNTERS.submit(engine.listed, Every((ask,), only=(Terms("id", those),)))
    too = engine.summed(Every(only=(told, Terms(f"{BEGINS}id", those))), Nothing())
    return facts - too.facts + here.result().facts()

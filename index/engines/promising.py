"""The first answers without weighing all: what very many units have tells little, so those that have more come first."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import msgspec

from crawlers.vocabulary import Kind
from index.engines.engine import Hit, firsts
from index.queries import plan
from index.queries.plan import Ask, Best, Every, Fixed, Some
from index.unit import NEARER, NEWER

# a question that at most so many units answer is asked as it is; what one in so many of these has is rare
FEW, RARE = 50_000, 5
# what the score of a word is at most, by how rare it is: k1 + 1 of BM25
STRONGEST = 2.2
# what the worth of a matter makes of a score, at most
WORTHIEST = 1 + NEARER + NEWER


class Promising(NamedTuple):
    """A question to the units that have something rare; whatever else answers has at most the score `others`."""

    ask: Ask
    others: float


def first_promising(promising: Iterable[Promising], wanted: int, read: Callable[[Ask], list[Hit]]) -> list[Hit] | None:
    """The first matters, where none but those with something rare can be among them."""
    for one in promising:
        found = firsts(read(one.ask))
        if len(found) >= wanted and found[wanted - 1].score > one.others:
            return found
    return None


class Frequencies:
    """How many units hold what, roughly; `held` counts those with a token in a field, as the engine does when it scores.

    `sooner`: how many times fewer units are enough to be passed over, where to ask once more costs next to nothing.
    """

    def __init__(self, held: Callable[[str, str], int], sooner: int = 1) -> None:
        self.held, self.sooner = held, sooner

    @cached_property
    def units(self) -> int:
        """Each has one kind, also the deleted ones, which are counted in scores."""
        return sum(self.held("kind", kind) for kind in Kind)

    def promising(self, ask: Ask) -> list[Promising]:
        """The fewest first: the units with what orders, such as heads, and with what could outdo it; then those with whatever is rare.

        None where few units answer, or all have something rare, or several words are asked for: together they tell much.
        """
        if not isinstance(ask, Every) or len(ask.must) != 1 or isinstance(ask.must[0], Some):
            return []
        if self.of(ask) * self.sooner <= FEW:
            return []
        return list(dict.fromkeys(self._each(ask, self.of(ask.must[0]))))

    def _each(self, ask: Every, among: int) -> Iterator[Promising]:
        parts, often = self._there(_parts(ask.must[0]), among)
        orders, better = self._there(ask.better, self.units)
        for usual in (self._there(ask.better, among)[1], better):
            least = min((_floor(part) for part in orders if part not in usual), default=0.0)
            weak = [part for part in parts if WORTHIEST * self.ceiling(part) < least]
            if weak and set(often) <= set(weak):
                yield self._without(ask, parts, weak, usual)
        if often and (len(often) < len(parts) or len(better) < len(orders)):
            yield self._without(ask, parts, often, better)

    def _without(self, ask: Every, parts: Iterable[Ask], frequent: Sequence[Ask], usual: Sequence[Ask]) -> Promising:
        """The units that have more than something frequent and, of what orders, something usual."""
        rare = [part for part in parts if part not in frequent]
        telling = Some((*rare, *(part for part in ask.better if part not in usual)))
        need = Best((*rare, *(Every((part,), only=(telling,)) for part in frequent)))
        others = max(map(self.ceiling, frequent), default=0.0) + sum(map(self.ceiling, usual))
        return Promising(msgspec.structs.replace(ask, must=(need,)), WORTHIEST * others)

    def _there(self, parts: Iterable[Ask], among: int) -> tuple[list[Ask], list[Ask]]:
        """Those that any unit has, and of these the frequent ones, of which words side by side are none."""
        there = [(part, units) for part in parts if (units := self.of(part))]
        often = [part for part, units in there if units * RARE > among and not _is_row(part)]
        return [part for part, _ in there], often

    def of(self, ask: Ask) -> int:
        match ask:
            case plan.Term():
                return self.held(ask.field, ask.value)
            case plan.Row():
                return min(self.held(ask.field, value) for value in ask.values)
            case plan.Known():
                return self.of(ask.sign)
            case plan.Weight() | Fixed():
                return self.of(ask.part)
            case Best() | Some():
                return max(map(self.of, ask.parts), default=0)
            case Every():
                return min(map(self.of, (*ask.must, *ask.only)), default=self.units)
            case _:
                return self.units

    def ceiling(self, ask: Ask) -> float:
        """What a unit scores with it, at most."""
        match ask:
            case plan.Term():
                return self._strength(ask.field, (ask.value,))
            case plan.Row():
                return self._strength(ask.field, ask.values)
            case plan.Known():
                return self.ceiling(ask.row)
            case plan.Weight():
                return ask.factor * self.ceiling(ask.part)
            case Fixed():
                return ask.score
            case Best():
                return max(map(self.ceiling, ask.parts), default=0.0)
            case Some():
                return sum(map(self.ceiling, ask.parts))
            case Every():
                return sum(map(self.ceiling, (*ask.must, *ask.better)))
            case plan.Terms() | plan.Span():
                return 0.0
            case _:
                return 1.0

    def _strength(self, field: str, values: Iterable[str]) -> float:
        counts = [self.held(field, value) for value in values]
        if not all(counts):
            return 0.0
        return STRONGEST * sum(math.log(1 + (self.units - count + 0.5) / (count + 0.5)) for count in counts)


def tokens(ask: Ask) -> Iterator[tuple[str, str]]:
    """Fields and values whose frequencies tell how much it can score."""
    match ask:
        case plan.Term():
            yield ask.field, ask.value
        case plan.Row():
            yield from ((ask.field, value) for value in ask.values)
        case plan.Known():
            yield from chain(tokens(ask.row), tokens(ask.sign))
        case plan.Weight() | Fixed():
            yield from tokens(ask.part)
        case Best() | Some():
            yield from chain.from_iterable(map(tokens, ask.parts))
        case Every():
            yield from chain.from_iterable(map(tokens, (*ask.must, *ask.only, *ask.better)))


def _floor(part: Ask) -> float:
    """What a unit scores at least that has it."""
    return part.score if isinstance(part, Fixed) else 0.0


def _is_row(part: Ask) -> bool:
    return isinstance(part, plan.Row) and len(part.values) > 1


def _parts(need: Ask) -> Iterator[Ask]:
    """One of which a unit has that has what is needed; its score is that of the best."""
    if isinstance(need, Best):
        for part in need.parts:
            yield from _parts(part)
    else:
        yield need

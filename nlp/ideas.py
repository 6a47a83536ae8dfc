"""Ideas that stand beside one another, whatever the words and their order, speak for a duty."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from crawlers.facts import BadFacts, convert, load
from crawlers.matter import Struct
from crawlers.vocabulary import Duty

FILE = Path(__file__).parent / "ideas.yaml"
WINDOW = 24
SPEAKS, DECIDES = 1.5, 2.5
Group = tuple[str, ...]


class Ideas(Struct, frozen=True, kw_only=True):
    """`ideas` are words by language; `together` and `decisive` name ideas that speak for a duty beside one another.

    `light` ideas are those that say little about what is done, though they be the verb.
    """

    ideas: dict[str, dict[str, tuple[str, ...]]]
    together: dict[Duty, tuple[Group, ...]]
    decisive: dict[Duty, tuple[Group, ...]]
    light: frozenset[str]


class Word(NamedTuple):
    """Words of a passage from `start` that say one idea."""

    start: int
    idea: str


@cache
def ideas() -> Ideas:
    """Raises BadFacts naming file, entry and key; an idea that is not described is one too."""
    read = convert(load(FILE), Ideas, FILE.name, "ideas")
    named = {
        name for groups in (read.together, read.decisive) for each in groups.values() for one in each for name in one
    }
    if unknown := sorted(named - read.ideas.keys()):
        raise BadFacts(f"{FILE.name}: there is no idea {unknown[0]!r}")
    return read


@cache
def _groups() -> tuple[tuple[Duty, Group, float], ...]:
    read = ideas()
    weighed = ((read.together, SPEAKS), (read.decisive, DECIDES))
    return tuple((duty, one, weight) for groups, weight in weighed for duty, each in groups.items() for one in each)


@cache
def _beginning() -> dict[str, list[int]]:
    """Which groups begin with an idea."""
    found: dict[str, list[int]] = defaultdict(list)
    for i, (_, group, _) in enumerate(_groups()):
        found[group[0]].append(i)
    return dict(found)


def spoken(said: Iterable[Word]) -> Iterator[tuple[Duty, int, float]]:
    """(duty, first word, weight) once for each group of ideas that stands within a few words."""
    places: dict[str, list[int]] = defaultdict(list)
    for word in said:
        places[word.idea].append(word.start)
    groups, beginning = _groups(), _beginning()
    for i in sorted(i for name in places for i in beginning.get(name, ())):
        duty, group, weight = groups[i]
        if all(name in places for name in group) and (at := _beside([places[name] for name in group])) is not None:
            yield duty, at, weight


def _beside(places: list[list[int]]) -> int | None:
    """The first place of the first idea from which each next one is near."""
    return next((at for at in places[0] if all(_near(at, other) for other in places[1:])), None)


def _near(at: int, others: list[int]) -> bool:
    """Whether one of the places, which are in order, is near; not the same word."""
    first = bisect_left(others, at - WINDOW)
    return any(other != at and other <= at + WINDOW for other in others[first : first + 2])

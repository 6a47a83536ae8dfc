"""Ideas that stand beside one another, whatever the words and their order, speak for a duty."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
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


def spoken(said: Iterable[Word], place: Callable[[Word], float] = lambda _: 1.0) -> Iterator[tuple[Duty, int, float]]:
    """(duty, first word, weight) once for each group of ideas that stands within a few words.

    A group counts what its words' places do, between the best and the worst of them.
    """
    places: dict[str, list[Word]] = defaultdict(list)
    for word in said:
        places[word.idea].append(word)
    groups, beginning = _groups(), _beginning()
    for i in sorted(i for name in places for i in beginning.get(name, ())):
        duty, group, weight = groups[i]
        if all(name in places for name in group) and (best := _beside([places[name] for name in group], place)):
            yield duty, best[1], weight * best[0]


def _beside(places: list[list[Word]], place: Callable[[Word], float]) -> tuple[float, int] | None:
    """What the words count where each other idea is near the first one, at the best of those places, with its first word."""
    found = []
    for word in places[0]:
        near = [[place(each) for each in other if _near(word, each)] for other in places[1:]]
        if all(near):
            values = [place(word), *map(max, near)]
            found.append(((min(values) + max(values)) / 2, word.start))
    return max(found, key=lambda each: each[0], default=None)


def _near(word: Word, other: Word) -> bool:
    """Not the same word."""
    return word.start != other.start and abs(word.start - other.start) <= WINDOW

"""A small linear model of what binds somebody: hashed words, the words around a verb, what the rules saw; no black box."""

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from nlp.reading import Reading

FOLDER = Path(__file__).parents[1] / "models"
BITS = 16
RULES = {"en": 0.0}  # what the rules saw helps where drafting hides the verb; English says shall, and they only mislead
USUAL = 0.5
VERBS = {"en": frozenset({"shall", "must", "should", "may", "will"})}
NEAR, NEXT, MARKS, LONGEST = 6, 3, 4, 6


class Said(NamedTuple):
    """A stretch of a provision: its words, the places of its verbs (or triggers), and what the rules made of it."""

    words: list[str]
    marks: list[tuple[int, int]]
    rules: list[str]


class Linear(NamedTuple):
    """`rarity[i]` and `weights[i]` belong to the features that hash to i; both are arrays of 2 ** BITS numbers."""

    rarity: Any
    weights: Any
    bias: float

    def contributions(self, said: Said, language: str) -> dict[str, float]:
        """What each feature adds; with the bias they sum to the log odds."""
        return {
            name: value * float(self.weights[place(name)])
            for name, value in values(said, language, self.rarity).items()
        }

    def score(self, contributions: dict[str, float]) -> float:
        """Probability between 0 and 1."""
        total = self.bias + sum(contributions.values())
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4)


def said(reading: Reading, start: int = 0, end: int | None = None) -> Said:
    """The words [start, end) of a reading."""
    passage = reading.passage
    words = passage.words[start:end]
    stop = start + len(words)
    verbs = VERBS.get(passage.language)
    triggers = sorted({(hit.start, hit.end) for hit in passage.triggers if start <= hit.start < stop})
    marks = [(i, i + 1) for i, word in enumerate(words) if word in verbs] if verbs else triggers
    shift = 0 if verbs else start
    return Said(words, [(a - shift, b - shift) for a, b in marks], list(_rules(reading, start, stop)))


def values(said: Said, language: str, rarity: Any) -> dict[str, float]:
    """Each feature with its value: logarithm of its count, times its rarity; every family of unit length."""
    found: dict[str, float] = {}
    families = ((1.0, _bag(said.words)), (1.0, _around(said)), (RULES.get(language, USUAL), said.rules))
    for scale, names in families:
        raw = {name: (1 + math.log(n)) * float(rarity[place(name)]) for name, n in Counter(names).items() if scale}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        found |= {name: scale * value / length for name, value in raw.items()}
    return found


def names(said: Said) -> set[str]:
    return {*_bag(said.words), *_around(said), *said.rules}


def _bag(words: list[str]) -> Iterator[str]:
    yield from (f"word {word}" for word in words)
    yield from (f"words {a} {b}" for a, b in itertools.pairwise(words))


def _around(said: Said) -> Iterator[str]:
    """The words before and after each verb, the first one apart from the others; how long, how many, how it begins."""
    for nth, (start, end) in enumerate(said.marks[:MARKS]):
        yield from _window("first verb" if nth == 0 else "verb", said.words, start, end)
    yield f"verbs {min(3, len(said.marks))}"
    yield f"length {min(LONGEST, len(said.words) // 12)}"
    yield from (f"opens {word}" for word in said.words[:NEXT])


def _window(which: str, words: list[str], start: int, end: int) -> Iterator[str]:
    verb, after = " ".join(words[start:end]), words[end : end + NEAR]
    for far, word in enumerate(reversed(words[max(0, start - NEAR) : start])):
        yield f"{which} after {word}"
        yield from (f"{which} {far} after {word}",) * (far < NEXT - 1)
    for far, word in enumerate(after):
        yield f"{which} before {word}"
        yield from (f"{which} {far} before {word}",) * (far < NEXT)
    yield f"{which} {verb} {' '.join(after[:1])}"
    yield f"{which} {verb} {' '.join(after[:2])}"
    yield f"{which} {' '.join(words[max(0, start - 1) : end + 1])}"


def _rules(reading: Reading, start: int, stop: int) -> Iterator[str]:
    stated = [found.statement for found in reading.found if start <= found.statement.trigger.start < stop]
    for nth, each in enumerate(stated[:LONGEST]):
        which = "first rule" if nth == 0 else "rule"
        yield f"{which} {each.modality} {each.who.bearer}"
        yield f"{which} {each.modality}"
        yield f"{which} {each.who.how}"
        yield f"{which} {each.trigger.entry.id}"
    yield f"rules {min(3, len(stated))}"


@cache
def place(name: str) -> int:
    return crc32(name.encode()) % (1 << BITS)


@cache
def model(language: str) -> Linear | None:
    """The shipped model of a language, or None where there is none."""
    path = FOLDER / f"{language}.npz"
    if not path.exists():
        return None
    import numpy as np

    held = np.load(path, allow_pickle=False)
    return Linear(held["rarity"].astype("float32"), held["weights"].astype("float32"), float(held["bias"]))


def strongest(contributions: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """The five that add or take most, largest first."""
    ranked = sorted(contributions, key=lambda pair: (-abs(pair[1]), pair[0]))[:5]
    return tuple((name, round(value, 4)) for name, value in ranked)

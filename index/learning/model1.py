"""Which word translates which: IBM's first model, learnt both ways, of which only what both ways agree on is kept."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from index import stemming
from index.learning.aligned import Pair, Row

ROUNDS = 8
# pieces that a word must stand in, and that must have both words
LEAST, TOGETHER = 2, 2
# the mean of both ways, from which on a word is kept, and how many are kept at most
FLOOR, MOST = 0.15, 3

# by stem the words of the other language in their most frequent form, and how surely
Words = dict[str, dict[str, float]]
Numbers = np.ndarray[Any, np.dtype[Any]]


class _Side:
    """The stems of one language that stand in enough pieces, numbered, and the words that they stand for."""

    def __init__(self, rows: Sequence[Row], language: str) -> None:
        self.rows = [stemming.stem(row, language) for row in rows]
        counted = Counter(stem for row in self.rows for stem in set(row))
        self.stems = sorted(stem for stem in counted if counted[stem] >= LEAST)
        self.numbers = {stem: number for number, stem in enumerate(self.stems)}
        forms: dict[str, Counter[str]] = defaultdict(Counter)
        for row, stems in zip(rows, self.rows, strict=True):
            for word, stem in zip(row, stems, strict=True):
                forms[stem][word] += 1
        self.forms = {stem: min(held, key=lambda word: (-held[word], word)) for stem, held in forms.items()}

    def numbered(self) -> list[list[int]]:
        return [sorted({self.numbers[stem] for stem in row if stem in self.numbers}) for row in self.rows]


def learn(pairs: Sequence[Pair], language: str) -> tuple[Words, Words]:
    """The words of the language for an English one, and the English ones for one of the language."""
    english = _Side([pair.english for pair in pairs], "en")
    other = _Side([pair.other for pair in pairs], language)
    sure = [(english.stems[one], other.stems[two], score) for one, two, score in _sure(english, other)]
    there = _listed((one, other.forms[two], score) for one, two, score in sure)
    return there, _listed((two, english.forms[one], score) for one, two, score in sure)


def _sure(english: _Side, other: _Side) -> Iterable[tuple[int, int, float]]:
    """Every pair of words in every piece is a row; what both ways give each other, by their mean."""
    rows = list(zip(english.numbered(), other.numbered(), strict=True))
    one = np.concatenate([np.repeat(left, len(right)) for left, right in rows]).astype(np.int64)
    two = np.concatenate([np.tile(right, len(left)) for left, right in rows]).astype(np.int64)
    piece = np.repeat(np.arange(len(rows)), [len(left) * len(right) for left, right in rows])
    width = max(1, len(other.stems))
    cells, cell, counts = np.unique(one * width + two, return_inverse=True, return_counts=True)
    there = _chances(cell, piece * width + two, cells // width)
    back = _chances(cell, piece * max(1, len(english.stems)) + one, cells % width)
    scores = np.sqrt(there * back)
    for at in np.flatnonzero((scores >= FLOOR) & (counts >= TOGETHER)):
        yield int(cells[at] // width), int(cells[at] % width), float(scores[at])


def _chances(cell: Numbers, said: Numbers, giver: Numbers) -> Numbers:
    """How probably each word is translated by each: a word of a piece (`said`) is shared out among those across from it."""
    _, said = np.unique(said, return_inverse=True)
    chance: Numbers = np.ones(len(giver))
    for _ in range(ROUNDS):
        each = chance[cell]
        chance = np.bincount(cell, each / np.bincount(said, each)[said])
        chance = chance / np.bincount(giver, chance)[giver]
    return chance


def _listed(sure: Iterable[tuple[str, str, float]]) -> Words:
    found: Words = defaultdict(dict)
    for stem, word, score in sorted(sure, key=lambda row: (row[0], -row[2], row[1])):
        if len(found[stem]) < MOST:
            found[stem].setdefault(word, round(score, 2))
    return dict(found)

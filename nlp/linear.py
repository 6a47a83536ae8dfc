"""A small linear model over hashed features: what it weighs can be shown exactly."""

import itertools
import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

FOLDER = Path(__file__).parent / "models"
BITS = 17
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


class Linear(NamedTuple):
    """`weights[i]` belongs to the features that hash to i; feature values are 1/sqrt(number of features)."""

    weights: Any
    bias: float

    def score(self, text: str) -> float:
        """Probability between 0 and 1."""
        names = list(features(text))
        total = sum(float(self.weights[place(name)]) for name in names) / math.sqrt(max(1, len(names)))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total + self.bias))))

    def why(self, text: str, most: int = 5) -> tuple[tuple[str, float], ...]:
        """The features that add or take most, with their exact contributions."""
        names = list(features(text))
        size = math.sqrt(max(1, len(names)))
        found = {name: float(self.weights[place(name)]) / size for name in names}
        return tuple(sorted(found.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:most])


def features(text: str) -> Iterable[str]:
    """Words, pairs of words, and pieces of words, each once."""
    words = _WORD.findall(text.lower())
    found = dict.fromkeys(f"w {word}" for word in words)
    found |= dict.fromkeys(f"b {a} {b}" for a, b in itertools.pairwise(words))
    found |= dict.fromkeys(f"t {a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    for word in set(words):
        marked = f"<{word}>"
        found |= dict.fromkeys(f"c {marked[i : i + 4]}" for i in range(len(marked) - 3))
    return found


@cache
def place(name: str) -> int:
    return crc32(name.encode()) % (1 << BITS)


@cache
def model(name: str) -> Linear | None:
    """A shipped model, or None where there is none of that name."""
    path = FOLDER / f"{name}.npz"
    if not path.exists():
        return None
    import numpy as np

    held = np.load(path, allow_pickle=False)
    return Linear(held["weights"].astype("float32"), float(held["bias"]))

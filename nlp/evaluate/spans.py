"""Which found norms are which labelled ones: by the characters they share, or by the very same characters."""

from collections.abc import Callable
from typing import Any

Norm = dict[str, Any]
Span = tuple[int, int]
Near = Callable[[Span, Span], int]


def touching(one: Span, other: Span) -> int:
    """How many characters they share."""
    return min(one[1], other[1]) - max(one[0], other[0])


def exact(one: Span, other: Span) -> int:
    return int(one == other)


def matches(
    unit: Any, guess: Any, keep: Callable[[Norm], bool], same: Callable[[Norm, Norm], bool], near: Near
) -> list[tuple[Norm, Norm]]:
    """Greedy pairs, the nearest first, each norm used once, as the labels' own score has them."""
    free = [norm for norm in guess["norms"] if keep(norm)]
    found = []
    for norm in filter(keep, unit["norms"]):
        span = _span(unit["text"], norm)
        rated = [(near(span, (each["start"], each["end"])), i) for i, each in enumerate(free) if same(norm, each)]
        best = max(rated, default=(0, 0))
        if best[0] > 0:
            found.append((norm, free.pop(best[1])))
    return found


def _span(text: str, norm: Norm) -> Span:
    start = text.find(norm["quote"])
    return start, start + len(norm["quote"])

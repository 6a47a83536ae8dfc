"""Precision, recall, F1, macro-F1, MCC, average precision, review load, calibration error, bootstrap intervals."""

import math
import random
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Figure(NamedTuple):
    """One row of a report; `low` and `high` bound the 95 % bootstrap interval where there is one.

    `falls` says that less is better; `timed` figures depend on the machine and are held to nothing.
    """

    set: str
    part: str
    name: str
    value: float
    low: float | None = None
    high: float | None = None
    size: int = 0
    goal: float | None = None
    precision: float | None = None
    recall: float | None = None
    falls: bool = False
    timed: bool = False


def f1(matched: int, wanted: int, found: int) -> tuple[float, float, float]:
    """(precision, recall, F1); zero where nothing was found or wanted."""
    precision, recall = matched / found if found else 0.0, matched / wanted if wanted else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def binary(truth: Sequence[bool], guess: Sequence[bool]) -> dict[str, float]:
    """F1 of yes, macro-F1 and MCC of guesses, beside the F1 of always saying yes."""
    tp = sum(t and g for t, g in zip(truth, guess, strict=True))
    tn = sum(not t and not g for t, g in zip(truth, guess, strict=True))
    fp, fn = sum(guess) - tp, sum(truth) - tp
    precision, recall, yes = f1(tp, tp + fn, tp + fp)
    no = f1(tn, tn + fp, tn + fn)[2]
    spread = math.sqrt(float((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn)))
    always = f1(sum(truth), sum(truth), len(truth))[2]
    return {
        "precision": precision,
        "recall": recall,
        "F1": yes,
        "macro-F1": (yes + no) / 2,
        "MCC": (tp * tn - fp * fn) / spread if spread else 0.0,
        "always-yes F1": always,
    }


def yes_or_no(
    which: str, part: str, truth: Sequence[bool], guess: Sequence[bool], goal: float | None = None
) -> list[Figure]:
    """Macro-F1 and MCC beside what always saying yes would reach; `goal` is that of macro-F1."""
    found, size = binary(truth, guess), len(truth)
    pairs = list(zip(truth, guess, strict=True))

    def macro(sample: Sequence[tuple[bool, bool]]) -> float:
        return binary(*zip(*sample, strict=True))["macro-F1"]

    low, high = interval(pairs, macro)
    return [
        Figure(which, part, "F1", found["F1"], size=size, precision=found["precision"], recall=found["recall"]),
        Figure(which, part, "macro-F1", found["macro-F1"], low, high, size, goal),
        Figure(which, part, "MCC", found["MCC"], size=size),
        Figure(which, part, "always-yes F1", found["always-yes F1"], size=size),
        Figure(which, part, "always-yes macro-F1", found["always-yes F1"] / 2, size=size),
    ]


def ranked(
    which: str, part: str, truth: Sequence[bool], scores: Sequence[float], goal: float | None = None
) -> list[Figure]:
    """Average precision with its interval, what must be read for two recalls, and how far stated odds are off."""
    pairs = list(zip(truth, scores, strict=True))

    def precise(sample: Sequence[tuple[bool, float]]) -> float:
        return average_precision(*zip(*sample, strict=True))

    low, high = interval(pairs, precise)
    loads = [
        Figure(which, part, f"read for {r:.0%} recall", load(truth, scores, r), size=len(truth), falls=True)
        for r in (0.9, 0.95)
    ]
    error = calibration_error(truth, scores)
    return [
        Figure(which, part, "AP", average_precision(truth, scores), low, high, sum(truth), goal),
        *loads,
        Figure(which, part, "calibration error", error, size=len(truth), falls=True),
        Figure(which, part, "calibration error by chance", chance_error(scores), size=len(truth), falls=True),
    ]


def average_precision(truth: Sequence[bool], scores: Sequence[float]) -> float:
    ranked = [t for _, _, t in sorted((-score, i, t) for i, (score, t) in enumerate(zip(scores, truth, strict=True)))]
    hits, total = 0, 0.0
    for rank, relevant in enumerate(ranked, 1):
        if relevant:
            hits += 1
            total += hits / rank
    return total / max(1, hits)


def load(truth: Sequence[bool], scores: Sequence[float], recall: float) -> float:
    """The share of all that must be read, best first, to see so much of what matters."""
    ranked = [t for _, _, t in sorted((-score, i, t) for i, (score, t) in enumerate(zip(scores, truth, strict=True)))]
    need, seen = recall * sum(truth), 0
    for rank, relevant in enumerate(ranked, 1):
        seen += relevant
        if seen >= need:
            return rank / len(ranked)
    return 1.0


def calibration_error(truth: Sequence[bool], scores: Sequence[float], bins: int = 10) -> float:
    """How far stated probabilities are from what came true, on average over bins."""
    held: list[list[tuple[bool, float]]] = [[] for _ in range(bins)]
    for t, score in zip(truth, scores, strict=True):
        held[min(bins - 1, int(score * bins))].append((t, score))
    gaps = [abs(sum(t for t, _ in each) - sum(score for _, score in each)) for each in held if each]
    return sum(gaps) / max(1, len(truth))


def chance_error(scores: Sequence[float], rounds: int = 200) -> float:
    """The calibration error that scores of just this many would show if each came true as often as it says."""
    dice = random.Random(0)  # noqa: S311 -- resampling, nothing secret
    drawn = ([dice.random() < score for score in scores] for _ in range(rounds))
    return sum(calibration_error(truth, scores) for truth in drawn) / rounds


def interval(items: Sequence[T], measure: Callable[[Sequence[T]], float], rounds: int = 200) -> tuple[float, float]:
    """95 % bootstrap interval, the same every time."""
    dice = random.Random(0)  # noqa: S311 -- resampling, nothing secret
    values = sorted(measure(dice.choices(items, k=len(items))) for _ in range(rounds)) if items else [0.0]
    return values[int(0.025 * len(values))], values[min(len(values) - 1, int(0.975 * len(values)))]

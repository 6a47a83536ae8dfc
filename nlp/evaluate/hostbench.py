"""HostBench: norms, host duties, bearers and relevance of labelled provisions."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from nlp.build import weigh
from nlp.evaluate.measures import Figure, f1, interval, ranked, yes_or_no
from nlp.evaluate.sample import kinds
from nlp.evaluate.spans import exact, matches, touching
from nlp.scores.cutoffs import CUTOFFS

Norm = dict[str, Any]
Pairs = Sequence[tuple[Any, Any]]
HELD = "acts held out"
GOALS = {"all": 0.97, HELD: 0.97}


class Kind(NamedTuple):
    """A figure: which norms it counts, when two of them are the same, and its goal."""

    name: str
    keep: Callable[[Norm], bool]
    same: Callable[[Norm, Norm], bool]
    goal: float | None = None


def _modality(one: Norm, other: Norm) -> bool:
    return bool(one["modality"] == other["modality"])


def _duty(one: Norm, other: Norm) -> bool:
    return bool(one["duty"] == other["duty"])


NORM = Kind("norm F1", lambda _: True, _modality, 0.85)
HOST = Kind("host duty F1", lambda n: n["host_duty"], lambda _a, _b: True, 0.88)
NAMED = Kind("host duty and id F1", HOST.keep, _duty, 0.70)
KNOWN = Kind("host duty and named id F1", lambda n: n["host_duty"] and n["duty"] != "other", _duty, 0.75)


def measure(path: Path) -> Iterator[Figure]:
    gold = weigh.rows(path)
    begun = perf_counter()
    guesses = weigh.tagged(gold)
    seconds = perf_counter() - begun
    pairs = list(zip(gold, guesses, strict=True))
    for kind in (NORM, HOST, NAMED, KNOWN):
        yield from spans("all", kind, pairs)
    yield from _languages(pairs)
    yield from _labels(pairs)
    yield bearers("all", pairs)
    yield kinds(
        "hostbench",
        "all",
        [({n["modality"] for n in a["norms"]}, {n["modality"] for n in b["norms"]}) for a, b in pairs],
    )
    words = sum(len(unit["text"].split()) for unit in gold)
    yield Figure("hostbench", "all", "words a second, loading included", words / seconds, size=words, timed=True)


def _languages(pairs: Pairs) -> Iterator[Figure]:
    """Norms of each language; then per provision, in all and in each: does it oblige, does it concern hosts."""
    spoken = sorted({unit["language"] for unit, _ in pairs})
    parts = {"all": pairs} | {each: [pair for pair in pairs if pair[0]["language"] == each] for each in spoken}
    for part, mine in parts.items():
        if part != "all":
            yield from spans(part, NORM._replace(goal=0.80), mine)
            yield from spans(part, HOST._replace(goal=None), mine)
        obliged = [[any(n["modality"] == "obligation" for n in each["norms"]) for each in pair] for pair in mine]
        truth, guess = [wanted for wanted, _ in obliged], [found for _, found in obliged]
        yield from yes_or_no("hostbench", f"{part}: obliges", truth, guess)
        yield from _relevance(part, mine)
    yield from _held_out(pairs)


def _held_out(pairs: Pairs) -> Iterator[Figure]:
    """Relevance of each act by weights that were fitted on the others; then the same in each language."""
    terms, truth = [guess["terms"] for _, guess in pairs], [bool(unit["host_relevant"]) for unit, _ in pairs]
    scores = weigh.held_out(terms, truth, [unit["law"] for unit, _ in pairs])
    held = [(unit, {"relevance": score}) for (unit, _), score in zip(pairs, scores, strict=True)]
    yield from _relevance(HELD, held)
    for language in sorted({unit["language"] for unit, _ in pairs}):
        yield from _relevance(f"{HELD}, {language}", [pair for pair in held if pair[0]["language"] == language])


def _relevance(part: str, pairs: Pairs) -> Iterator[Figure]:
    truth, scores = [bool(unit["host_relevant"]) for unit, _ in pairs], [guess["relevance"] for _, guess in pairs]
    name = f"{part}: relevant"
    yield from ranked("hostbench", name, truth, scores, GOALS.get(part))
    for cutoff, at in CUTOFFS.items():
        guess = [score >= at for score in scores]
        yield from yes_or_no("hostbench", f"{name}, {cutoff} at {at:.2f}", truth, guess)
        read = sum(guess) / max(1, len(guess))
        yield Figure("hostbench", f"{name}, {cutoff} at {at:.2f}", "read", read, size=len(guess), falls=True)


def _labels(pairs: Pairs) -> Iterator[Figure]:
    for modality in sorted({norm["modality"] for unit, _ in pairs for norm in unit["norms"]}):
        only = Kind("norm F1", lambda n, m=modality: n["modality"] == m, _modality)  # type: ignore[misc]
        yield from spans(modality, only, pairs)
    values = []
    for duty in sorted({norm["duty"] for unit, _ in pairs for norm in unit["norms"] if norm["host_duty"]}):
        mine = Kind("host duty and id F1", lambda n, d=duty: n["host_duty"] and n["duty"] == d, _duty)  # type: ignore[misc]
        figure = next(spans(duty, mine, pairs))
        values.append(figure.value)
        yield figure
    yield Figure("hostbench", "all", "macro-F1 of duties", sum(values) / max(1, len(values)), size=len(values))


def spans(part: str, kind: Kind, pairs: Pairs) -> Iterator[Figure]:
    """Precision, recall and F1 where spans overlap, then where they are the same to the character."""
    for name, near, goal in ((kind.name, touching, kind.goal), (f"{kind.name}, exact spans", exact, None)):
        counts = [
            (
                len(matches(unit, guess, kind.keep, kind.same, near)),
                sum(map(kind.keep, unit["norms"])),
                sum(map(kind.keep, guess["norms"])),
            )
            for unit, guess in pairs
        ]
        low, high = interval(counts, lambda sample: _total(sample)[2])
        precision, recall, value = _total(counts)
        size = sum(each[1] for each in counts)
        yield Figure("hostbench", part, name, value, low, high, size, goal, precision, recall)


def _total(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
    return f1(*(sum(each[i] for each in counts) for i in range(3)))


def bearers(part: str, pairs: Pairs) -> Figure:
    matched = [pair for unit, guess in pairs for pair in matches(unit, guess, NORM.keep, NORM.same, touching)]
    right = [one["bearer"] == other["bearer"] for one, other in matched]
    low, high = interval(right, lambda sample: sum(sample) / max(1, len(sample)))
    value = sum(right) / max(1, len(right))
    return Figure("hostbench", part, "bearer accuracy", value, low, high, len(right), 0.88)

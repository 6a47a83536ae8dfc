"""HostBench: norms, host duties, bearers and relevance of labelled provisions."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

from nlp.evaluate.measures import Figure, average_precision, calibration_error, f1, interval, load
from nlp.units import tag_units

Norm = dict[str, Any]
SEEN = ("id", "law", "jurisdiction", "language", "number", "heading", "text")


def measure(path: Path) -> Iterator[Figure]:
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    begun = perf_counter()
    guesses = list(tag_units({key: unit[key] for key in SEEN} for unit in gold))
    seconds = perf_counter() - begun
    pairs = list(zip(gold, guesses, strict=True))
    yield from _norms(pairs)
    yield from _relevance(pairs)
    words = sum(len(unit["text"].split()) for unit in gold)
    yield Figure("hostbench", "all", "words a second, loading included", words / seconds, size=words)


def _norms(pairs: list[tuple[Any, Any]]) -> Iterator[Figure]:
    kinds: dict[str, tuple[Callable[[Norm], bool], Callable[[Norm, Norm], bool], float | None]] = {
        "norm F1": (lambda _: True, lambda a, b: a["modality"] == b["modality"], 0.85),
        "host duty F1": (lambda n: n["host_duty"], lambda _a, _b: True, 0.88),
        "host duty and id F1": (lambda n: n["host_duty"], lambda a, b: a["duty"] == b["duty"], 0.70),
        "host duty and named id F1": (
            lambda n: n["host_duty"] and n["duty"] != "other",
            lambda a, b: a["duty"] == b["duty"],
            0.75,
        ),
    }
    for name, (keep, same, goal) in kinds.items():
        yield _figure("all", name, pairs, keep, same, goal)
    keep, same, _ = kinds["norm F1"]
    for language in sorted({unit["language"] for unit, _ in pairs}):
        mine = [pair for pair in pairs if pair[0]["language"] == language]
        yield _figure(language, "norm F1", mine, keep, same, 0.80)
    for modality in sorted({norm["modality"] for unit, _ in pairs for norm in unit["norms"]}):
        yield _figure(modality, "norm F1", pairs, lambda n, m=modality: n["modality"] == m, same, None)
    yield Figure("hostbench", "all", "norm F1, spans exact", _exact(pairs))
    matched = [pair for unit, guess in pairs for pair in matches(unit, guess, keep, same)]
    right = sum(a["bearer"] == b["bearer"] for a, b in matched)
    yield Figure("hostbench", "all", "bearer accuracy", right / max(1, len(matched)), size=len(matched), goal=0.88)


def _figure(part: str, name: str, pairs: list[tuple[Any, Any]], keep: Any, same: Any, goal: float | None) -> Figure:
    counts = [
        (
            len(matches(unit, guess, keep, same)),
            sum(map(keep, unit["norms"])),
            sum(map(keep, guess["norms"])),
        )
        for unit, guess in pairs
    ]

    def score(sample: Any) -> float:
        return f1(*(sum(each[i] for each in sample) for i in range(3)))[2]

    low, high = interval(counts, score)
    return Figure("hostbench", part, name, score(counts), low, high, sum(each[1] for each in counts), goal)


def matches(unit: Any, guess: Any, keep: Any, same: Any) -> list[tuple[Norm, Norm]]:
    """Greedy pairs whose spans overlap, as the gold's own score has them."""
    free = [norm for norm in guess["norms"] if keep(norm)]
    found = []
    for norm in filter(keep, unit["norms"]):
        start = unit["text"].find(norm["quote"])
        end = start + len(norm["quote"])
        rated = [
            (min(end, each["end"]) - max(start, each["start"]), i) for i, each in enumerate(free) if same(norm, each)
        ]
        best = max(rated, default=(0, 0))
        if best[0] > 0:
            found.append((norm, free.pop(best[1])))
    return found


def _exact(pairs: list[tuple[Any, Any]]) -> float:
    def spans(unit: Any) -> set[tuple[str, int, int]]:
        starts = [(norm, unit["text"].find(norm["quote"])) for norm in unit["norms"]]
        return {(norm["modality"], start, start + len(norm["quote"])) for norm, start in starts}

    same = wanted = found = 0
    for unit, guess in pairs:
        mine = {(norm["modality"], norm["start"], norm["end"]) for norm in guess["norms"]}
        same, wanted, found = same + len(mine & spans(unit)), wanted + len(spans(unit)), found + len(mine)
    return f1(same, wanted, found)[2]


def _relevance(pairs: list[tuple[Any, Any]]) -> Iterator[Figure]:
    truth, scores = [unit["host_relevant"] for unit, _ in pairs], [guess["relevance"] for _, guess in pairs]
    yield Figure("hostbench", "all", "relevance AP", average_precision(truth, scores), size=sum(truth), goal=0.97)
    yield Figure("hostbench", "all", "relevance, read for 95 % recall", load(truth, scores, 0.95), size=len(truth))
    yield Figure("hostbench", "all", "relevance calibration error", calibration_error(truth, scores), size=len(truth))

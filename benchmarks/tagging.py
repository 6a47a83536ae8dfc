"""Tagging speed on one core, beside the bare tokenizer and a SpanRuler of the same words in the same run."""

import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

GDPR = Path("../shared/gold/gdpr_multilang")
GOAL, MEMORY = 200_000, 400


def rows() -> Iterator[dict[str, Any]]:
    from nlp.build.sets import gdpr
    from nlp.grammar.passage import reader
    from nlp.grammar.rules import LANGUAGES
    from nlp.reading import Unit, read

    if not GDPR.exists():
        return
    units = [Unit(name, "", text) for name, text in gdpr(GDPR.parent.parent, "en").items()]
    words = sum(len(unit.text.split()) for unit in units)
    nlp = reader("en").nlp
    speed = words / _best(lambda: read(units, "en", ""))
    bare = words / _best(lambda: [nlp.make_doc(unit.text) for unit in units])
    yield _row("tagging, rules of English", speed, "words/s", bare, "bare tokenizer", f">= {GOAL:,}", speed >= GOAL)
    ruler = words / _best(lambda: list(_ruler().pipe(unit.text for unit in units)), 1)
    yield _row("tagging beside a SpanRuler", speed, "words/s", ruler, "SpanRuler of the same words", "", True)
    for language in LANGUAGES:
        reader(language)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield _row("tagging, memory with six languages", used, "MB", None, None, f"<= {MEMORY}", used <= MEMORY)


def _best(work: Callable[[], object], rounds: int = 3) -> float:
    """Seconds of the best round, after one that warms up."""
    if rounds > 1:
        work()
    times = []
    for _ in range(rounds):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return min(times)


def _ruler() -> Any:
    import spacy

    from nlp.grammar.rules import lexicon

    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("span_ruler")
    held: Any = lexicon("en")
    phrases = [phrase for entry in (*held.rules, *held.roles) for phrase in entry.phrases]
    ruler.add_patterns(
        [{"label": "x", "pattern": [{"LOWER": word.lower_} for word in nlp.make_doc(phrase)]} for phrase in phrases]
    )
    return nlp


def _row(
    name: str, value: float, unit: str, base: float | None, baseline: str | None, goal: str, holds: bool
) -> dict[str, Any]:
    ratio = round(value / base, 3) if base else None
    return {
        "name": name,
        "value": round(value),
        "unit": unit,
        "ratio": ratio,
        "baseline": baseline,
        "goal": goal,
        "holds": holds,
    }

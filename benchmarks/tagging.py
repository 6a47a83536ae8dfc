"""Tagging speed on one core, beside the bare tokenizer and a SpanRuler of the same words in the same run.

Seconds of the processor count, so that the load of the machine hardly does. `python -m benchmarks.tagging` writes docs/tagging.md.
"""

import resource
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

PAGE = Path("docs/tagging.md")
GDPR = Path("../shared/gold/gdpr_multilang")
GOAL, MEMORY = 200_000, 400
NAMES = SPEED, WHOLE, RULER, HELD = (
    "tagging, rules of English",
    "tagging, all that is kept of a matter",
    "tagging beside a SpanRuler",
    "tagging, memory with six languages",
)


def rows() -> Iterator[dict[str, Any]]:
    from nlp.build.sets import gdpr
    from nlp.grammar.reader import reader
    from nlp.grammar.rules import LANGUAGES
    from nlp.reading import Unit, read
    from nlp.tag import tag

    if not GDPR.exists():
        return
    texts = gdpr(GDPR.parent.parent, "en")
    units, law = [Unit(name, "", text) for name, text in texts.items()], _law(texts)
    words = sum(len(unit.text.split()) for unit in units)
    nlp = reader("en").nlp
    speed = words / _best(lambda: read(units, "en", ""))
    bare = words / _best(lambda: [nlp.make_doc(unit.text) for unit in units])
    yield _row(SPEED, speed, "words/s", bare, "bare tokenizer", f">= {GOAL:,}", speed >= GOAL)
    whole = words / _best(lambda: tag(law))
    yield _row(WHOLE, whole, "words/s", bare, "bare tokenizer", f">= {GOAL:,}", whole >= GOAL)
    spans = _ruler()
    ruler = words / _best(lambda: list(spans.pipe(unit.text for unit in units)))
    yield _row(RULER, speed, "words/s", ruler, "SpanRuler of the same words", "", True)
    for language in LANGUAGES:
        reader(language)
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield _row(HELD, used, "MB", None, None, f"<= {MEMORY}", used <= MEMORY)


def _law(texts: dict[str, str]) -> Any:
    """The same words as a matter, of which values, topics, references and relevance are read too."""
    from crawlers.matter import Matter, Provision, Text
    from crawlers.vocabulary import Kind, Status

    provisions = tuple(Provision(id=f"art_{number}", text=words) for number, words in enumerate(texts.values(), 1))
    return Matter(
        id="zz/act/1", source="zz-acts", jurisdiction="zz", kind=Kind.ACT, title="Data Protection Act", language="en",
        status=Status.IN_FORCE, texts=(Text(id="2031-01-01.en", language="en", provisions=provisions),),
    )  # fmt: skip


def _best(work: Callable[[], object]) -> float:
    """Seconds of the best of five rounds, after one that warms up."""
    work()
    times = []
    for _ in range(5):
        begun = process_time()
        work()
        times.append(process_time() - begun)
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


def page(figures: Iterable[dict[str, Any]]) -> str:
    lines = [
        "# How fast the tagger is\n",
        "Written by `python -m benchmarks.tagging`: the GDPR in English, warm, seconds of one core; beside the baseline of the same run.\n",
        "| figure | value | ratio | baseline | goal | holds |",
        "|---|---|---|---|---|---|",
    ]
    for row in figures:
        ratio, base = row["ratio"] or "", row["baseline"] or ""
        goal, holds = row["goal"], ("yes" if row["holds"] else "no") if row["goal"] else ""
        lines.append(f"| {row['name']} | {row['value']:,} {row['unit']} | {ratio} | {base} | {goal} | {holds} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(rows()), encoding="utf-8")

"""`python -m nlp.build`: train the models from ../shared and write down what they reached."""

from pathlib import Path

import yaml
from msgspec import to_builtins

from nlp.build import weigh
from nlp.build.matters import known
from nlp.build.parallel import parallel
from nlp.build.sets import PROJECTED, Labelled, judged, projected, statements
from nlp.build.train import fit, out_of_fold, save
from nlp.evaluate.measures import binary
from nlp.review import verdicts
from nlp.scores.linear import FOLDER
from nlp.scores.relevance import WEIGHTS, weights
from nlp.version import VERSION

HEAD = "# Written by make models: ten-fold figures of each model, measured before it was shipped.\n"
WEIGHED = "# Written by make models: what each term of relevance adds for each point of its value; docs/accuracy.md tells how good.\n"


def main(shared: Path = Path("../shared")) -> None:
    """The weights of relevance; then one model a language: does it bind somebody.

    English learns from people's labels, the others from labels projected on translations.
    """
    FOLDER.mkdir(exist_ok=True)
    _weigh(shared)
    reached: dict[str, object] = {"tagger": VERSION, "en": _build("en", statements(shared))}
    reached |= {language: _build(language, *_translated(shared, language)) for language in PROJECTED}
    _write(FOLDER / "reached.yaml", HEAD, reached)


def _weigh(shared: Path) -> None:
    """Of provisions first: what a matter's provisions weigh is part of its own terms, so they are read with the new weights."""
    gold, held = weigh.rows(shared / "gold/hostbench/provisions.jsonl"), dict(weights())
    held["provision"] = weigh.fit([row["terms"] for row in weigh.tagged(gold)], [row["host_relevant"] for row in gold])
    _write(WEIGHTS, WEIGHED, to_builtins(held))
    weights.cache_clear()
    matters = list(known(shared))
    held["matter"] = weigh.fit([each.terms for each in matters], [each.hosts for each in matters])
    _write(WEIGHTS, WEIGHED, to_builtins(held))


def _translated(shared: Path, language: str) -> tuple[Labelled, list[str] | None]:
    """Acts that the corpus holds in the language and in English, where there are any; else the GDPR alone."""
    held, acts = parallel(shared, language)
    return (held, acts) if acts else (projected(shared, language), None)


def _build(language: str, held: Labelled, acts: list[str] | None = None) -> dict[str, float]:
    """Measured on the labelled texts alone; what reviewers said here is learnt too, and counted."""
    scores = out_of_fold(held.texts, held.labels, language, groups=acts)
    figures = binary(held.labels, [score >= 0.5 for score in scores])
    more = judged(language, verdicts().values())
    save(FOLDER / f"{language}.npz", fit(held.texts + more.texts, held.labels + more.labels, language))
    sizes = {"texts": len(held.texts), "acts held out": len(set(acts or ())), "reviews": len(more.texts)}
    return {name: round(value, 3) for name, value in figures.items()} | {
        name: size for name, size in sizes.items() if size
    }


def _write(path: Path, head: str, facts: object) -> None:
    path.write_text(head + yaml.safe_dump(facts, sort_keys=False, allow_unicode=True), encoding="utf-8")


main()

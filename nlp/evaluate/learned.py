"""What is learnt, measured by cross-validation: EU statements and projected labels."""

from collections.abc import Iterator
from pathlib import Path

from nlp.build.sets import PROJECTED, projected, statements
from nlp.evaluate.measures import Figure, binary, interval, ranked, yes_or_no

SEEDS = 3


def eu_statements(shared: Path) -> Iterator[Figure]:
    from nlp.build.train import out_of_fold

    texts, labels = statements(shared)
    for seed in range(SEEDS):
        scores = out_of_fold(texts, labels, "en", seed)
        guess = [score >= 0.5 for score in scores]
        low, high = interval(
            list(zip(labels, guess, strict=True)), lambda sample: binary(*zip(*sample, strict=True))["F1"]
        )
        first, *others = yes_or_no("statements", f"seed {seed}", labels, guess)
        yield first._replace(low=low, high=high, goal=0.84)
        yield from (*others, *ranked("statements", f"seed {seed}", labels, scores))


def across(shared: Path) -> Iterator[Figure]:
    """What a model adds to the rules of each language: both against the English tagger on units of the same id."""
    from nlp.build.train import out_of_fold

    for language in PROJECTED:
        texts, labels = projected(shared, language)
        scores = out_of_fold(texts, labels, language)
        yield from yes_or_no("projected", language, labels, [score >= 0.5 for score in scores], 0.74)
        guess = [bool({"first rule obligation", "rule obligation"} & set(text.rules)) for text in texts]
        yield from yes_or_no("projected", f"{language}: rules alone", labels, guess)
    yield from _between_acts(shared, "fr")


def _between_acts(shared: Path, language: str) -> Iterator[Figure]:
    """The same over acts held in two languages, each act by a model that saw only the others."""
    from nlp.build.parallel import parallel
    from nlp.build.train import out_of_fold

    (texts, labels), acts = parallel(shared, language)
    if texts:
        scores = out_of_fold(texts, labels, language, groups=acts)
        guess = [score >= 0.5 for score in scores]
        yield from yes_or_no("projected", f"{language}, {len(set(acts))} acts held out", labels, guess, 0.78)

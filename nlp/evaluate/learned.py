"""What is learnt, measured by cross-validation: EU statements and projected labels."""

from collections.abc import Iterator
from pathlib import Path

from nlp.build.sets import gdpr, statements
from nlp.evaluate.measures import Figure, binary, interval, ranked, yes_or_no
from nlp.units import tag_units

LEARNT = ("de", "es", "fr", "it", "pt")


def eu_statements(shared: Path) -> Iterator[Figure]:
    from nlp.build.train import out_of_fold

    texts, labels = statements(shared)
    for seed in range(3):
        scores = out_of_fold(texts, labels, seed)
        guess = [score >= 0.5 for score in scores]
        low, high = interval(
            list(zip(labels, guess, strict=True)), lambda sample: binary(*zip(*sample, strict=True))["F1"]
        )
        first, *others = yes_or_no("statements", f"seed {seed}", labels, guess)
        yield first._replace(low=low, high=high, goal=0.84)
        yield from (*others, *ranked("statements", f"seed {seed}", labels, scores))


def projected(shared: Path) -> Iterator[Figure]:
    from nlp.build.train import out_of_fold

    labels = silver(gdpr(shared, "en"))
    for language in LEARNT:
        units = [(text, labels[name]) for name, text in gdpr(shared, language).items() if name in labels]
        texts, wanted = [text for text, _ in units], [label for _, label in units]
        scores = out_of_fold(texts, wanted, 0)
        yield from yes_or_no("projected", language, wanted, [score >= 0.5 for score in scores], 0.74)


def silver(units: dict[str, str]) -> dict[str, bool]:
    """Whether the English tagger sees an obligation in each unit."""
    rows = [{"id": name, "law": "", "language": "en", "heading": "", "text": text} for name, text in units.items()]
    return {row["id"]: any(norm["modality"] == "obligation" for norm in row["norms"]) for row in tag_units(rows)}

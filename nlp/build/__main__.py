"""`python -m nlp.build`: train the models from ../shared and write down what they reached."""

from pathlib import Path

import yaml

from nlp.build.sets import gdpr, statements
from nlp.build.train import fit, out_of_fold, save
from nlp.evaluate.learned import LEARNT, silver
from nlp.evaluate.measures import binary
from nlp.linear import FOLDER
from nlp.version import VERSION


def main(shared: Path = Path("../shared")) -> None:
    """One model a language: obligation or not; English learns from people's labels, the others from projected ones."""
    reached: dict[str, object] = {"tagger": VERSION}
    reached |= {"en": _build("en", *statements(shared))}
    labels = silver(gdpr(shared, "en"))
    for language in LEARNT:
        units = [(text, labels[name]) for name, text in gdpr(shared, language).items() if name in labels]
        reached |= {language: _build(language, [text for text, _ in units], [label for _, label in units])}
    (FOLDER / "reached.yaml").write_text(
        "# Ten-fold, measured before shipping.\n" + yaml.safe_dump(reached), encoding="utf-8"
    )


def _build(language: str, texts: list[str], labels: list[bool]) -> dict[str, float]:
    figures = binary(labels, [score >= 0.5 for score in out_of_fold(texts, labels, 0)])
    save(FOLDER / f"{language}.npz", fit(texts, labels))
    return {name: round(value, 3) for name, value in figures.items()} | {"texts": len(texts)}


main()

"""Fit a linear model, and measure it by cross-validation before it is shipped."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlp.scores.linear import BITS, Linear, Said, names, place, values

FOLDS, STRENGTH = 10, 3.0


def fit(texts: Sequence[Said], labels: Sequence[bool], language: str) -> Linear:
    """Logistic regression; the rarity of a feature is counted on the same texts."""
    from sklearn.linear_model import LogisticRegression

    rarity = _rarity(texts)
    learner = LogisticRegression(C=STRENGTH, max_iter=400, class_weight="balanced", solver="liblinear", random_state=0)
    learner.fit(_matrix(texts, language, rarity), list(labels))
    return Linear(rarity, learner.coef_[0], float(learner.intercept_[0]))


def _rarity(texts: Sequence[Said]) -> Any:
    seen = Counter(i for text in texts for i in {place(name) for name in names(text)})
    count = np.zeros(1 << BITS)
    count[list(seen)] = list(seen.values())
    return np.log((1 + len(texts)) / (1 + count)) + 1


def _matrix(texts: Sequence[Said], language: str, rarity: Any) -> Any:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    rows, columns, cells = [], [], []
    for row, text in enumerate(texts):
        for name, value in values(text, language, rarity).items():
            rows.append(row)
            columns.append(place(name))
            cells.append(value)
    return csr_matrix((cells, (rows, columns)), shape=(len(texts), 1 << BITS))


def out_of_fold(
    texts: Sequence[Said], labels: Sequence[bool], language: str, seed: int = 0, groups: Sequence[str] | None = None
) -> list[float]:
    """A probability for every text from a model that has not seen it, nor another of its group."""
    from sklearn.model_selection import GroupKFold, StratifiedKFold

    splitter = (
        GroupKFold(min(FOLDS, len(set(groups)))) if groups else StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    )
    scores = [0.0] * len(texts)
    for learn, held in splitter.split(texts, labels, groups):
        known = fit([texts[i] for i in learn], [labels[i] for i in learn], language)
        for i in held:
            scores[i] = known.score(known.contributions(texts[i], language))
    return scores


def save(path: Path, known: Linear) -> None:
    """Half floats, well under a megabyte; what the texts never had weighs nothing."""
    arrays = {"rarity": known.rarity.astype("float16"), "weights": known.weights.astype("float16")}
    np.savez_compressed(path, bias=np.float32(known.bias), **arrays)

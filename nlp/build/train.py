"""Fit a linear model, and measure it by cross-validation before it is shipped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlp.linear import BITS, features, place

FOLDS = 10


def matrix(texts: Sequence[str]) -> Any:
    """One sparse row a text, of unit length."""
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    rows, columns, values = [], [], []
    for i, text in enumerate(texts):
        names = list(features(text))
        rows += [i] * len(names)
        columns += [place(name) for name in names]
        values += [len(names) ** -0.5] * len(names) if names else []
    return csr_matrix((values, (rows, columns)), shape=(len(texts), 1 << BITS))


def fit(texts: Sequence[str], labels: Sequence[bool], strength: float = 30.0) -> Any:
    from sklearn.linear_model import LogisticRegression

    learner = LogisticRegression(C=strength, max_iter=400, class_weight="balanced", solver="liblinear", random_state=0)
    return learner.fit(matrix(texts), list(labels))


def out_of_fold(
    texts: Sequence[str], labels: Sequence[bool], seed: int, groups: Sequence[str] | None = None
) -> list[float]:
    """A probability for every text from a model that has not seen it, nor another of its group."""
    from sklearn.model_selection import GroupKFold, StratifiedKFold

    wanted, whole = np.array(labels), matrix(texts)
    splitter = (
        GroupKFold(min(FOLDS, len(set(groups)))) if groups else StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    )
    scores = np.zeros(len(wanted))
    for learn, held in splitter.split(whole, wanted, groups):
        from sklearn.linear_model import LogisticRegression

        learner = LogisticRegression(C=30.0, max_iter=400, class_weight="balanced", solver="liblinear", random_state=0)
        scores[held] = learner.fit(whole[learn], wanted[learn]).predict_proba(whole[held])[:, 1]
    return [float(score) for score in scores]


def save(path: Path, learner: Any) -> None:
    """Weights as half floats, well under a megabyte."""
    np.savez_compressed(path, weights=learner.coef_[0].astype("float16"), bias=np.float32(learner.intercept_[0]))

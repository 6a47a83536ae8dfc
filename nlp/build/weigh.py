"""Fit what each term of relevance weighs, and measure it on acts that were left out."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nlp.scores.relevance import Weights
from nlp.units import tag_units

FOLDS, STRENGTH = 10, 1.0
SEEN = ("id", "law", "jurisdiction", "language", "number", "heading", "text")
Terms = Sequence[dict[str, float]]


def rows(path: Path) -> list[dict[str, Any]]:
    """Labelled provisions, one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def tagged(gold: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the tagger says of labelled provisions, without sight of their labels."""
    return list(tag_units({key: unit[key] for key in SEEN if key in unit} for unit in gold))


def fit(terms: Terms, labels: Sequence[bool]) -> Weights:
    """Logistic regression, rounded so that a reader can add the terms up."""
    names = sorted({name for each in terms for name in each})
    learner = _learner().fit(_matrix(terms, names), list(labels))
    found = {name: round(float(value), 2) for name, value in zip(names, learner.coef_[0], strict=True)}
    return Weights(bias=round(float(learner.intercept_[0]), 2), terms=found)


def held_out(terms: Terms, labels: Sequence[bool], groups: Sequence[str]) -> list[float]:
    """A probability for each, by weights fitted without its act; the middle where there is too little to fit on."""
    from sklearn.model_selection import GroupKFold

    names, truth = sorted({name for each in terms for name in each}), np.array(labels)
    cells, scores = _matrix(terms, names), np.full(len(truth), 0.5)
    folds = min(FOLDS, len(set(groups)))
    for learn, unseen in GroupKFold(folds).split(cells, truth, groups) if folds > 1 else ():
        if len(set(truth[learn])) > 1:
            scores[unseen] = _learner().fit(cells[learn], truth[learn]).predict_proba(cells[unseen])[:, 1]
    return [float(score) for score in scores]


def _learner() -> Any:
    from sklearn.linear_model import LogisticRegression

    return LogisticRegression(C=STRENGTH, max_iter=5000)


def _matrix(terms: Terms, names: Sequence[str]) -> Any:
    return np.array([[each.get(name, 0.0) for name in names] for each in terms])

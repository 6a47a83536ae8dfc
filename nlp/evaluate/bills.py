"""Bills of the United States: their policy area, action types, and relevance by the subjects that librarians gave them."""

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from crawlers.matter import Matter
from crawlers.vocabulary import Kind, Status
from nlp.build.sets import bills
from nlp.evaluate.measures import Figure, interval, ranked
from nlp.tag import tag

FOLDS = 10
HOSTS = {
    "Internet and video services",
    "Computers and information technology",
    "Computer security and identity theft",
    "Intellectual property",
    "Digital media",
}


def us_bills(shared: Path) -> Iterator[Figure]:
    from sklearn.svm import LinearSVC

    held = bills(shared)
    areas = [bill["policy_area"] for bill in held]
    words = _words(held)
    acts = _actions([" ".join(act["text"] for act in _list(bill["actions"])) for bill in held])
    yield _accuracy("policy area, title and summary", areas, _guessed(LinearSVC(), words, areas), 0.82)
    from scipy.sparse import hstack  # type: ignore[import-untyped]

    both = hstack([words, 0.5 * acts]).tocsr()
    yield _accuracy("policy area, actions too", areas, _guessed(LinearSVC(), both, areas), 0.82)
    yield from _relevance(held, words)
    yield _typed(held)


def _words(held: list[dict[str, Any]]) -> Any:
    """Words of the summary, and at half their weight those of the title: a short title says little, and that loudly."""
    from scipy.sparse import hstack

    grams = [_grams([bill[name] for bill in held]) for name in ("summary", "title")]
    return hstack([grams[0], 0.5 * grams[1]]).tocsr()


def _grams(texts: list[str]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(texts)


def _actions(texts: list[str]) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(ngram_range=(1, 3), min_df=3, sublinear_tf=True).fit_transform(texts)


def _guessed(learner: Any, grams: Any, labels: Sequence[object]) -> Any:
    """Of a model that did not see the text; folds are drawn, so that neighbours in the file are not left out together."""
    from sklearn.model_selection import KFold, cross_val_predict

    return cross_val_predict(learner, grams, labels, cv=KFold(FOLDS, shuffle=True, random_state=0))


def _relevance(held: list[dict[str, Any]], grams: Any) -> Iterator[Figure]:
    """A model of these subjects, which Amicus does not use, as they take in patents and computer security; then Amicus itself."""
    import numpy as np
    from sklearn.model_selection import StratifiedKFold

    truth = np.array([bool(HOSTS & set(_list(bill["subjects"]))) for bill in held])
    scores = np.zeros(len(truth))
    for learn, unseen in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(grams, truth):
        scores[unseen] = _odds(grams[learn], truth[learn], grams[unseen])
    yield from ranked("us bills", "relevance", truth.tolist(), scores.tolist(), 0.62)
    yield from ranked("us bills", "relevance, Amicus itself", truth.tolist(), [_own(bill) for bill in held])


def _own(bill: dict[str, Any]) -> float:
    """The score of a matter of which no more than title and summary are known."""
    told = tag(
        Matter(
            id="us/bill/x", source="made", jurisdiction="us", kind=Kind.BILL, status=Status.UNKNOWN, language="en",
            title=bill["title"], summary=bill["summary"],
        )
    ).relevance  # fmt: skip
    return told.score if told else 0.0


def _odds(grams: Any, truth: Any, unseen: Any) -> Any:
    """Logistic regression on words weighed by how much likelier they are in relevant texts (Wang and Manning, 2012).

    With so few relevant texts the ratios say at once which words matter; only their balance is left to learn.
    """
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    often, seldom = (np.asarray(grams[each].sum(axis=0)) + 0.1 for each in (truth, ~truth))
    ratio = np.log((often / often.sum()) / (seldom / seldom.sum()))
    learner = LogisticRegression(C=0.3, class_weight="balanced", solver="liblinear")
    learner.fit(grams.multiply(ratio).tocsr(), truth)
    return learner.predict_proba(unseen.multiply(ratio).tocsr())[:, 1]


def _typed(held: list[dict[str, Any]]) -> Figure:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.svm import LinearSVC

    typed = {act["text"]: act["type"] for bill in held for act in _list(bill["actions"]) if act.get("type")}
    grams = TfidfVectorizer(ngram_range=(1, 2), min_df=1, sublinear_tf=True).fit_transform(list(typed))
    return _accuracy("action type", list(typed.values()), _guessed(LinearSVC(), grams, list(typed.values())), 0.98)


def _list(value: Any) -> list[Any]:
    return list(ast.literal_eval(value)) if isinstance(value, str) else list(value)


def _accuracy(part: str, truth: Any, guess: Any, goal: float) -> Figure:
    right = [bool(t == g) for t, g in zip(truth, guess, strict=True)]

    def share(sample: Sequence[bool]) -> float:
        return sum(sample) / max(1, len(sample))

    low, high = interval(right, share)
    return Figure("us bills", part, "accuracy", share(right), low, high, len(right), goal)

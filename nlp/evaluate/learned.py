"""What is learnt, measured by cross-validation: EU statements, projected labels, sentences, citations, US bills."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nlp.build.sets import bills, gdpr, statements
from nlp.evaluate.measures import Figure, average_precision, binary, f1, interval
from nlp.references import references
from nlp.sentences import starts
from nlp.units import tag_units

LEARNT = ("de", "es", "fr", "it", "pt")
HOSTS = {
    "Internet and video services",
    "Computers and information technology",
    "Computer security and identity theft",
    "Intellectual property",
    "Digital media",
}


def eu_statements(shared: Path) -> Iterator[Figure]:
    from nlp.build.train import out_of_fold

    texts, labels = statements(shared)
    for seed in range(3):
        scores = out_of_fold(texts, labels, seed)
        pairs = [(label, score >= 0.5) for label, score in zip(labels, scores, strict=True)]
        low, high = interval(pairs, lambda sample: binary(*zip(*sample, strict=True))["F1"])
        yield Figure(
            "statements", f"seed {seed}", "F1", binary(*zip(*pairs, strict=True))["F1"], low, high, len(pairs), 0.84
        )


def projected(shared: Path) -> Iterator[Figure]:
    from nlp.build.train import out_of_fold

    labels = silver(gdpr(shared, "en"))
    for language in LEARNT:
        units = [(text, labels[name]) for name, text in gdpr(shared, language).items() if name in labels]
        texts, wanted = [text for text, _ in units], [label for _, label in units]
        scores = out_of_fold(texts, wanted, 0)
        found = binary(wanted, [score >= 0.5 for score in scores])
        for name in ("macro-F1", "MCC", "always-yes F1"):
            yield Figure(
                "projected", language, name, found[name], size=len(wanted), goal=0.74 if name == "macro-F1" else None
            )


def silver(units: dict[str, str]) -> dict[str, bool]:
    """Whether the English tagger sees an obligation in each unit."""
    rows = [{"id": name, "law": "", "language": "en", "heading": "", "text": text} for name, text in units.items()]
    return {row["id"]: any(norm["modality"] == "obligation" for norm in row["norms"]) for row in tag_units(rows)}


def sentences(shared: Path) -> Iterator[Figure]:
    counts: dict[str, list[int]] = {}
    for path in sorted((shared / "gold/multilegal_sbd").glob("*.jsonl")):
        held = counts.setdefault(path.name[:2], [0, 0, 0])
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            wanted = {span["start"] for span in row["spans"]}
            found = set(starts(row["text"], path.name[:2]))
            held[0] += len(wanted & found)
            held[1] += len(wanted)
            held[2] += len(found)
    for language, (same, wanted_count, found_count) in counts.items():
        goal = 0.90 if language == "pt" else 0.96
        yield Figure("sentences", language, "F1", f1(same, wanted_count, found_count)[2], size=wanted_count, goal=goal)


def german_citations(shared: Path) -> Iterator[Figure]:
    same = wanted = found = 0
    for text, spans in _ler(shared / "gold/german_ler/ler_dev.conll"):
        mine = {(each.start, each.end) for each in references(text, "de", "de") if each.rule == "ref.de"}
        same, wanted, found = same + len(mine & spans), wanted + len(spans), found + len(mine)
    yield Figure("citations", "de", "statutes, exact F1", f1(same, wanted, found)[2], size=wanted, goal=0.88)


def _ler(path: Path) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """Sentences with the characters of their statutes."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text, spans, begun = "", set(), -1
        for line in [*block.splitlines(), " O"]:
            word, _, label = line.rpartition(" ")
            if begun >= 0 and label != "I-GS":
                spans.add((begun, len(text.rstrip())))
                begun = -1
            if label == "B-GS":
                begun = len(text)
            text += word + " "
        yield text, spans


def us_bills(shared: Path) -> Iterator[Figure]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict
    from sklearn.svm import LinearSVC

    held = bills(shared)
    texts = [f"{bill['title']} {bill['summary']}" for bill in held]
    grams = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, max_features=120_000).fit_transform(texts)
    areas = [bill["policy_area"] for bill in held]
    guessed = cross_val_predict(LinearSVC(), grams, areas, cv=5)
    yield Figure("us bills", "policy area", "accuracy", _accuracy(areas, guessed), size=len(areas), goal=0.82)
    truth = [bool(HOSTS & set(_list(bill["subjects"]))) for bill in held]
    learner = LogisticRegression(C=30, class_weight="balanced", solver="liblinear")
    scores = cross_val_predict(learner, grams, truth, cv=5, method="predict_proba")[:, 1]
    yield Figure("us bills", "relevance", "AP", average_precision(truth, list(scores)), size=sum(truth), goal=0.62)
    yield from _actions(held)


def _actions(held: list[dict[str, Any]]) -> Iterator[Figure]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.model_selection import cross_val_predict
    from sklearn.svm import LinearSVC

    typed = {act["text"]: act["type"] for bill in held for act in _list(bill["actions"]) if act.get("type")}
    grams = TfidfVectorizer(ngram_range=(1, 2), min_df=1, sublinear_tf=True).fit_transform(list(typed))
    guessed = cross_val_predict(LinearSVC(), grams, list(typed.values()), cv=5)
    value = _accuracy(list(typed.values()), guessed)
    yield Figure("us bills", "action type", "accuracy", value, size=len(typed), goal=0.98)


def _list(value: Any) -> list[Any]:
    return list(ast.literal_eval(value)) if isinstance(value, str) else list(value)


def _accuracy(truth: Any, guess: Any) -> float:
    return float(sum(bool(t == g) for t, g in zip(truth, guess, strict=True))) / max(1, len(truth))

"""Where sentences begin and which characters cite a statute, against texts that people marked."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.cites.references import references
from nlp.evaluate.measures import Figure, f1, interval
from nlp.grammar.sentences import starts

Marks = set[tuple[int, int]]


def sentences(shared: Path) -> Iterator[Figure]:
    held: dict[str, list[tuple[int, int, int]]] = {}
    for path in sorted((shared / "gold/multilegal_sbd").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            wanted = {span["start"] for span in row["spans"]}
            found = set(starts(row["text"], path.name[:2]))
            held.setdefault(path.name[:2], []).append((len(wanted & found), len(wanted), len(found)))
    for language, counts in held.items():
        yield _figure("sentences", language, "F1", counts, 0.90 if language == "pt" else 0.96)


def german_citations(shared: Path) -> Iterator[Figure]:
    exact, touching = [], []
    for text, spans in _ler(shared / "gold/german_ler/ler_dev.conll"):
        mine = {(each.start, each.end) for each in references(text, "de", "de") if each.rule == "ref.de"}
        exact.append((len(mine & spans), len(spans), len(mine)))
        touching.append((_touching(spans, mine), len(spans), len(mine)))
    yield _figure("citations", "de", "statutes, exact F1", exact, 0.88)
    yield _figure("citations", "de", "statutes, overlapping F1", touching, None)


def _touching(wanted: Iterable[tuple[int, int]], found: Marks) -> int:
    """Each found span counts for one wanted span only."""
    free, same = set(found), 0
    for start, end in sorted(wanted):
        hit = next((each for each in sorted(free) if each[0] < end and start < each[1]), None)
        if hit:
            free.discard(hit)
            same += 1
    return same


def _figure(which: str, part: str, name: str, counts: list[tuple[int, int, int]], goal: float | None) -> Figure:
    def total(sample: Iterable[tuple[int, int, int]]) -> tuple[float, float, float]:
        held = list(sample)
        return f1(*(sum(each[i] for each in held) for i in range(3)))

    low, high = interval(counts, lambda sample: total(sample)[2])
    precision, recall, value = total(counts)
    return Figure(which, part, name, value, low, high, sum(each[1] for each in counts), goal, precision, recall)


def _ler(path: Path) -> Iterator[tuple[str, Marks]]:
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

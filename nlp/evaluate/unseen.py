"""Provisions of acts that no rule was written over: half were mended on, half are only scored."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from crawlers import imports
from crawlers.facts import convert, load
from crawlers.matter import Struct
from crawlers.sources import watched
from crawlers.vocabulary import Bearer, Modality
from nlp.evaluate.measures import Figure, f1, interval
from nlp.evaluate.spans import matches, touching
from nlp.reading import Reading, Unit, read
from nlp.tree import wholes

FILE = Path(__file__).parent / "unseen.yaml"
HALVES = {"dev": "mended on", "held": "only scored"}
Labels = dict[str, Any]
Pair = tuple[Labels, Labels]


class Stated(Struct, frozen=True, kw_only=True):
    """A norm: characters [start, end) that show it, and whose it is."""

    modality: Modality
    bearer: Bearer
    start: int
    end: int


class Drawn(Struct, frozen=True, kw_only=True):
    """A provision with its items as the tagger reads it: where it is in the corpus, and what its words state."""

    file: str
    source: str
    text: str
    provision: str
    language: str
    half: str
    norms: tuple[Stated, ...]


def drawn() -> tuple[Drawn, ...]:
    """Raises BadFacts naming file, entry and key."""
    return convert(load(FILE), tuple[Drawn, ...], FILE.name, "unseen")


def unseen(shared: Path) -> Iterator[Figure]:
    """A file that is not in this corpus is left out, and so counts less."""
    found: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for one in drawn():
        if told := _told(shared / "corpus", one):
            found[one.half, "all"].append(told)
            found[one.half, one.language].append(told)
    for (half, language), pairs in sorted(found.items()):
        yield _norms(f"{language}, other acts, {HALVES[half]}", pairs)
        if language == "all":
            yield _bearers(f"{language}, other acts, {HALVES[half]}", pairs)


def _told(corpus: Path, one: Drawn) -> Pair | None:
    """What was labelled beside what the tagger says."""
    held = _units(corpus / one.file, one.source).get((one.text, one.provision))
    if held is None:
        return None
    title, unit = held
    stated = [
        {"modality": each.modality, "bearer": each.bearer, "quote": unit.text[each.start : each.end]}
        for each in one.norms
    ]
    said = list(_said(read([unit], one.language, title)[0]))
    return {"text": unit.text, "norms": stated}, {"norms": said}


def _said(reading: Reading) -> Iterator[dict[str, Any]]:
    passage = reading.passage
    for found in reading.found:
        each = found.statement
        start, end = passage.offsets[each.start], passage.ends[each.end - 1]
        yield {"modality": each.modality, "bearer": each.who.bearer, "start": start, "end": end}


@cache
def _units(path: Path, source: str) -> dict[tuple[str, str], tuple[str, Unit]]:
    """The first provision of a name in each text of a file, with the title above it."""
    found: dict[tuple[str, str], tuple[str, Unit]] = {}
    outcomes = imports.outcomes(watched().source(source), [path]) if path.exists() else ()
    for matter in (matter for outcome in outcomes for matter in outcome.matters):
        for text in matter.texts:
            for whole in wholes(text.provisions):
                found.setdefault((text.id, whole.unit.id), (text.title or matter.title, whole.unit))
    return found


def _matched(pair: Pair) -> list[Pair]:
    return matches(*pair, lambda _: True, lambda a, b: a["modality"] == b["modality"], touching)


def _norms(part: str, pairs: Sequence[Pair]) -> Figure:
    """As HostBench counts: the same kind of norm over characters that touch."""
    counts = [(len(_matched(pair)), len(pair[0]["norms"]), len(pair[1]["norms"])) for pair in pairs]

    def total(counts: Sequence[tuple[int, int, int]]) -> tuple[float, float, float]:
        return f1(*(sum(each[i] for each in counts) for i in range(3)))

    low, high = interval(counts, lambda taken: total(taken)[2])
    precision, recall, value = total(counts)
    size = sum(each[1] for each in counts)
    return Figure("sample", part, "norm F1", value, low, high, size, None, precision, recall)


def _bearers(part: str, pairs: Sequence[Pair]) -> Figure:
    right = [one["bearer"] == other["bearer"] for pair in pairs for one, other in _matched(pair)]
    low, high = interval(right, lambda taken: sum(taken) / max(1, len(taken)))
    return Figure("sample", part, "bearer accuracy", sum(right) / max(1, len(right)), low, high, len(right))

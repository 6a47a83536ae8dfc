"""Provisions of acts that no rule was written over: half were mended on, half are only scored."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from crawlers import imports
from crawlers.facts import convert, load
from crawlers.matter import Struct
from crawlers.sources import watched
from crawlers.vocabulary import Bearer, Modality
from nlp.evaluate.measures import Figure, f1, interval
from nlp.evaluate.spans import matches, touching
from nlp.reading import Unit, read
from nlp.tree import wholes

FILE = Path(__file__).parent / "unseen.yaml"
HALVES = {"dev": "mended on", "held": "only scored"}
Labels = dict[str, Any]
Pair = tuple[Labels, Labels]


class Place(NamedTuple):
    """Characters [start, end) of a unit, which the title stands above."""

    title: str
    unit: Unit
    start: int
    end: int


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
    text = held.unit.text[held.start : held.end]
    stated = [
        {"modality": each.modality, "bearer": each.bearer, "quote": text[each.start : each.end]} for each in one.norms
    ]
    return {"text": text, "norms": stated}, {"norms": list(_said(held, one.language))}


def _said(held: Place, language: str) -> Iterator[dict[str, Any]]:
    reading = read([held.unit], language, held.title)[0]
    passage = reading.passage
    for found in reading.found:
        each = found.statement
        start, end = passage.offsets[each.start], passage.ends[each.end - 1]
        if held.start <= start < held.end:
            at = {"start": start - held.start, "end": end - held.start}
            yield {"modality": each.modality, "bearer": each.who.bearer, **at}


@cache
def _units(path: Path, source: str) -> dict[tuple[str, str], Place]:
    """The first provision of a name in each text of a file; an item that is read with its list is a part of that."""
    found: dict[tuple[str, str], Place] = {}
    outcomes = imports.outcomes(watched().source(source), [path]) if path.exists() else ()
    for text, title in (
        (text, text.title or matter.title)
        for outcome in outcomes
        for matter in outcome.matters
        for text in matter.texts
    ):
        for whole in wholes(text.provisions):
            found.setdefault((text.id, whole.unit.id), Place(title, whole.unit, 0, len(whole.unit.text)))
            for piece in whole.pieces[1:]:
                start = piece.at + max(0, piece.skip)
                found.setdefault((text.id, piece.provision), Place(title, whole.unit, start, start + piece.length))
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

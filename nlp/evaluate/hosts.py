"""Provisions drawn for what they ask of hosts; each act is read whole, as when it is tagged, for it may say elsewhere who is one."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from crawlers import imports
from crawlers.facts import convert, load
from crawlers.sources import watched
from crawlers.vocabulary import Duty
from nlp.evaluate.hostbench import HOST, KNOWN, NAMED, NORM, Pairs, bearers, spans
from nlp.evaluate.measures import Figure
from nlp.evaluate.unseen import HALVES, Drawn, Stated
from nlp.reading import Reading, read
from nlp.tree import wholes
from nlp.units import norm

FILE = Path(__file__).parent / "hosts.yaml"
Told = tuple[dict[str, Any], dict[str, Any]]


class Asked(Stated, frozen=True, kw_only=True):
    """A norm, and whether it binds hosts; `duty` is also what an exemption frees them from."""

    host_duty: bool = False
    duty: Duty | None = None


class Asking(Drawn, frozen=True, kw_only=True):
    norms: tuple[Asked, ...]


def asking() -> tuple[Asking, ...]:
    """Raises BadFacts naming file, entry and key."""
    return convert(load(FILE), tuple[Asking, ...], FILE.name, "hosts")


def hosts(shared: Path) -> Iterator[Figure]:
    """A file that is not in this corpus is left out, and so counts less."""
    found: dict[tuple[str, str], list[Told]] = defaultdict(list)
    for one in asking():
        if told := _told(shared / "corpus", one):
            found[one.half, "all"].append(told)
            found[one.half, one.language].append(told)
    for (half, language), pairs in sorted(found.items()):
        yield from figures(f"{language}, {HALVES[half]}", pairs)


def figures(part: str, pairs: Pairs) -> Iterator[Figure]:
    """What HostBench measures, over characters that touch; without its goals, which are for provisions drawn otherwise,
    and without what no label speaks of."""
    for kind in (NORM, HOST, NAMED, KNOWN):
        figure = next(spans(part, kind, pairs))
        if figure.size:
            yield figure._replace(set="hosts", goal=None)
    yield bearers(part, pairs)._replace(set="hosts", goal=None)


def _told(corpus: Path, one: Asking) -> Told | None:
    """What was labelled beside what the tagger says."""
    reading = _readings(corpus / one.file, one.source, one.text, one.language).get(one.provision)
    if reading is None:
        return None
    text = reading.unit.text
    stated = [
        {
            "modality": each.modality,
            "bearer": each.bearer,
            "host_duty": each.host_duty,
            "duty": each.duty,
            "quote": text[each.start : each.end],
        }
        for each in one.norms
    ]
    return {"text": text, "norms": stated}, {"norms": [norm(reading, found) for found in reading.found]}


@cache
def _readings(path: Path, source: str, text: str, language: str) -> dict[str, Reading]:
    """The first provision of each name in a text."""
    found: dict[str, Reading] = {}
    outcomes = imports.outcomes(watched().source(source), [path]) if path.exists() else ()
    for matter in (matter for outcome in outcomes for matter in outcome.matters):
        for one in (one for one in matter.texts if one.id == text):
            units = [whole.unit for whole in wholes(one.provisions)]
            for reading in read(units, language, one.title or matter.title):
                found.setdefault(reading.unit.id, reading)
    return found

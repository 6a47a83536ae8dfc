"""How fast official formats are read, each beside only decoding the same bytes, and whether memory stays flat."""

import json
import resource
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import feedparser
from lxml import etree, html

from crawlers import imports
from crawlers.response import Response, Unreadable
from crawlers.sources import Source, watched

CORPUS = Path("../shared/corpus")
ROUNDS = 3
XML, JSON, FEED = "MB/s", "records/s", "items/s"
GOALS = {XML: 5.0, JSON: 200.0, FEED: 200.0}
FLAT = 16  # MB that twenty more rounds over the same files may add
FORMATS = (
    ("Formex", "eu/eur-lex-formex", "*.xml", XML),
    ("EUR-Lex HTML", "eu/eur-lex", "*.html", XML),
    ("German laws", "de/gesetze-im-internet", "*.xml", XML),
    ("Canadian bills", "ca/parl-bill-xml", "*.xml", XML),
    ("BILLSTATUS", "us/govinfo-billstatus", "*.xml", XML),
    ("Federal Register", "us/federal-register-api", "*.json", JSON),
    ("GOV.UK consultations", "uk/gov-uk-content-api", "*.json", JSON),
    ("Supreme Court dockets", "us/scotus-docket", "*.json", JSON),
    ("RSS", "uk/bills-rss", "*", FEED),
)


def rows() -> Iterator[dict[str, Any]]:
    mapped = dict(
        line.split(": ") for line in Path("tests/corpus.yaml").read_text().splitlines() if not line.startswith("#")
    )
    for name, folder, pattern, unit in FORMATS:
        held = [path for path in sorted((CORPUS / folder).rglob(pattern)) if path.is_file()]
        if held:
            yield from _format(name, watched().source(mapped[folder]), _answers(held), unit)


def _answers(paths: list[Path]) -> list[Response]:
    """Read before the clock starts: disks are not what is measured."""
    return [Response(url="", body=path.read_bytes(), media_type="", name=path.name) for path in paths]


def _format(name: str, source: Source, answers: list[Response], unit: str) -> Iterator[dict[str, Any]]:
    found = sum(_matters(source, answer) for answer in answers)
    ours = _best(lambda: [_matters(source, answer) for answer in answers])
    bare = _best(lambda: [DECODERS[unit](answer.body) for answer in answers])
    size = sum(len(answer.body) for answer in answers) / 1e6
    speed = (size if unit == XML else found) / ours
    ratio = round(bare / ours, 3)
    goal = GOALS[unit]
    yield _row(f"parsing {name}", round(speed, 1), unit, f">= {goal:g}", speed >= goal, ratio)
    yield _row(f"parsing {name}, files", round(len(answers) / ours, 1), "files/s", "", True, ratio)
    if name == "Canadian bills":
        yield _flat(name, source, answers)


def _flat(name: str, source: Source, answers: list[Response]) -> dict[str, Any]:
    before = _peak()
    for _ in range(20):
        for answer in answers:
            _matters(source, answer)
    grown = _peak() - before
    return _row(f"parsing {name} twenty times more, memory added", round(grown), "MB", f"<= {FLAT}", grown <= FLAT)


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _matters(source: Source, answer: Response) -> int:
    try:
        return len(imports.read(answer, source))
    except Unreadable:
        return 0


def _best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return min(times)


def _tree(body: bytes) -> object:
    kind = (
        html.HTMLParser() if b"<html" in body[:2000].lower() else etree.XMLParser(recover=True, resolve_entities=False)
    )
    return etree.fromstring(body, kind)


DECODERS: dict[str, Callable[[bytes], object]] = {XML: _tree, JSON: json.loads, FEED: feedparser.parse}


def _row(name: str, value: float, unit: str, goal: str, holds: bool, ratio: float | None = None) -> dict[str, Any]:
    baseline = "only decoding the bytes" if ratio else None
    return {
        "name": name,
        "value": value,
        "unit": unit,
        "ratio": ratio,
        "baseline": baseline,
        "goal": goal,
        "holds": holds,
    }

"""Files of two official sources, or of one source in two formats, read side by side: where they cannot both be right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from crawlers import imports
from crawlers.fault import Fault
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter
from crawlers.sources import Source, Watched
from index.disagreement.contradictions import Contradiction, compare
from index.disagreement.said_by_source import Said, statement


class Side(NamedTuple):
    """What one source says in some files. `name` tells it from another side of the same source."""

    source: Source
    files: tuple[Path, ...]
    name: str


class Check(NamedTuple):
    """How many matters both sides speak of, and what they contradict each other in."""

    compared: int
    found: tuple[Contradiction, ...]


def sides(named: Iterable[str], all_: Watched) -> list[Side]:
    """From SOURCE=PATH; a single one is taken apart, each of its files against the others. Raises Fault."""
    given = [_side(one, all_) for one in named]
    if len(given) == 1:
        source, files, _ = given[0]
        given = [Side(source, (file,), f"{source.id} ({file.name})") for file in files]
    if len(given) < 2:
        raise Fault("there is nothing to compare: name two sources, or a folder in which there is more than one file")
    return given


def _side(named: str, all_: Watched) -> Side:
    id, separated, path = named.partition("=")
    if not separated or not Path(path).exists():
        raise Fault(f"{named!r} is not SOURCE=PATH, or there is nothing at the path")
    return Side(all_.source(id), tuple(imports.files([Path(path)])), f"{id} ({Path(path).name})")


def check(every: Sequence[Side], day: str) -> Check:
    """All sides against each other, read on an ISO day."""
    told = [_told(side, day) for side in every]
    shared = {id for one, other in combinations(told, 2) for id in one.keys() & other.keys()}
    found = (each for one, other in combinations(told, 2) for each in _apart(one, other))
    return Check(len(shared), tuple(dict.fromkeys(found)))


def _told(side: Side, day: str) -> dict[str, Said]:
    found: dict[str, list[Matter]] = {}
    for outcome in imports.outcomes(side.source, side.files):
        for matter in outcome.matters:
            found.setdefault(matter.id, []).append(matter)
    return {id: replace(statement(merge_all(parts)[0], day), source=side.name) for id, parts in found.items()}


def _apart(one: Mapping[str, Said], other: Mapping[str, Said]) -> Iterator[Contradiction]:
    for id in sorted(one.keys() & other.keys()):
        yield from compare(id, one[id], other[id])


class Row(NamedTuple):
    """A pair as it is written on the page."""

    pair: str
    compared: str
    name: str
    status: str
    day: str
    version: str
    differs: str


def written() -> list[Row]:
    """The rows as they stand in the checkout or beside the installed package; none where there is no page."""
    root = Path(__file__).resolve().parents[2]
    pages = (root / "docs/cross-check.md", root / "index/data/cross-check.md")
    text = next((page.read_text(encoding="utf-8") for page in pages if page.is_file()), "")
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in text.splitlines() if row.startswith("| ")]
    return [Row(*row) for row in cells[1:] if len(row) == len(Row._fields)]

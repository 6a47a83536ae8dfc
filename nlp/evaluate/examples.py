"""Where each duty is found in recorded laws, and where only its words are: `python -m nlp.evaluate.examples` writes docs/duties.md."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

import yaml

from crawlers import imports
from crawlers.facts import convert, load
from crawlers.joining.merge import merge_all
from crawlers.matter import Matter, Struct
from crawlers.sources import watched
from crawlers.vocabulary import Duty
from nlp.grammar.reader import known, passages
from nlp.tag import tag
from nlp.taxonomy import taxonomy

FILE = Path(__file__).parent / "laws.yaml"
DOCS = Path(__file__).resolve().parents[2] / "docs/duties.md"
MOST = 5
HEAD = """# Where each duty is found, and nearly found

Written by `make docs` from laws of the recorded corpus: file, provision, and characters of the provision; no words of
the laws. A hit is a norm that the tagger gives the duty; a near miss is a provision that has words of the duty and no
such norm. Hits and near misses are the first of each law in turn; the tagger chose them. Those marked were read once by a
language model of the team, not by a lawyer: a wrong hit is no such duty of hosts, a wrong near miss is one that was missed.
"""
READ = Path(__file__).parent / "checked.yaml"


class Spot(NamedTuple):
    """Characters [start, end) of a provision of a law in a file of the corpus."""

    file: str
    provision: str
    start: int
    end: int


class Read(Struct, frozen=True, kw_only=True):
    """Examples of a duty that were read, as file name and provision: those that are what they are listed as, and the others."""

    duty: Duty
    kind: Literal["hit", "miss"]
    right: tuple[str, ...]
    wrong: tuple[str, ...]


Spots = dict[Duty, list[Spot]]


def laws(corpus: Path, files: dict[str, list[str]] | None = None) -> Iterator[tuple[str, Matter]]:
    """(file, tagged law), as their sources read them; a file that holds none is left out."""
    for source, paths in (files or yaml.safe_load(FILE.read_text(encoding="utf-8"))).items():
        entry = watched().source(source)
        for path in paths:
            found = [each for outcome in imports.outcomes(entry, [corpus / path]) for each in outcome.matters]
            yield from ((path, tag(matter)) for matter in merge_all(found, entry.languages))


def spots(found: Iterable[tuple[str, Matter]]) -> tuple[Spots, Spots]:
    """Hits and near misses of each duty, in the order of the laws."""
    hits, misses = defaultdict(list), defaultdict(list)
    for file, matter in found:
        said = defaultdict(set)
        for norm in matter.norms:
            if norm.laid:
                hits[norm.laid].append(Spot(file, norm.provision, norm.start, norm.end))
                said[norm.laid].add(norm.provision)
        for duty, spot in _words(file, matter):
            if spot.provision not in said[duty]:
                misses[duty].append(spot)
    return hits, misses


def _words(file: str, matter: Matter) -> Iterator[tuple[Duty, Spot]]:
    """Where words of a duty stand, once a provision."""
    for text in matter.texts:
        language = text.language.split("-")[0]
        if known(language):
            for unit, read in zip(text.provisions, passages([u.text for u in text.provisions], language), strict=True):
                cues = {hit.entry.duty: hit for hit in reversed(read.cues) if hit.entry.duty}
                for duty, hit in cues.items():
                    yield duty, Spot(file, unit.id, read.offsets[hit.start], read.ends[hit.end - 1])


def page(hits: Spots, misses: Spots) -> str:
    """A section a duty; says where there are fewer than five, and what a reader said of each."""
    said = verdicts()
    return HEAD + "".join(
        f"\n## {entry.code} {entry.label} (`{duty}`)\n\n"
        + "".join(_list("Hits", hits.get(duty, []), said.get((duty, "hit"), {})))
        + "".join(_list("Near misses", misses.get(duty, []), said.get((duty, "miss"), {})))
        for duty, entry in taxonomy().duties.items()
    )


def verdicts() -> dict[tuple[Duty, str], dict[str, str]]:
    """By duty and kind: "right" or "wrong" of each example that was read. Raises BadFacts naming the key."""
    return {
        (each.duty, each.kind): dict.fromkeys(each.right, "right") | dict.fromkeys(each.wrong, "wrong")
        for each in convert(load(READ), tuple[Read, ...], READ.name, "examples")
    }


def _list(name: str, found: list[Spot], said: dict[str, str]) -> list[str]:
    shown = _in_turn(found)
    fewer = "" if len(shown) == MOST else f" (only {len(shown)} in these laws)" if shown else " (none in these laws)"
    rows = [f"- {spot.file}: `{spot.provision}`, {spot.start}–{spot.end}{_verdict(spot, said)}\n" for spot in shown]
    return [
        f"{name}{fewer}:\n\n" if rows else f"{name}{fewer}.\n\n",
        *rows,
        *(["\n"] if rows and name == "Hits" else []),
    ]


def _verdict(spot: Spot, said: dict[str, str]) -> str:
    verdict = said.get(f"{Path(spot.file).name} {spot.provision}")
    return f" · {verdict}" if verdict else ""


def _in_turn(found: list[Spot]) -> list[Spot]:
    """The first of each law, then the second of each, so that one long law does not fill the list."""
    nth: dict[str, int] = defaultdict(int)
    ranked = []
    for spot in found:
        ranked.append((nth[spot.file], spot))
        nth[spot.file] += 1
    return [spot for _, spot in sorted(ranked, key=lambda pair: pair[0])[:MOST]]


def main(corpus: Path = Path("../shared/corpus")) -> None:
    """The page stays as it is where the corpus is not."""
    if corpus.exists():
        DOCS.write_text(page(*spots(laws(corpus))), encoding="utf-8")


if __name__ == "__main__":
    main()

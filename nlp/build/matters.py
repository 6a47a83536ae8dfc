"""Whole matters of which it is known whether they concern online hosts: of the watch-list, the corpus and HostBench."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crawlers import imports
from crawlers.facts import convert, find, load
from crawlers.matter import Matter, Provision, Struct, Text
from crawlers.sources import watched
from crawlers.vocabulary import Kind, Status, Topic
from nlp.build.weigh import rows
from nlp.tag import tag

FILE = Path(__file__).parents[1] / "evaluate/matters.yaml"
# topics of the watch-list that are about hosts themselves; its matters of other topics are left out
ABOUT = frozenset(
    {
        Topic.INTERMEDIARY_LIABILITY,
        Topic.ILLEGAL_HARMFUL_CONTENT,
        Topic.CHILD_SAFETY_AGE,
        Topic.CSAM_ENCRYPTION,
        Topic.MODERATION_FREEDOM,
        Topic.BLOCKING_ACCESS,
        Topic.TRANSPARENCY_OVERSIGHT_COST,
        Topic.DISINFORMATION_ELECTIONS,
    }
)
ENOUGH = 1 / 3  # of the labelled provisions of an act


class Drawn(Struct, frozen=True, kw_only=True):
    """A matter of a file of the corpus."""

    file: str
    source: str
    id: str
    hosts: bool = False


class Known(NamedTuple):
    """What the terms of a matter are worth, whether it concerns hosts, and its country."""

    terms: dict[str, float]
    hosts: bool
    place: str


def known(shared: Path) -> Iterator[Known]:
    for matter, hosts in (*_watched(), *_drawn(shared / "corpus"), *_acts(shared / "gold/hostbench/provisions.jsonl")):
        relevance = tag(matter).relevance
        terms = {term.name: term.value for term in relevance.terms} if relevance else {}
        yield Known(terms, hosts, matter.jurisdiction.partition("-")[0])


def _watched() -> Iterator[tuple[Matter, bool]]:
    for outcome in imports.outcomes(watched().source("watchlist"), [find("watchlist.yaml")]):
        yield from ((one, True) for one in outcome.matters if ABOUT & {tagged.topic for tagged in one.topics})


def _drawn(corpus: Path) -> Iterator[tuple[Matter, bool]]:
    for one in convert(load(FILE), tuple[Drawn, ...], FILE.name, "matters"):
        path = corpus / one.file
        for outcome in imports.outcomes(watched().source(one.source), [path]) if path.exists() else ():
            yield from ((matter, one.hosts) for matter in outcome.matters if matter.id == one.id)


def _acts(path: Path) -> Iterator[tuple[Matter, bool]]:
    """An act is about hosts where a third of its labelled provisions are."""
    acts = defaultdict(list)
    for row in rows(path):
        acts[row["law"], row["language"], row["jurisdiction"]].append(row)
    for (law, language, place), held in acts.items():
        units = tuple(Provision(id=row["id"], heading=row.get("heading") or "", text=row["text"]) for row in held)
        text = Text(id="t", language=language, provisions=units)
        matter = Matter(
            id=f"{place}/act/x", source="hostbench", jurisdiction=place, kind=Kind.ACT, status=Status.UNKNOWN, title=law, language=language, texts=(text,)
        )  # fmt: skip
        yield matter, sum(row["host_relevant"] for row in held) >= ENOUGH * len(held)

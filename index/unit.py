"""What a unit of the search index is: one provision of a matter, or its head."""

import hashlib
from functools import lru_cache

import msgspec

# the place of a matter's first unit, which holds its titles, numbers and summary
HEAD = "head"
# how much more a matter counts among those that answer alike if it concerns hosts wholly, and if it is of this century's
# third decade; from this year on a matter is the newer the more it counts
NEARER, NEWER = 0.4, 0.2
OLD, NEW = 2000, 2025
# relevance, in thousandths, from which a duty or topic that the tagger found is thought to concern hosts
CONCERNS = 300
FACETS = ("jurisdiction", "kind", "status", "topic", "source", "year", "language", "duty", "bearer", "modality")


class Shown(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a hit needs for the page, kept beside the index."""

    matter: str
    provision: str
    title: str
    jurisdiction: str
    date: str
    language: str
    body: str
    text: str = ""


class Unit(msgspec.Struct, frozen=True):
    """One document of the index. `also`: what it is about though its own words do not say it.

    `group` spells the matter and all its facet values, so that one count of groups gives exact totals and facets.
    `number` stands for it: numbers are counted many times faster. `rank` orders by day, newest highest, and is
    different for each matter. `worth` weighs its score: how new the matter is and how much it concerns hosts.
    """

    shown: Shown
    words: str
    exact: str
    also: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    values: dict[str, tuple[str, ...]]
    group: str
    number: int
    day: int
    relevance: int
    worth: float
    rank: int


# the highest number of a group
MOST = (1 << 56) - 1


@lru_cache(1 << 12)
def number_of(group: str) -> int:
    """At most MOST, evenly spread: two groups among a million share one with a chance of one in a hundred thousand."""
    return int.from_bytes(hashlib.blake2b(group.encode(), digest_size=7).digest())


def worth(day: int, relevance: int) -> float:
    """What the engines weigh a score by: they multiply it with log2(2 + worth)."""
    newness = min(max(day // 10_000 - OLD, 0), NEW - OLD) / (NEW - OLD)
    return float(2 ** (1 + NEARER * relevance / 1000 + NEWER * newness) - 2)

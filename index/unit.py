"""What a unit of the search index is: one provision of a matter, or its head."""

import hashlib
from functools import lru_cache

import msgspec

# the place of a matter's first unit, which holds its titles, numbers and summary
HEAD = "head"
# years, and relevances in thousandths, from which a unit carries a sign of its own, and what each counts among matters
# that answer alike
YEARS, NEWER = (2010, 2017, 2022), 0.7
RELEVANCES, NEARER = (300, 600, 900), 1.5
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
    different for each matter.
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
    rank: int


# the highest number of a group
MOST = (1 << 56) - 1


@lru_cache(1 << 12)
def number_of(group: str) -> int:
    """At most MOST, evenly spread: two groups among a million share one with a chance of one in a hundred thousand."""
    return int.from_bytes(hashlib.blake2b(group.encode(), digest_size=7).digest())


def signs(day: int, relevance: int) -> dict[str, float]:
    """since2017, hosts300: how new the matter is and how much it concerns hosts, and what each counts."""
    newer = {f"since{least}": NEWER for least in YEARS if day // 10_000 >= least}
    return newer | {f"hosts{least}": NEARER for least in RELEVANCES if relevance >= least}


def all_signs() -> dict[str, float]:
    return signs(YEARS[-1] * 10_000, RELEVANCES[-1])

"""Exact totals and facets from counted groups: every group spells its matter and all its facet values."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from index.units import FACETS


class Group(NamedTuple):
    """A matter, and (field, value) of all that its units in the group hold."""

    matter: str
    values: tuple[tuple[str, str], ...]


@lru_cache(1 << 17)
def spelled(group: str) -> Group:
    matter, *columns = group.split("|")
    listed = zip(FACETS, columns, strict=True)
    return Group(matter, tuple((field, value) for field, column in listed for value in column.split()))


def matters(groups: Mapping[str, int]) -> set[str]:
    return {group.partition("|")[0] for group in groups}


def count(groups: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """How many matters hold each value, most first; a matter counts once though many of its units answer."""
    seen: dict[tuple[str, str], set[str]] = {}
    for key in groups:
        group = spelled(key)
        for pair in group.values:
            seen.setdefault(pair, set()).add(group.matter)
    counted: dict[str, Counter[str]] = {field: Counter() for field in FACETS}
    for (field, value), held in seen.items():
        counted[field][value] = len(held)
    return {field: _ordered(values) for field, values in counted.items()}


def _ordered(values: Counter[str]) -> dict[str, int]:
    return dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))

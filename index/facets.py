"""Exact totals and facets from counted groups: every group spells its matter and all its facet values."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from index.units import FACETS

# the last columns of a group are those of its units; the others are those of its matter
OF_UNITS = ("language", "duty", "bearer", "modality")

Pairs = tuple[tuple[str, str], ...]


@lru_cache(1 << 17)
def _of_matter(columns: str) -> Pairs:
    return _pairs(FACETS[: -len(OF_UNITS)], columns)


@lru_cache(1 << 14)
def _of_units(columns: str) -> Pairs:
    return _pairs(OF_UNITS, columns)


def _pairs(fields: Sequence[str], columns: str) -> Pairs:
    listed = zip(fields, columns.split("|"), strict=True)
    return tuple((field, value) for field, column in listed for value in column.split())


def matters(groups: Mapping[str, int]) -> set[str]:
    return {group.partition("|")[0] for group in groups}


def count(groups: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """How many matters hold each value, most first; a matter counts once though many of its units answer."""
    by_matter: dict[str, set[str]] = {}
    for key in groups:
        head, *tail = key.rsplit("|", len(OF_UNITS))
        by_matter.setdefault(head, set()).add("|".join(tail))
    pairs = Counter(chain.from_iterable(_of_matter(head.partition("|")[2]) for head in by_matter))
    pairs.update(chain.from_iterable(_together(tails) for tails in by_matter.values()))
    counted: dict[str, Counter[str]] = {field: Counter() for field in FACETS}
    for (field, value), matters in pairs.items():
        counted[field][value] = matters
    return {field: _ordered(values) for field, values in counted.items()}


def _together(tails: set[str]) -> Collection[tuple[str, str]]:
    """What any of a matter's units hold, each once."""
    return set().union(*map(_of_units, tails)) if len(tails) > 1 else _of_units(next(iter(tails)))


def _ordered(values: Counter[str]) -> dict[str, int]:
    return dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))

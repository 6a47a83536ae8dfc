"""Exact totals and facets from counted groups: every group spells its matter and all its facet values."""

import threading
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.summary import MATTER, spelled
from index.unit import FACETS, number_of

Numbers = NDArray[np.int64]
# groups kept in memory, about 500 bytes each
MOST_GROUPS = 1 << 19


class Table(NamedTuple):
    """Groups by row: the matter of each, and its facts (which matter holds which value) in `facts[starts[row]:starts[row + 1]]`.

    `number` are the numbers of all groups in order, `row` their rows. A fact is numbered once for all groups of its
    matter, so that a matter counts once though many of its units answer.
    """

    matters: list[str]
    values: list[str]
    matter: Numbers
    starts: Numbers
    facts: Numbers
    value: Numbers
    number: Numbers
    row: Numbers

    def found(self, numbers: Numbers) -> Numbers | None:
        """The rows of groups by their numbers, if all are here."""
        places = np.minimum(np.searchsorted(self.number, numbers), len(self.number) - 1)
        if len(numbers) and (not len(self.number) or (self.number[places] != numbers).any()):
            return None
        return self.row[places]


class Listed:
    """How many units answer, of which matters, with which facet values: the groups of all of them are known."""

    def __init__(self, table: Table, rows: Numbers, units: int) -> None:
        self.table, self.rows, self.units = table, rows, units
        self.numbers = np.flatnonzero(_marked(table.matter[rows], len(table.matters)))

    @property
    def total(self) -> int:
        """How many matters."""
        return len(self.numbers)

    def matters(self) -> set[str]:
        return {self.table.matters[number] for number in self.numbers.tolist()}

    def facts(self) -> Counter[str]:
        """How many matters have each, and how many there are."""
        table = self.table
        held = _marked(_gathered(table, self.rows), len(table.value))
        counts = np.bincount(table.value[held], minlength=len(table.values)).tolist()
        found = Counter(dict(zip(table.values, counts, strict=False)))
        return +found | Counter({MATTER: self.total})

    def facets(self) -> dict[str, dict[str, int]]:
        return by_field(self.facts())


def by_field(facts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """How many matters hold each value, most first."""
    found: dict[str, dict[str, int]] = {field: {} for field in FACETS}
    for fact, count in sorted(facts.items(), key=lambda item: (-item[1], item[0])):
        field, _, value = fact.partition(":")
        if value:
            found[field][value] = count
    return found


def _marked(numbers: Numbers, size: int) -> NDArray[np.bool_]:
    marks = np.zeros(size, dtype=np.bool_)
    marks[numbers] = True
    return marks


def _gathered(table: Table, rows: Numbers) -> Numbers:
    """The facts of the rows, one after the other."""
    lengths = table.starts[rows + 1] - table.starts[rows]
    before = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum())) + np.repeat(table.starts[rows] - before, lengths)
    found: Numbers = table.facts[places]
    return found


class Groups:
    """Groups by their numbers, as far as they were met; safe to share between threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.known = _Known()

    @property
    def met(self) -> int:
        """How many."""
        return len(self.known.rows)

    def counted(self, numbers: Sequence[int], units: int) -> Listed | None:
        """Nothing when one of the numbers was never met: ask for the groups themselves and `learn` them."""
        table = self.known.table
        wanted = np.array(numbers, dtype=np.int64)
        rows = table.found(wanted)
        return None if rows is None else Listed(table, rows, units)

    def learn(self, groups: Sequence[str], units: int) -> Listed:
        """The same of groups as they are spelled."""
        with self.lock:
            if self.met > MOST_GROUPS:
                self.known = _Known()
            self.known.add(groups)
            rows = [self.known.rows[number_of(group)] for group in groups]
            return Listed(self.known.table, np.array(rows, dtype=np.int64), units)


class _Known:
    """The table as it grows; readers hold copies, and a row never changes."""

    def __init__(self) -> None:
        self.rows: dict[int, int] = {}
        self.matters: dict[str, int] = {}
        self.values: dict[str, int] = {}
        self.facts: dict[tuple[int, int], int] = {}
        self.columns = {name: array("q") for name in ("matter", "facts", "value")} | {"starts": array("q", [0])}
        self.table = self._table()

    def add(self, groups: Iterable[str]) -> None:
        new = {number: group for group in groups if (number := number_of(group)) not in self.rows}
        first = len(self.rows)
        for group in new.values():
            self._append(group)
        self.rows.update((number, first + place) for place, number in enumerate(new))
        self.table = self._table()

    def _append(self, group: str) -> None:
        matter = self.matters.setdefault(group.partition("|")[0], len(self.matters))
        self.columns["facts"].extend(self._fact(matter, fact) for fact in spelled(group))
        self.columns["matter"].append(matter)
        self.columns["starts"].append(len(self.columns["facts"]))

    def _fact(self, matter: int, value: str) -> int:
        number = self.values.setdefault(value, len(self.values))
        fact = self.facts.setdefault((matter, number), len(self.facts))
        if fact == len(self.columns["value"]):
            self.columns["value"].append(number)
        return fact

    def _table(self) -> Table:
        held = {name: np.array(column, dtype=np.int64) for name, column in self.columns.items()}
        numbers = np.fromiter(self.rows, dtype=np.int64, count=len(self.rows))
        row = np.argsort(numbers)
        return Table(list(self.matters), list(self.values), **held, number=numbers[row], row=row)

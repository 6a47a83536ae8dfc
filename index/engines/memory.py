"""A small batch in memory, asked very many questions: for saved searches."""

from collections.abc import Iterable, Iterator

import msgspec
import tantivy

from index.engines.documents import SCHEMA, document, register
from index.engines.embedded_asks import translate
from index.engines.engine import KEYWORDS, STREAMS
from index.queries import plan
from index.queries.plan import Ask
from index.unit import Unit


class Memory:
    """Sets of units are whole numbers, one bit a unit, so that most searches end at the first word nobody holds.

    Words and values are looked up; rows, beginnings, misspellings and ranges are asked of tantivy, each once.
    """

    def __init__(self, batch: Iterable[Unit]) -> None:
        self.index = register(tantivy.Index(SCHEMA))
        self.matter_of: list[str] = []
        self.held: dict[str, dict[str, int]] = {field: {} for field in (*STREAMS, *KEYWORDS)}
        self.known: dict[Ask, int] = {}
        writer = self.index.writer(50_000_000, 1)
        for place, unit in enumerate(batch):
            self._hold(unit, 1 << place)
            writer.add_document(document(msgspec.structs.replace(unit, rank=place)))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.all = (1 << len(self.matter_of)) - 1

    def _hold(self, unit: Unit, bit: int) -> None:
        self.matter_of.append(unit.shown.matter)
        streams = {"words": unit.words, "exact": unit.exact, "also": unit.also}
        listed = {**unit.values, "name": unit.names, "place": unit.places, "group": (unit.group,)}
        listed |= {field: tuple(text.split()) for field, text in streams.items()}
        for field, values in listed.items():
            held = self.held.setdefault(field, {})
            for value in set(values):
                held[value] = held.get(value, 0) | bit

    def matters(self, ask: Ask) -> set[str]:
        """Ids of the matters of which a unit answers."""
        return {self.matter_of[place] for place in _places(self._bits(ask))}

    def _bits(self, ask: Ask) -> int:
        match ask:
            case plan.Row():
                return self._row(ask)
            case plan.Every():
                return self._every(ask)
            case plan.Known():
                return self._bits(ask.sign)
            case plan.Term():
                return self.held[ask.field].get(ask.value, 0)
            case plan.Terms():
                return self._any_value(ask)
            case plan.Best() | plan.Some():
                return _union(map(self._bits, ask.parts))
            case plan.Weight() | plan.Fixed():
                return self._bits(ask.part)
            case plan.Everything():
                return self.all
            case _:
                return self._asked(ask)

    def _asked(self, ask: Ask) -> int:
        """From tantivy, where each unit's place stands as its rank."""
        if ask not in self.known:
            found = self.searcher.search(translate(ask), max(1, len(self.matter_of)), count=False).hits
            places = self.searcher.fast_field_values("rank", [address for _, address in found])
            self.known[ask] = sum(1 << int(place or 0) for place in places)
        return self.known[ask]

    def _any_value(self, ask: plan.Terms) -> int:
        if ask not in self.known:
            held = self.held[ask.field]
            self.known[ask] = _union(held.get(value, 0) for value in ask.values)
        return self.known[ask]

    def _row(self, ask: plan.Row) -> int:
        held = self.held[ask.field]
        together = self.all
        for value in ask.values:
            together &= held.get(value, 0)
        return together if len(ask.values) == 1 or not together else self._asked(ask)

    def _every(self, ask: plan.Every) -> int:
        left = self.all
        for part in (*ask.only, *sorted(ask.must, key=_breadth)):
            left &= self._bits(part)
            if not left:
                return 0
        for part in ask.without:
            left &= ~self._bits(part)
        return left


def _breadth(ask: Ask) -> int:
    """A phrase is asked before a word that is said in many ways: it mostly ends the search."""
    return len(ask.parts) if isinstance(ask, plan.Best) else 1


def _union(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union


def _places(bits: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest

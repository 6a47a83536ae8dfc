"""A small batch in memory, asked many questions: for saved searches."""

from collections.abc import Iterable

import tantivy

from index.engines.embedded import SCHEMA, document, read_shown, register, translate
from index.plan import Ask
from index.units import Unit


class Memory:
    def __init__(self, batch: Iterable[Unit]) -> None:
        self.index = register(tantivy.Index(SCHEMA))
        self.names: list[str] = []
        writer = self.index.writer(50_000_000, 1)
        for unit in batch:
            self.names.append(unit.shown.matter)
            writer.add_document(document(unit))
        writer.commit()
        writer.wait_merging_threads()
        self.index.reload()
        self.searcher = self.index.searcher()
        self.by_rank: dict[int, str] = {}

    def matters(self, ask: Ask) -> set[str]:
        """Ids of the matters of which a unit answers."""
        if not self.names:
            return set()
        found = self.searcher.search(translate(ask), len(self.names), count=False).hits
        missing = [address for _, address in found]
        return {self._id(rank, address) for rank, address in zip(self._ranks(missing), missing, strict=True)}

    def _ranks(self, addresses: list[tantivy.DocAddress]) -> list[int]:
        return [int(rank or 0) for rank in self.searcher.fast_field_values("rank", addresses)]

    def _id(self, rank: int, address: tantivy.DocAddress) -> str:
        if rank not in self.by_rank:
            self.by_rank[rank] = read_shown(self.searcher.doc(address)).matter
        return self.by_rank[rank]

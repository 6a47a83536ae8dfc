"""Found matters on their way to the sink, with the questions that are answered once they are stored."""

import time
from collections.abc import Callable

from crawlers.crawl.sink import Sink
from crawlers.joining.merge import merge
from crawlers.matter import Matter
from crawlers.memory.pages import Page
from crawlers.sources import Source

_MOST = 100  # matters
_LARGEST = 2_000_000  # characters of provisions
_OLDEST = 2.0  # seconds


class Basket:
    """Fills up and is emptied into the sink; `settle` is then told which questions are done, with their pages."""

    def __init__(self, source: Source, sink: Sink, settle: Callable[[list[tuple[int, Page | None]]], None]) -> None:
        self._source, self._sink, self._settle = source, sink, settle
        self._matters: dict[str, Matter] = {}
        self._replaced: set[str] = set()
        self._answered: list[tuple[int, Page | None]] = []
        self._size, self._since = 0, time.monotonic()
        self.new = self.changed = 0

    def put(self, matter: Matter) -> None:
        known = self._matters.get(matter.id)
        self._matters[matter.id] = merge(known, matter, self._source.languages) if known else matter
        self._size += sum(len(provision.text) for text in matter.texts for provision in text.provisions)
        if len(self._matters) >= _MOST or self._size >= _LARGEST:
            self.empty()

    def answered(self, row: int, page: Page | None, replaced: set[str]) -> None:
        """All that this answer said is in; nothing of it is lost from here on."""
        self._answered.append((row, page))
        self._replaced |= replaced
        if not self._matters or time.monotonic() - self._since > _OLDEST:
            self.empty()

    def empty(self) -> None:
        """Store, then settle: a kill between the two stores the same again, which changes nothing."""
        if self._matters:
            counts = self._sink.store(self._source, list(self._matters.values()), frozenset(self._replaced))
            self.new, self.changed = self.new + counts.new, self.changed + counts.changed
        self._settle(self._answered)
        self._matters, self._replaced, self._answered = {}, set(), []
        self._size, self._since = 0, time.monotonic()

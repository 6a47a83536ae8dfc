"""How many units hold a word, as a cluster told lately: it changes little in a minute, and to ask takes as long as a page."""

import time
from collections.abc import Callable, Iterable, Mapping

# seconds for which a number is taken to be right, and how many numbers are kept
LATELY, MOST = 60.0, 200_000

# field and value
Token = tuple[str, str]


class RecentCounts:
    """Safe to share between threads: what two ask at once is told twice."""

    def __init__(self) -> None:
        self.since, self.index = 0.0, ""
        self.counts: dict[Token, int] = {}

    def of(
        self, index: str, tokens: Iterable[Token], ask: Callable[[list[Token]], Mapping[Token, int]]
    ) -> Mapping[Token, int]:
        """`ask` is called for those that were not told lately."""
        counts = self._lately(index)
        if new := [token for token in dict.fromkeys(tokens) if token not in counts]:
            counts.update(ask(new))
        return counts

    def _lately(self, index: str) -> dict[Token, int]:
        if index != self.index or time.monotonic() - self.since > LATELY or len(self.counts) > MOST:
            self.since, self.index, self.counts = time.monotonic(), index, {}
        return self.counts

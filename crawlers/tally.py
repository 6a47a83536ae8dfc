"""Count what the answers of one run held."""

from crawlers.matter import Matter

_ELSEWHERE = {"texts"}  # words often stand at another address, and a bounded run leaves them for the next
_TOLD = 20  # faults kept in words; all are counted


class Tally:
    """Matters count once however often they are said; a part that one answer lacks and another brings is not missing."""

    def __init__(self) -> None:
        self.requests = self.unchanged = self.refused = self.skipped = 0
        self.faults: list[str] = []
        self.canary: bool | None = None
        self._seen: set[str] = set()
        self._lacking: dict[str, set[str]] = {}
        self._declared: dict[str, int] = {}

    def matter(self, matter: Matter) -> None:
        self._seen.add(matter.id)
        before = self._lacking.get(matter.id, set())
        lacking = {name for name in {*before, *matter.missing} - _ELSEWHERE if not getattr(matter, name, None)}
        if lacking:
            self._lacking[matter.id] = lacking
        elif before:
            del self._lacking[matter.id]

    def declare(self, root: str, total: int) -> None:
        """What the source says it has; each start request speaks for its own chain of pages, the last word counts."""
        self._declared[root] = total

    def fault(self, address: str, reason: str) -> None:
        self.refused += 1
        if len(self.faults) < _TOLD:
            self.faults.append(f"{address}: {reason}")

    @property
    def fetched(self) -> int:
        return len(self._seen)

    @property
    def incomplete(self) -> int:
        return len(self._lacking)

    @property
    def declared(self) -> int | None:
        return sum(self._declared.values()) if self._declared else None

"""Count what the answers of one run held."""

from crawlers.matter import Matter

_ELSEWHERE = {"texts"}  # words often stand at another address, and a bounded run leaves them for the next
_FIELDS = tuple(
    name for name in Matter.__struct_fields__ if name not in {"id", "missing", "norms", "relevance", "citations"}
)
_LONGEST = 160  # characters of an address in a sentence
_TOLD = 20  # faults kept in words; all are counted


class Tally:
    """Matters count once however often they are said; a part that one answer lacks and another brings is not missing."""

    def __init__(self) -> None:
        self.requests = self.unchanged = self.refused = self.disguised = self.skipped = 0
        self.faults: list[str] = []
        self.canary: bool | None = None
        self._filled: dict[str, int] = {}
        self._missing: dict[str, set[str]] = {}
        self._declared: dict[str, int] = {}

    def matter(self, matter: Matter) -> None:
        filled = sum(1 << place for place, name in enumerate(_FIELDS) if getattr(matter, name))
        self._filled[matter.id] = self._filled.get(matter.id, 0) | filled
        if lacking := {*matter.missing} - _ELSEWHERE:
            self._missing[matter.id] = lacking | self._missing.get(matter.id, set())

    def declare(self, root: str, total: int) -> None:
        """What the source says it has; each start request speaks for its own chain of pages, the last word counts."""
        self._declared[root] = total

    def fault(self, address: str, reason: str, *, disguised: bool = False) -> None:
        self.refused += 1
        self.disguised += disguised
        if len(self.faults) < _TOLD:
            self.faults.append(f"{_short(address)}: {reason}")

    @property
    def fetched(self) -> int:
        return len(self._filled)

    @property
    def incomplete(self) -> int:
        return sum(any(not self._has(id, name) for name in names) for id, names in self._missing.items())

    def _has(self, id: str, name: str) -> bool:
        return name in _FIELDS and bool(self._filled[id] >> _FIELDS.index(name) & 1)

    @property
    def declared(self) -> int | None:
        return sum(self._declared.values()) if self._declared else None


def _short(address: str) -> str:
    """Queries may be pages long."""
    return address if len(address) <= _LONGEST else address[:_LONGEST] + "…"

"""Numbers that a cluster told lately are not asked again."""

from collections.abc import Iterable

import pytest

from index.engines import recent_counts
from index.engines.recent_counts import RecentCounts, Token


class Cluster:
    def __init__(self) -> None:
        self.asked: list[list[Token]] = []

    def count(self, tokens: Iterable[Token]) -> dict[Token, int]:
        self.asked.append(list(tokens))
        return {token: len(token[1]) for token in self.asked[-1]}


def test_only_what_was_not_told_lately_is_asked() -> None:
    cluster, known = Cluster(), RecentCounts()
    one, other = ("words", "law"), ("exact", "bills")
    assert known.of("first", [one, one], cluster.count)[one] == 3
    assert known.of("first", [one, other], cluster.count)[other] == 5
    assert known.of("first", [other, one], cluster.count)[one] == 3
    assert cluster.asked == [[one], [other]]


def test_another_index_or_another_minute_is_asked_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    cluster, known = Cluster(), RecentCounts()
    one = ("words", "law")
    for index in ("first", "second"):
        known.of(index, [one], cluster.count)
    monkeypatch.setattr(recent_counts, "LATELY", -1.0)
    known.of("second", [one], cluster.count)
    assert cluster.asked == [[one]] * 3

"""Thirty kills at random moments."""

from pathlib import Path

from tests.kills import killed

KILLS, PAGES = 30, 300


def test_thirty_kills_lose_nothing(tmp_path: Path) -> None:
    left = killed(tmp_path, KILLS, PAGES, seed=30)
    assert not left.lost
    assert len(left.stored) == PAGES
    assert sum(left.repeated.values()) <= KILLS
    assert left.run.whole
    assert left.records >= PAGES

"""Killed with -9 at random moments of keeping, indexing and rebuilding, the next run completes to the same end."""

from pathlib import Path

from tests.keeping import keep, killed, left

KILLS = 20


def test_twenty_kills_change_nothing(tmp_path: Path) -> None:
    calm, stormy = tmp_path / "calm", tmp_path / "stormy"
    calm.mkdir()
    stormy.mkdir()
    keep(calm)
    expected, found = left(calm), killed(stormy, KILLS, seed=20)
    assert found[:3] == expected[:3]
    assert found.files <= 3 * expected.files + 20

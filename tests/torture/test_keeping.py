"""Kills of keeping, indexing and rebuilding, many times over."""

from pathlib import Path

import pytest

from tests.keeping import keep, killed, left


@pytest.mark.parametrize("seed", range(6))
def test_thirty_kills_change_nothing(tmp_path: Path, seed: int) -> None:
    calm, stormy = tmp_path / "calm", tmp_path / "stormy"
    calm.mkdir()
    stormy.mkdir()
    keep(calm)
    assert killed(stormy, 30, seed)[:3] == left(calm)[:3]

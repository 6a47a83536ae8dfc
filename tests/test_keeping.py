"""Killed with -9 at random moments of keeping, indexing and rebuilding, the next run completes to the same end."""

from pathlib import Path

import pytest

from crawlers.matter import Matter
from index.search import open_search
from tests.keeping import keep, killed, left
from tests.library import TODAY, library

pytestmark = pytest.mark.process

KILLS = 20


def test_twenty_kills_change_nothing(tmp_path: Path) -> None:
    calm, stormy = tmp_path / "calm", tmp_path / "stormy"
    calm.mkdir()
    stormy.mkdir()
    keep(calm)
    expected, found = left(calm), killed(stormy, KILLS, seed=20)
    assert found[:3] == expected[:3]
    assert found.files <= 3 * expected.files + 20


def test_deletions_of_a_killed_writer_do_not_stop_the_next_one(tmp_path: Path) -> None:
    """A writer killed between writing a file of deletions and committing leaves it under the very name the next one uses."""
    matters = library(10)
    open_search(str(tmp_path / "search")).rebuild(matters, TODAY)
    _write(tmp_path, matters[:5])
    for file in list((tmp_path / "search").rglob("*.*.del")):
        segment, stamp, _ = file.name.split(".")
        for later in range(1, 60):
            file.with_name(f"{segment}.{int(stamp) + later}.del").write_bytes(b"")
    _write(tmp_path, matters[5:])
    assert open_search(str(tmp_path / "search")).find("", 100, "", "newest").total == 10


def _write(home: Path, matters: list[Matter]) -> None:
    open_search(str(home / "search")).update(matters, TODAY)

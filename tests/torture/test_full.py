"""A disk that fills up while we crawl, at many sizes; a disk that is really full, where we may make one."""

import os
import resource
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keeping import keep, left
from tests.test_crawl_disk import crawled_without_room
from tests.test_disk import apart

SIZES = range(20_000, 420_000, 40_000)


def test_a_crawl_runs_out_of_room_at_ten_sizes(tmp_path: Path) -> None:
    ends = []
    for size in SIZES:
        home = tmp_path / str(size)
        home.mkdir()
        ends.append(crawled_without_room(home, size, 60))
    assert 1 in ends


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_one_sentence_and_with_room_the_end_is_the_same(small: Path, tmp_path: Path) -> None:
    """Records and index on a disk with less and less room, then with all of it."""
    calm = tmp_path / "calm"
    calm.mkdir()
    keep(calm)
    sentences = []
    for room in (8, 60, 150, 300, 600):
        filling = small / "filling"
        filling.write_bytes(os.urandom(max(0, _free(small) - room * 1024)))
        sentences.append(apart(keep, small, resource.RLIM_INFINITY))
        filling.unlink()
    assert any(sentences)
    assert all(
        "\n" not in said and ("cannot be written" in said or "cannot be opened" in said or not said)
        for said in sentences
    )
    assert apart(keep, small, resource.RLIM_INFINITY) == ""
    assert left(small)[:3] == left(calm)[:3]


def _free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize

"""A full disk: one sentence, nothing committed lost, and with room again the same end as without."""

import multiprocessing
import resource
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from crawlers.fault import Fault
from index import intake
from index.records import open_records
from index.search import open_search
from tests.keeping import keep, left
from tests.library import TODAY

pytestmark = pytest.mark.process


def limited(work: Callable[[Path], object], home: Path, size: int, told: Connection) -> None:
    """While no file may grow beyond so many bytes; tells the fault's sentence."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    try:
        work(home)
        told.send("")
    except Fault as fault:
        told.send(str(fault))


def apart(work: Callable[[Path], object], home: Path, size: int) -> str:
    """In a process of its own; what it said."""
    context = multiprocessing.get_context("fork")
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=limited, args=(work, home, size, told))
    process.start()
    process.join()
    assert process.exitcode == 0
    return str(heard.recv())


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("calm")
    keep(home)
    return home


def rebuild(home: Path) -> None:
    intake.rebuild(open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search")), TODAY)


def follow(home: Path) -> None:
    intake.follow(open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search")), TODAY)


@pytest.mark.parametrize("size", [4_096, 100_000, 400_000])
def test_records_that_cannot_grow_are_one_sentence_and_the_next_run_completes(
    calm: Path, tmp_path: Path, size: int
) -> None:
    said = {apart(keep, tmp_path, size) for _ in range(3)}
    assert all("\n" not in one and "records cannot be" in one for one in said)
    keep(tmp_path)
    assert left(tmp_path)[:3] == left(calm)[:3]


@pytest.mark.parametrize(("work", "size"), [(rebuild, 500), (rebuild, 12_000), (follow, 20), (follow, 3_000)])
def test_an_index_that_cannot_grow_is_one_sentence_and_the_one_before_goes_on(
    calm: Path, tmp_path: Path, work: Callable[[Path], object], size: int
) -> None:
    keep(tmp_path)
    before = left(tmp_path)
    if work is follow:
        open_search(str(tmp_path / "search")).rebuild([], TODAY, f"0@{TODAY}")
    said = [apart(work, tmp_path, size) for _ in range(3)]
    assert all("\n" not in one and "search index cannot be written" in one for one in said), said
    if work is rebuild:
        assert left(tmp_path)[:3] == before[:3]
    work(tmp_path)
    assert left(tmp_path)[:3] == left(calm)[:3]
    assert left(tmp_path).files <= 3 * before.files + 20

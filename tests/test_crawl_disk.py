"""The disk is full while we crawl: one sentence, no verdict on a source that is not to blame, and the next run brings the rest."""

import resource
import signal
from pathlib import Path

import pytest

from tests.crawl import Plan, crawl, start, stored
from tests.kills import furnish, records
from tests.loopback import site, source

pytestmark = pytest.mark.process

PAGES = 12


@pytest.mark.parametrize("room", [30_000, 120_000])
def test_a_crawl_without_room_is_one_sentence_and_the_next_one_completes(tmp_path: Path, room: int) -> None:
    assert crawled_without_room(tmp_path, room, PAGES) == 1


def crawled_without_room(home: Path, room: int, pages: int) -> int | None:
    """How the crawl ended while no file might grow beyond `room` bytes; then it is run again with room."""
    with site(1) as served:
        furnish(served, pages)
        plan = Plan(str(home), [source("bills", served.url(2), concurrency=1, delay=0.0)])
        process = start(plan, lambda: _without_room(room))
        out, err = process.communicate(timeout=300)
        kept = _stored(home)
        told = crawl(plan)
    if process.returncode:
        last = err.decode().strip().splitlines()[-1]
        assert last.startswith("crawlers.fault.Unkept: what was found cannot be kept in")
        assert b'"run"' not in out
    assert kept <= _stored(home)
    assert len(_stored(home)) == pages
    assert told.runs["bills"].whole
    assert records(home) >= pages
    return process.returncode


def _stored(home: Path) -> set[str]:
    return {matter.id for batch in stored(home) for matter in batch.matters}


def _without_room(size: int) -> None:
    """No file may grow beyond so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

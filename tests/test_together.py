"""Writers and readers at once; a disk that is full; a migration that was killed."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from crawlers.matter import Matter
from index import intake
from index.records import open_records
from index.search import open_search
from index.store.database import NoRecords
from tests.library import TODAY, library
from tests.together import SIZE, embedded, stale, together

pytestmark = pytest.mark.process


def test_two_writers_and_ten_readers_see_no_error_and_nothing_goes_back(tmp_path: Path) -> None:
    stores = embedded(tmp_path)
    seen = together(stores, 0.0, reads=12)
    assert seen.ends == [0, 0]
    assert seen.answers > 10
    assert not seen.went_back
    assert open_search(stores.search).find("").total == SIZE
    assert len(list(open_records(stores.records).matters())) == SIZE
    assert stale(stores) == []


def test_what_is_kept_during_a_rebuild_is_found_behind_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    search = open_search(str(tmp_path / "search"))
    records.write(library(10))
    before = records.matters

    def read() -> Iterator[Matter]:
        yield from list(before())
        records.write(library(12)[10:])

    monkeypatch.setattr(records, "matters", read)
    intake.rebuild(records, search, TODAY)
    assert search.find("").total == 12


def test_a_full_disk_is_one_sentence_and_the_batch_comes_whole_when_there_is_room(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    records.write(library(5))
    event.listen(records.engine, "connect", _full)
    records.engine.dispose()
    with pytest.raises(NoRecords, match=r"disk is full.*nothing of this batch was kept"):
        records.write(library(400))
    again = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    assert len(list(again.matters())) == 5
    assert again.write(library(400)).new == 395


def _full(connection: Any, _record: Any) -> None:
    """SQLite says the same of a page limit as of a disk without room."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 5}")


@pytest.mark.parametrize("statement", [1, 3, 6, 9])
def test_a_migration_that_was_killed_leaves_nothing_behind(tmp_path: Path, statement: int) -> None:
    url = f"sqlite:///{tmp_path / 'records.db'}"
    process = multiprocessing.get_context("fork").Process(target=_killed, args=(url, statement))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert open_records(url).write(library(3)).new == 3


def _killed(url: str, statement: int) -> None:
    """Open new records, and be killed with -9 before so many-th statement that creates something."""
    created = []

    def before(_connection: Any, _cursor: Any, sql: str, *_rest: Any) -> None:
        created.extend([sql] if sql.lstrip().startswith("CREATE") else [])
        if len(created) == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", before)
    open_records(url)

"""Another process holds the lock, or a file is damaged: writers wait, then say so in one sentence, and nothing is lost."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from crawlers.fault import Fault, Unkept
from crawlers.memory import state
from index import private
from index.private import Leaf, NoPrivate, open_private
from index.records import Records, open_records
from index.store import database
from index.store.database import NoRecords
from tests.library import library

SHORT = 0.2  # seconds


@contextmanager
def held(file: Path) -> Iterator[None]:
    """As another process holds it that writes for long."""
    connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@pytest.fixture
def records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Records:
    monkeypatch.setattr(database, "PATIENCE", SHORT)
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    records.write(library(3))
    return records


def test_records_that_stay_locked_are_one_sentence_and_the_same_again_completes(
    records: Records, tmp_path: Path
) -> None:
    with (
        held(tmp_path / "records.db"),
        pytest.raises(NoRecords, match=r"another process.*nothing of this batch") as fault,
    ):
        records.write(library(10))
    assert "\n" not in str(fault.value)
    assert len(list(records.matters())) == 3
    assert records.write(library(10)).new == 7


def test_readers_are_not_kept_waiting_by_a_writer(records: Records, tmp_path: Path) -> None:
    with held(tmp_path / "records.db"):
        assert len(list(records.matters())) == 3


def test_a_writer_waits_for_one_that_ends_in_time(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    with ThreadPoolExecutor(1) as pool:
        with held(tmp_path / "records.db"):
            waiting = pool.submit(records.write, library(5))
        assert waiting.result().new == 5


def test_records_that_are_locked_at_the_first_start_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", SHORT)
    sqlite3.connect(tmp_path / "records.db").execute("PRAGMA journal_mode = WAL").close()
    with held(tmp_path / "records.db"), pytest.raises(NoRecords, match="cannot be opened"):
        open_records(f"sqlite:///{tmp_path / 'records.db'}")
    assert open_records(f"sqlite:///{tmp_path / 'records.db'}").write(library(1)).new == 1


def test_a_state_of_the_crawl_that_stays_locked_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(state, "PATIENCE", SHORT)
    connection = state.open_state(tmp_path)
    lost = pytest.raises(Unkept, match="nothing that was stored is lost")
    with held(tmp_path / state.FILE), lost, state.storing(tmp_path), connection:
        connection.execute("INSERT INTO hits VALUES ('host', 1.0)")
    connection.close()


def test_private_words_that_stay_locked_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(private, "PATIENCE", SHORT)
    kept = open_private(tmp_path / "private.db")
    kept.keep(Leaf(shelf="note", name="n", body="ours"))
    with held(tmp_path / "private.db"), pytest.raises(NoPrivate, match="nothing of this was kept"):
        kept.keep(Leaf(shelf="note", name="n", body="other"))
    leaf = kept.read("note", "n")
    assert leaf is not None
    assert leaf.body == "ours"


@pytest.mark.parametrize("rest", [b"\x01" * 20_000, b"SQLite format 3\x00" + b"\xff" * 9_000])
@pytest.mark.parametrize("name", ["records.db", "private.db", state.FILE])
def test_a_damaged_file_is_one_sentence_that_says_what_to_do(tmp_path: Path, name: str, rest: bytes) -> None:
    (tmp_path / name).write_bytes(rest)
    with pytest.raises(Fault, match=r"damaged .*(restore a backup|asks for everything again)") as fault:
        _open(tmp_path, name)
    assert "\n" not in str(fault.value)


def _open(home: Path, name: str) -> object:
    if name == "records.db":
        return open_records(f"sqlite:///{home / name}")
    return open_private(home / name) if name == "private.db" else state.open_state(home)


@pytest.mark.parametrize(
    "address",
    ["foo", "postgres://x", "mysql://a/b", "postgresql://u@127.0.0.1:none/x", "sqlite:///"],
)
def test_what_is_no_address_of_records_is_one_sentence(address: str) -> None:
    with pytest.raises(NoRecords, match="AMICUS_RECORDS is no address of records"):
        open_records(address)

"""Backups come back whole: the state of the backup, whatever was here; private words only where both sides have them."""

import gzip
import multiprocessing
import random
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.fault import Fault
from crawlers.matter import Matter
from dashboard.mail import subscriptions
from dashboard.mail.store import TABLES, open_store
from index import intake
from index.private import Leaf, Private
from index.records import Records, open_records
from index.search import open_search
from index.store import backup
from index.store.database import NEWEST
from tests.library import TODAY, library

replace = msgspec.structs.replace
DAYS = st.integers(1, 28).map("2026-01-{:02}T00:00:00Z".format)


# what is done, to which matter, when
STEPS = st.lists(
    st.tuples(st.sampled_from(["write", "remove", "keep", "drop", "ask"]), st.integers(0, 3), DAYS), max_size=6
)


class Home:
    """Records, private words and who gets mail, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.records = open_records(f"sqlite:///{folder}/records.db")
        self.private = Private(folder / "private.db")
        self.store = open_store(f"sqlite:///{folder}/mail.sqlite")

    def do(self, steps: list[tuple[str, int, str]]) -> None:
        for step, number, learned in steps:
            self.step(step, replace(library(4)[number], title=f"As of {learned}"), learned)

    def step(self, step: str, one: Matter, learned: str) -> None:
        if step == "write":
            self.records.write([one], learned)
        elif step == "remove":
            self.records.remove([one.id], learned)
        elif step == "keep":
            self.private.keep(Leaf(shelf="note", name=one.id, body=learned))
        elif step == "drop":
            self.private.drop("note", one.id)
        else:
            subscriptions.ask(self.store, f"{one.id.rpartition('-')[2]}@example.org", subscriptions.Wishes())

    def save(self, name: str) -> Path:
        backup.backup(self.records, self.private, self.folder / name, self.ledger)
        return self.folder / name

    def restore(self, file: Path) -> None:
        backup.restore(self.records, self.private, file, self.ledger)

    @property
    def ledger(self) -> backup.Ledger:
        return backup.Ledger(self.store.engine, TABLES)


def content(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes())


@settings(max_examples=12, deadline=None)
@given(STEPS, STEPS, STEPS)
def test_a_backup_is_the_state_of_then_whatever_came_after_or_was_elsewhere(
    before: list[tuple[str, int, str]], after: list[tuple[str, int, str]], elsewhere: list[tuple[str, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        here, there = Home(Path(folder, "here")), Home(Path(folder, "there"))
        here.do(before)
        file = here.save("then.gz")
        here.do(after)
        there.do(elsewhere)
        for home in (here, there):
            home.restore(file)
            assert content(home.save("again.gz")) == content(file)


def test_private_words_stay_where_nobody_asks_for_those_of_the_backup(
    records: Records, private: Private, tmp_path: Path
) -> None:
    private.keep(Leaf(shelf="note", name="n", body="ours"))
    backup.backup(records, None, tmp_path / "open.gz")
    backup.backup(records, Private(tmp_path / "none.db"), tmp_path / "none.gz")
    backup.restore(records, None, tmp_path / "none.gz")
    with pytest.raises(backup.BadBackup, match="holds no private words; leave out --private"):
        backup.restore(records, private, tmp_path / "open.gz")
    assert [leaf.body for leaf in private.every()] == ["ours"]
    backup.restore(records, private, tmp_path / "none.gz")
    assert private.every() == []


def test_a_backup_with_a_row_that_fits_no_table_restores_nothing(
    records: Records, private: Private, tmp_path: Path
) -> None:
    private.keep(Leaf(shelf="note", name="n", body="ours"))
    for line in (["text", [1]], ["current", ["uk/bill/9/P-1", None, None, None, None, ""]], ["review", {"by": 1}]):
        lines = [["amicus-backup", NEWEST], line, ["holds", ["private"]], ["end", 2]]
        (tmp_path / "odd.gz").write_bytes(gzip.compress(b"".join(msgspec.json.encode(one) + b"\n" for one in lines)))
        with pytest.raises(backup.BadBackup, match="nothing was restored"):
            backup.restore(records, private, tmp_path / "odd.gz")
    assert len(list(records.matters())) == 24
    assert [leaf.body for leaf in private.every()] == ["ours"]


def test_a_search_after_a_backup_came_back_finds_what_it_holds(records: Records, tmp_path: Path) -> None:
    door, one = open_search(str(tmp_path / "search")), library(1)[0]
    backup.backup(records, None, tmp_path / "all.gz")
    records.write([replace(one, title="The Unicorn Act")], "2026-02-03T00:00:00Z")
    intake.follow(records, door, TODAY)
    assert door.find("unicorn").total == 1
    backup.restore(records, None, tmp_path / "all.gz")
    records.write([replace(one, title="The Gryphon Act")], "2026-02-04T00:00:00Z")
    intake.follow(records, door, TODAY)
    assert (door.find("unicorn").total, door.find("gryphon").total) == (0, 1)


@pytest.fixture
def records(tmp_path: Path) -> Records:
    held = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    held.write(library(24), "2026-01-01T00:00:00Z")
    return held


@pytest.fixture
def private(tmp_path: Path) -> Private:
    return Private(tmp_path / "private.db")


def test_a_backup_comes_back_whole(records: Records, private: Private, tmp_path: Path) -> None:
    records.write([replace(library(1)[0], title="Later")], "2026-02-03T00:00:00Z")
    private.keep(Leaf(shelf="note", name="n", body="ours", changed="2026-01-01T00:00:00Z"))
    rows = backup.backup(records, private, tmp_path / "all.gz")
    other, theirs = open_records(f"sqlite:///{tmp_path / 'other.db'}"), Private(tmp_path / "theirs.db")
    other.write(library(2))
    assert backup.restore(other, theirs, tmp_path / "all.gz") == rows
    for day in ("", "2026-01-15"):
        assert list(other.matters(as_of=day)) == list(records.matters(as_of=day))
    assert other.changes("2026-01-01") == records.changes("2026-01-01")
    assert theirs.every() == private.every()


def test_who_gets_mail_comes_back_with_private_words_alone(records: Records, private: Private, tmp_path: Path) -> None:
    here, there = (open_store(f"sqlite:///{tmp_path / name}") for name in ("here.sqlite", "there.sqlite"))
    asked = subscriptions.ask(here, "reader@example.org", subscriptions.Wishes(searches=("Unicorns",)))
    file = tmp_path / "all.gz"
    backup.backup(records, private, file, backup.Ledger(here.engine, TABLES))
    assert file.stat().st_mode & 0o777 == 0o600
    backup.restore(records, private, file, backup.Ledger(there.engine, TABLES))
    assert subscriptions.by_address(there, "reader@example.org") == asked
    backup.restore(records, None, file)
    backup.backup(records, None, file)
    assert b"reader@example.org" not in gzip.decompress(file.read_bytes())


def test_a_backup_that_cannot_be_written_is_one_sentence_and_leaves_nothing(records: Records, tmp_path: Path) -> None:
    (tmp_path / "folder.gz").mkdir()
    for file in (tmp_path / "nowhere" / "all.gz", tmp_path / "folder.gz"):
        with pytest.raises(Fault, match="the backup cannot be written"):
            backup.backup(records, None, file)
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".new"]


def test_a_backup_of_an_earlier_schema_comes_back(records: Records, tmp_path: Path) -> None:
    records.write(library(3))
    backup.backup(records, None, tmp_path / "new.gz")
    lines = gzip.decompress((tmp_path / "new.gz").read_bytes()).splitlines(keepends=True)
    (tmp_path / "old.gz").write_bytes(gzip.compress(b"".join([b'["amicus-backup","0001"]\n', *lines[1:]])))
    other = open_records(f"sqlite:///{tmp_path / 'other.db'}")
    backup.restore(other, None, tmp_path / "old.gz")
    assert list(other.matters()) == list(records.matters())


def test_a_backup_of_what_nobody_keeps_restores_nothing(records: Records, tmp_path: Path) -> None:
    lines = [["amicus-backup", NEWEST], ["treasure", [1]], ["end", 1]]
    (tmp_path / "odd.gz").write_bytes(gzip.compress(b"".join(msgspec.json.encode(line) + b"\n" for line in lines)))
    with pytest.raises(backup.BadBackup, match="which no backup has"):
        backup.restore(records, None, tmp_path / "odd.gz")
    assert len(list(records.matters())) == 24


def test_half_a_backup_restores_nothing(records: Records, tmp_path: Path) -> None:
    backup.backup(records, None, tmp_path / "all.gz")
    (tmp_path / "half.gz").write_bytes((tmp_path / "all.gz").read_bytes()[:3000])
    with pytest.raises(backup.BadBackup, match="nothing was restored"):
        backup.restore(records, None, tmp_path / "half.gz")
    assert len(list(records.matters())) == 24


@pytest.mark.process
def test_twenty_kills_of_a_restore_leave_one_state_or_the_other(tmp_path: Path) -> None:
    here = Home(tmp_path / "here")
    here.records.write(library(60), "2026-01-01T00:00:00Z")
    for number in range(40):
        here.private.keep(Leaf(shelf="note", name=str(number), body="then"))
    file = here.save("then.gz")
    then = sorted(matter.id for matter in here.records.matters())
    here.records.remove(then[:30], "2026-02-01T00:00:00Z")
    here.private.drop("note", "0")
    chance, seen = random.Random(20), set()
    for _ in range(20):
        process = multiprocessing.get_context("fork").Process(target=_restored, args=(here.folder, file))
        process.start()
        process.join(chance.uniform(0, 0.3))
        process.kill()
        process.join()
        seen.add(len(list(here.records.matters())))
        assert len(here.private.every()) in {39, 40}
    assert seen <= {30, 60}
    here.restore(file)
    assert content(here.save("again.gz")) == content(file)


def _restored(folder: Path, file: Path) -> None:
    backup.restore(open_records(f"sqlite:///{folder}/records.db"), Private(folder / "private.db"), file)

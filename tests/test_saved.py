"""Saved searches tell each fact once; private words stay in their own file; backups come back whole."""

import gzip
from pathlib import Path

import msgspec
import pytest

from crawlers.fault import Fault
from dashboard.mail import subscriptions
from dashboard.mail.store import TABLES, open_store
from index import saved
from index.lenses import lenses
from index.private import Leaf, Private
from index.query import BadQuery, read
from index.records import Records, open_records
from index.search import open_search
from index.store import backup
from index.store.database import NEWEST
from tests.library import TODAY, library

replace = msgspec.structs.replace
SINCE = "2026-02-01T00:00:00Z"


@pytest.fixture
def records(tmp_path: Path) -> Records:
    held = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    held.write(library(24), "2026-01-01T00:00:00Z")
    return held


@pytest.fixture
def private(tmp_path: Path) -> Private:
    return Private(tmp_path / "private.db")


def test_8_a_matter_amended_into_scope_is_found_and_told_once(records: Records, private: Private) -> None:
    saved.save(private, "Unicorns", "unicorn", SINCE)
    one = library(1)[0]
    assert saved.alerts(records, private, TODAY) == []
    provision = replace(one.texts[0].provisions[0], text="Every host keeps a unicorn.")
    text = replace(one.texts[0], id="later", date="2026-01-31", provisions=(provision,))
    records.write([replace(one, texts=(*one.texts, text))], "2026-02-03T00:00:00Z")
    found = saved.alerts(records, private, TODAY)
    assert [(alert.search, alert.into_scope) for alert in found] == [("Unicorns", True)] * len(found)
    assert found
    saved.told(private, found)
    assert saved.alerts(records, private, TODAY) == []


def test_7_a_clean_up_alerts_nobody(records: Records, private: Private) -> None:
    saved.save(private, "All", "kind:(bill OR act OR case)", SINCE)
    records.write(
        [replace(one, parser="made/2", title=one.title.upper()) for one in library(24)], "2026-02-03T00:00:00Z"
    )
    assert saved.alerts(records, private, TODAY) == []


def test_a_query_that_no_engine_runs_is_refused_when_it_is_saved(private: Private) -> None:
    with pytest.raises(BadQuery):
        saved.save(private, "Bad", "/unicorn/", SINCE)


def test_a_preview_shows_volume_before_saving(records: Records, tmp_path: Path) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild(records.matters(), TODAY, "1")
    shown = saved.preview(records, door, read("remove"), TODAY.replace(month=2))
    assert shown.matters == len({change.matter for change in shown.changes}) > 0


def test_matching_a_batch_is_what_search_finds(records: Records, tmp_path: Path) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild(records.matters(), TODAY, "1")
    asked = [
        *("remove", '"transparency report"', "kind:bill", "duty:removal_timeframe", "NOT remove", "libr*"),
        *(
            '"report transparency"~3 kind:act',
            "remve~1",
            "(remove OR entfernen) -kind:case",
            "date:[2015-03 TO 2016-02]",
        ),
        *("person:reed jurisdiction:(uk OR fr)", "Löschpflicht", "L-4", "remove^3 relevance:[0 TO 1]", "*"),
    ]
    matched = saved.matching(records.matters(), [read(query) for query in asked], TODAY)
    for query, matters in zip(asked, matched, strict=True):
        assert matters == {hit.matter for hit in door.find(query, 100).hits}, query


def test_a_batch_of_any_size_is_matched(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [read("remove"), read("kind:act"), read('"24 hours"')]
    whole = saved.matching(records.matters(), asked, TODAY)
    monkeypatch.setattr(saved, "BATCH", 7)
    assert saved.matching(records.matters(), asked, TODAY) == whole
    assert saved.matching([], asked, TODAY) == [set(), set(), set()]


def test_private_words_are_for_their_owner_alone(private: Private) -> None:
    private.keep(Leaf(shelf="note", name="uk/bill/0/L-0", body="we will oppose", owner="ada"))
    assert private.path.stat().st_mode & 0o777 == 0o600
    assert private.read("note", "uk/bill/0/L-0", "bo") is None
    assert [leaf.body for leaf in private.shelf("note", "ada")] == ["we will oppose"]
    private.drop("note", "uk/bill/0/L-0", "ada")
    assert private.every() == []


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


def test_ten_lenses_can_be_asked() -> None:
    assert len(lenses()) == 10
    assert all(lens.asked().root and len(lens.about) > 150 for lens in lenses())

"""The same records on a real PostgreSQL server, and backups that cross from one database to the other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import event

from crawlers.matter import Matter
from index.intake import take
from index.records import Records, open_records
from index.store import backup
from index.store.crawl_turns import taken
from tests import services
from tests.library import library

pytestmark = pytest.mark.server
replace = msgspec.structs.replace
EARLY = "2025-12-01T00:00:00Z"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with services.postgresql() as address:
        yield address


def test_writers_and_readers_at_once(url: str) -> None:
    matters = library(60)
    doors = [open_records(url) for _ in range(3)]
    with ThreadPoolExecutor(6) as pool:
        written = pool.map(
            lambda number: doors[number % 3].write(matters[number * 10 : number * 10 + 10], EARLY), range(6)
        )
        read = pool.map(lambda _: len(list(doors[0].matters())), range(12))
        assert sum(one.new for one in written) == 60
        assert max(read) <= 60
    assert list(doors[1].matters()) == sorted(matters, key=lambda one: one.id)
    assert doors[2].write(matters, EARLY)[:3] == (0, 0, 60)


def test_any_day_is_given_back(url: str) -> None:
    records = open_records(url)
    one = replace(library(1)[0], id="uk/bill/9/P-1")
    records.write([one], "2026-01-01T00:00:00Z")
    records.write([replace(one, title="Later")], "2026-01-05T00:00:00Z")
    assert records.get(one.id, "2026-01-03") == one
    assert [change.now for change in records.changes("2026-01-04", "2026-01-06")] == ["Later"]


def test_a_backup_crosses_to_sqlite_and_back(url: str, tmp_path: Path) -> None:
    server: Records = open_records(url)
    take(server, [replace(library(1)[0], id="uk/bill/9/P-0", snapshot="b" * 64)], "2026-01-08T00:00:00Z")
    backup.backup(server, None, tmp_path / "server.gz")
    embedded = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    backup.restore(embedded, None, tmp_path / "server.gz")
    assert list(embedded.matters()) == list(server.matters())
    embedded.write([replace(library(1)[0], id="uk/bill/9/P-2")])
    backup.backup(embedded, None, tmp_path / "embedded.gz")
    backup.restore(server, None, tmp_path / "embedded.gz")
    assert list(embedded.matters()) == list(server.matters())
    assert (
        take(server, [replace(library(1)[0], id="uk/bill/9/P-3", snapshot="a" * 64)], "2026-01-09T00:00:00Z").new == 1
    )


def test_a_backup_is_one_state_while_another_process_writes(url: str, tmp_path: Path) -> None:
    server, writer = open_records(url), open_records(url)
    one, asked = replace(library(1)[0], id="uk/bill/9/P-5"), iter((1, 2))

    def write(*_: object) -> None:
        if number := next(asked, 0):
            writer.write([replace(one, title=f"Number {number}")])

    event.listen(server.engine, "after_cursor_execute", write)
    backup.backup(server, None, tmp_path / "server.gz")
    event.remove(server.engine, "after_cursor_execute", write)
    embedded = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    backup.restore(embedded, None, tmp_path / "server.gz")
    assert {card.id for card in embedded.cards()} == {matter.id for matter in embedded.matters()}
    assert len(embedded.changes("")) == len(server.changes("")) - 2


def test_an_unreachable_server_is_one_sentence() -> None:
    from index.store.database import NoRecords

    with pytest.raises(NoRecords, match="cannot be opened"):
        open_records("postgresql://nobody@127.0.0.1:9/none")


def test_two_workers_never_take_the_same_source(url: str) -> None:
    one, other = open_records(url), open_records(url)
    with taken(one, ["uk-bills", "de-gii"]) as mine:
        assert mine == {"uk-bills", "de-gii"}
        with taken(other, ["de-gii", "eu-eur-lex"]) as theirs:
            assert theirs == {"eu-eur-lex"}
    with taken(other, ["de-gii"]) as theirs:
        assert theirs == {"de-gii"}


def test_a_server_that_stops_is_one_sentence_and_the_same_again_completes() -> None:
    from index.store.database import NoRecords

    matters = library(30)
    with services.postgres() as server:
        records = open_records(server.url)
        records.write(matters[:10])
        server.stop()
        with pytest.raises(NoRecords, match="nothing of this batch was kept"):
            records.write(matters)
        server.start()
        assert records.write(matters)[:3] == (20, 0, 10)
        assert list(records.matters()) == sorted(matters, key=lambda one: one.id)


def test_a_server_that_stops_inside_a_batch_keeps_nothing_of_it() -> None:
    from index.store.database import NoRecords

    matters = library(30)
    with services.postgres() as server:
        records = open_records(server.url)
        with pytest.raises(NoRecords, match="nothing of this batch was kept"):
            records.write(_until(server, matters))
        server.start()
        assert list(records.matters()) == []
        assert records.write(matters).new == 30


def _until(server: services.Postgres, matters: list[Matter]) -> Iterator[Matter]:
    yield from matters[:15]
    server.stop()
    yield from matters[15:]


def test_what_each_source_said_is_kept_beside_the_joined_record(url: str) -> None:
    records = open_records(url)
    one = replace(library(1)[0], id="uk/bill/9/P-4", title="Reading Rooms Bill")
    early = replace(one, id="uk/bill/9/provisional-4", source="uk-bills-rss", title="Lamps Bill")
    take(records, [early], "2026-01-01T00:00:00Z")
    take(records, [replace(one, aliases=(early.id,))], "2026-01-02T00:00:00Z")
    assert [said.source for said in records.statements()[one.id]] == sorted([one.source, early.source])

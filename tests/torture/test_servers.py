"""PostgreSQL and Elasticsearch are stopped and started while we write, or we are killed: the end is that of an undisturbed run."""

import multiprocessing
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from crawlers.fault import Fault
from index import intake
from index.engines.engine import NoEngine
from index.records import open_records
from index.search import open_search
from index.store.database import NoRecords
from tests import services
from tests.library import TODAY, library

pytestmark = pytest.mark.server
TURNS, SIZE, KILLS = 6, 60, 15


def keep(records: str, search: str) -> None:
    """Everything once, in small steps."""
    held, door, matters = open_records(records), open_search(search), library(SIZE)
    for start in range(0, SIZE, 10):
        intake.take(held, matters[start : start + 10], "2026-05-01T00:00:00Z")
        intake.follow(held, door, TODAY)


def left(records: str, search: str) -> tuple[list[object], list[str], list[object]]:
    held, door = open_records(records), open_search(search)
    found = [door.find(query, 100, "", "newest") for query in ("", "remove", "duty:removal_timeframe")]
    keys = sorted(change.key for change in held.changes("2026-01-01"))
    return list(held.matters()), keys, [(one.total, one.provisions, one.facets) for one in found]


def disturbed(server: services.Elastic | services.Postgres, work: Callable[[], None]) -> list[Fault]:
    """The work, begun again after each fault, while the server goes at random moments and comes back."""
    chance = random.Random(7)
    faults: list[Fault] = []
    for _ in range(TURNS):
        going = threading.Timer(chance.uniform(0.05, 1.0), server.stop)
        going.start()
        try:
            work()
        except (NoRecords, NoEngine) as fault:
            faults.append(fault)
        going.join()
        server.start()
    work()
    return faults


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[object], list[str], list[object]]:
    home: Path = tmp_path_factory.mktemp("calm")
    keep(f"sqlite:///{home / 'records.db'}", str(home / "search"))
    return left(f"sqlite:///{home / 'records.db'}", str(home / "search"))


def test_records_on_a_server_that_comes_and_goes(calm: object, tmp_path: Path) -> None:
    with services.postgres() as server:
        faults = disturbed(server, lambda: keep(server.url, str(tmp_path / "search")))
        assert left(server.url, str(tmp_path / "search")) == calm
    assert faults
    assert all("\n" not in str(fault) for fault in faults)


def test_a_search_server_that_comes_and_goes(calm: object, tmp_path: Path) -> None:
    records = f"sqlite:///{tmp_path / 'records.db'}"
    with services.elastic() as server:
        faults = disturbed(server, lambda: keep(records, server.url))
        assert left(records, server.url) == calm
    assert faults
    assert all("\n" not in str(fault) for fault in faults)


def fill(records: str, search: str) -> None:
    keep(records, search)
    intake.rebuild(open_records(records), open_search(search), TODAY)


def test_fifteen_kills_of_who_writes_to_both_servers_change_nothing(calm: object) -> None:
    """What a killed process held (its turn to write the records, to fill the index) is free for the next."""
    chance, context = random.Random(5), multiprocessing.get_context("fork")
    with services.postgresql() as records, services.elasticsearch() as search:
        for kill in range(KILLS + 1):
            process = context.Process(target=fill, args=(records, search))
            process.start()
            process.join(None if kill == KILLS else chance.uniform(0.3, 3))
            process.kill()
            process.join()
        assert process.exitcode == 0
        assert left(records, search) == calm

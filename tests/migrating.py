"""Bring records of the first schema up to date in a process of its own, which may be killed at any moment."""

import multiprocessing
import random
import time

from sqlalchemy import text

from crawlers.matter import Matter
from index.records import open_records
from index.store.database import NEWEST
from index.store.tables import metadata
from tests.library import library

FIRST = {"text", "revision", "current", "alias", "change", "run"}


def aged(url: str, matters: list[Matter]) -> None:
    """Records that hold the matters, as the first Amicus left them."""
    records = open_records(url)
    records.write(matters, "2026-01-01T00:00:00Z")
    with records.engine.begin() as connection:
        for table in metadata.sorted_tables:
            if table.name not in FIRST:
                connection.execute(text(f"DROP TABLE {table.name}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    records.engine.dispose()


def killed(url: str, kills: int, seed: int) -> int:
    """Opened and killed so many times, each time from the first schema again where a run got through; how many did not."""
    chance, matters = random.Random(seed), library(30)
    aged(url, matters)
    begun = time.monotonic()
    _apart(url, None)
    calm, torn = time.monotonic() - begun, 0
    for _ in range(kills):
        aged(url, matters)
        torn += _apart(url, chance.uniform(0, calm)) != 0
        records = open_records(url)
        assert list(records.matters()) == sorted(matters, key=lambda one: one.id)
        assert records.write(library(31)).new == 1
        assert records.remove([library(31)[-1].id]) == 1
        with records.engine.connect() as connection:
            assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEWEST
        records.engine.dispose()
    return torn


def _apart(url: str, pause: float | None) -> int | None:
    process = multiprocessing.get_context("fork").Process(target=open_records, args=(url,))
    process.start()
    process.join(pause)
    process.kill()
    process.join()
    return process.exitcode

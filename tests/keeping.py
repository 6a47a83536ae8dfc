"""Keep the made library, follow with search, rebuild: in a process of its own, which may be killed at any moment."""

import multiprocessing
import random
from pathlib import Path
from typing import NamedTuple

from index import intake
from index.records import open_records
from index.search import open_search
from tests.library import TODAY, library

SIZE = 60


class Left(NamedTuple):
    """What is left at the end: the matters, their changes' keys, the answers of search, and the index's files."""

    matters: list[object]
    changes: list[str]
    answers: list[object]
    files: int


def keep(home: Path) -> None:
    """All of it once. Small batches, so that there are many moments between two of them."""
    intake.BATCH = intake.FOLLOW = 5
    records, search = open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search"))
    matters = library(SIZE)
    for start in range(0, SIZE, 20):
        intake.take(records, matters[start : start + 20], "2026-05-01T00:00:00Z")
        intake.follow(records, search, TODAY)
    intake.rebuild(records, search, TODAY)


def killed(home: Path, kills: int, seed: int) -> Left:
    """Killed so many times at random moments, then run to its end."""
    chance = random.Random(seed)
    context = multiprocessing.get_context("fork")
    for _ in range(kills):
        process = context.Process(target=keep, args=(home,))
        process.start()
        process.join(chance.uniform(0.02, 0.4))
        process.kill()
        process.join()
    process = context.Process(target=keep, args=(home,))
    process.start()
    process.join()
    assert process.exitcode == 0
    return left(home)


def left(home: Path) -> Left:
    records, search = open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search"))
    found = [search.find(query, 100, "", "newest") for query in ("", "remove", "duty:removal_timeframe")]
    files = sum(path.is_file() for path in (home / "search").rglob("*"))
    keys = [change.key for change in records.changes("2026-01-01")]
    return Left(
        list(records.matters()), sorted(keys), [(one.total, one.provisions, one.facets) for one in found], files
    )

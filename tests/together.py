"""Two processes that write and ten threads that read, all at once, for a while; whichever database and engine they use."""

import multiprocessing
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from index import intake
from index.records import open_records
from index.search import open_search
from tests.library import TODAY, library

WRITERS, READERS, SIZE = 2, 10, 40


class Stores(NamedTuple):
    """Addresses of the records and of the search."""

    records: str
    search: str


class Seen(NamedTuple):
    """Answers that were given, whether a later one had less than an earlier one, and how the writers ended."""

    answers: int
    went_back: bool
    ends: list[int | None]


def embedded(home: Path) -> Stores:
    return Stores(f"sqlite:///{home / 'records.db'}", str(home / "search"))


def write(stores: Stores, turn: int, seconds: float) -> None:
    """Batch after batch of its own matters; one of the two rebuilds in between."""
    records, search = open_records(stores.records), open_search(stores.search)
    mine, last, round_ = library(SIZE)[turn::WRITERS], time.monotonic() + seconds, 0
    while time.monotonic() < last or round_ * 5 < len(mine):
        start = round_ * 5 % len(mine)
        records.write([replace(one, title=f"{one.title} {round_}") for one in mine[start : start + 5]])
        intake.follow(records, search, TODAY)
        if turn == 0 and round_ % 4 == 3:
            intake.rebuild(records, search, TODAY)
        round_ += 1


def together(stores: Stores, seconds: float, reads: int) -> Seen:
    """Writers go on for so many seconds and through all their matters; each reader asks at most so many times."""
    context = multiprocessing.get_context("fork")
    _prepare(context, stores)
    writers = [context.Process(target=write, args=(stores, turn, seconds)) for turn in range(WRITERS)]
    for writer in writers:
        writer.start()
    with ThreadPoolExecutor(READERS) as pool:
        counts = list(pool.map(lambda _: _read(stores, writers, reads), range(READERS)))
    for writer in writers:
        writer.join()
    went_back = any(later < earlier for totals in counts for earlier, later in pairwise(totals))
    return Seen(sum(map(len, counts)), went_back, [writer.exitcode for writer in writers])


def stale(stores: Stores) -> list[str]:
    """Ids of the matters that the search, brought up to the records, shows under a title that they had before, or not at all."""
    records, search = open_records(stores.records), open_search(stores.search)
    intake.follow(records, search, TODAY)
    shown = {hit.matter: hit.title for hit in search.find("", 100, "", "newest").hits}
    return [one.id for one in records.matters() if shown.get(one.id) != one.title]


def _prepare(context: multiprocessing.context.ForkContext, stores: Stores) -> None:
    """In a process of its own: a connection left open here would be closed in the writers, and SQLite's log with it."""
    process = context.Process(target=_open, args=(stores,))
    process.start()
    process.join()


def _open(stores: Stores) -> None:
    intake.follow(open_records(stores.records), open_search(stores.search), TODAY)


def _read(stores: Stores, writers: list[multiprocessing.context.ForkProcess], reads: int) -> list[int]:
    search = open_search(stores.search)
    totals: list[int] = []
    while any(writer.is_alive() for writer in writers) and len(totals) < reads:
        totals.append(search.find("", 5).total)
    return totals

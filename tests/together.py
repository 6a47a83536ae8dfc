"""Two processes that write and ten threads that read, all at once, for a while."""

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


class Seen(NamedTuple):
    """Answers that were given, whether a later one had less than an earlier one, and how the writers ended."""

    answers: int
    went_back: bool
    ends: list[int | None]


def write(home: Path, turn: int, seconds: float) -> None:
    """Batch after batch of its own matters; one of the two rebuilds in between."""
    records, search = open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search"))
    mine, last, round_ = library(SIZE)[turn::WRITERS], time.monotonic() + seconds, 0
    while time.monotonic() < last or round_ * 5 < len(mine):
        start = round_ * 5 % len(mine)
        records.write([replace(one, note=f"round {round_}") for one in mine[start : start + 5]])
        intake.follow(records, search, TODAY)
        if turn == 0 and round_ % 4 == 3:
            intake.rebuild(records, search, TODAY)
        round_ += 1


def together(home: Path, seconds: float, reads: int) -> Seen:
    """Writers go on for so many seconds and through all their matters; each reader asks at most so many times."""
    context = multiprocessing.get_context("fork")
    _prepare(context, home)
    writers = [context.Process(target=write, args=(home, turn, seconds)) for turn in range(WRITERS)]
    for writer in writers:
        writer.start()
    with ThreadPoolExecutor(READERS) as pool:
        counts = list(pool.map(lambda _: _read(home, writers, reads), range(READERS)))
    for writer in writers:
        writer.join()
    went_back = any(later < earlier for totals in counts for earlier, later in pairwise(totals))
    return Seen(sum(map(len, counts)), went_back, [writer.exitcode for writer in writers])


def _prepare(context: multiprocessing.context.ForkContext, home: Path) -> None:
    """In a process of its own: a connection left open here would be closed in the writers, and SQLite's log with it."""
    process = context.Process(target=_open, args=(home,))
    process.start()
    process.join()


def _open(home: Path) -> None:
    intake.follow(open_records(f"sqlite:///{home / 'records.db'}"), open_search(str(home / "search")), TODAY)


def _read(home: Path, writers: list[multiprocessing.context.ForkProcess], reads: int) -> list[int]:
    search = open_search(str(home / "search"))
    totals: list[int] = []
    while any(writer.is_alive() for writer in writers) and len(totals) < reads:
        totals.append(search.find("", 5).total)
    return totals

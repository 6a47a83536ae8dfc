"""One crawl, one run, one sending at a time in one data folder; the lock goes with its process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from crawlers.fault import Fault

LATER = 75  # EX_TEMPFAIL of sysexits: nothing is wrong with the request, try again later


class Busy(Fault):
    """Another process is at it."""

    status = LATER


@contextmanager
def alone(folder: Path, name: str = "crawl", what: str = "an update") -> Iterator[int]:
    """Raises Busy, naming the process that is at it already. Gives the descriptor of the lock.

    A child process that inherits the descriptor holds the lock on when its parent is killed.
    """
    with (folder / f"{name}.lock").open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            since = datetime.fromtimestamp(os.fstat(lock.fileno()).st_mtime, UTC)
            holder = lock.read().strip() or "unknown"
            raise Busy(
                f"{what} is already running (process {holder}, since {since:%Y-%m-%d %H:%M} UTC); wait for it"
            ) from error
        sign(lock.fileno(), str(os.getpid()))
        yield lock.fileno()


def sign(descriptor: int, words: str) -> None:
    """Who holds the lock, for those who find it taken."""
    os.ftruncate(descriptor, 0)
    os.write(descriptor, words.encode("ascii"))

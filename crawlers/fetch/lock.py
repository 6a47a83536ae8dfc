"""One crawl at a time in one data folder; the lock goes with its process, however that ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawlers.fault import Fault


class Busy(Fault):
    """Another crawl holds the folder."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Raises Busy, naming the process that crawls already."""
    with (folder / "crawl.lock").open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise Busy(
                f"an update is already running (process {lock.read().strip() or 'unknown'}); wait for it"
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield

"""A home of its own for the tests of a module: a fixed day, no network, and nothing that this process opened before."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from dashboard import doors, private

TODAY = date(2026, 11, 25)


@contextmanager
def at_home(folder: Path, **settings: str) -> Iterator[None]:
    """Records, search and shelves stand in `folder`; `settings` are environment settings beside the usual ones."""
    usual = {"AMICUS_HOME": str(folder), "AMICUS_TODAY": TODAY.isoformat(), "AMICUS_OFFLINE": "1"}
    with pytest.MonkeyPatch.context() as patch:
        for name in ("AMICUS_RECORDS", "AMICUS_SEARCH"):
            patch.delenv(name, raising=False)
        for name, value in {**usual, **settings}.items():
            patch.setenv(name, value)
        _forget()
        yield
        _forget()


def _forget() -> None:
    for door in (doors.records, doors.search, private.shelves):
        door.cache_clear()

"""A home of its own for the tests of a module: a fixed day, no network, and nothing that this process opened before."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from crawlers.matter import Matter
from dashboard import doors, pages, private
from dashboard.pages import bound
from index.intake import ready
from index.records import open_records

TODAY = date(2026, 11, 25)
PAGES = Path(pages.__file__).parent


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


def held(*matters: Matter) -> None:
    """The matters stand in the records since the day before, and the search has followed."""
    open_records().write(matters, "2026-11-24T06:00:00Z")
    ready(TODAY)


def shown(name: str, **asked: str | list[str]) -> AppTest:
    """A page of the dashboard as it draws itself for this address."""
    page = AppTest.from_file(str(PAGES / f"{name}.py"), default_timeout=20)
    for key, value in asked.items():
        page.query_params[key] = value
    page.run()
    assert not page.exception, page.exception
    return page


def _forget() -> None:
    """All that the process keeps of the records of another home."""
    for module in (doors, private, bound):
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()

"""What a server makes ready when it starts: the first page then finds it made, and no fault of the data stops the server."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from dashboard import doors
from dashboard.reads import search_page
from dashboard.reads.search_page import Listed
from dashboard.reads.search_url import State
from dashboard.upkeep import warming
from dashboard.views.page import environment
from dashboard.words.tongue import Tongue
from index.engines.engine import NoEngine
from tests.home import at_home


@pytest.fixture(autouse=True)
def _own(tmp_path: Path) -> Iterator[None]:
    with at_home(tmp_path):
        yield


def test_templates_of_the_first_list_are_there() -> None:
    known = environment("en").list_templates()
    assert [name for name in warming.TEMPLATES if f"{name}.html" not in known] == []


def test_a_list_is_asked_for_before_anybody_does(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def find(state: State, today: date, tongue: Tongue) -> Listed:
        asked.append(state.q)
        return found(state, today, tongue)

    found = search_page.find
    monkeypatch.setattr(search_page, "find", find)
    warming.warm()
    assert asked == [warming.ASKED]


def test_an_engine_that_is_away_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise NoEngine("Elasticsearch does not answer")

    monkeypatch.setattr(doors, "search", away)
    warming.warm()


def test_what_takes_long_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "LONGEST", 0.01)
    go_on = Event()
    monkeypatch.setattr(warming, "warm", lambda: go_on.wait(60))
    warming.begin()
    go_on.set()

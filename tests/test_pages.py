"""The pages, run without a browser: each draws, says how fresh it is, and keeps its state in the address."""

import fcntl
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from crawlers.matter import Relevance
from dashboard import private
from dashboard.kept import Kept
from dashboard.pages import PAGES
from dashboard.public.positions import declared
from index.private import Private
from tests import home as homes
from tests.home import at_home, held, shown
from tests.made import law

ASIDE = law(id="ie/act/2026/8", jurisdiction="ie", title="Income Tax Act", relevance=Relevance(score=0.1))


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        real = law(id="uk/bill/7", jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        held(law(), real, ASIDE)
        yield


def words(page: AppTest) -> str:
    """All HTML that the page drew, also inside columns and the component of links."""
    drawn = [element.proto.body for element in page.get("html")]
    linked = [str(element.proto).replace("\\", "") for element in page.get("bidi_component")]
    return " ".join([*drawn, *linked])


@pytest.mark.parametrize("name", [page.file for page in PAGES])
def test_every_page_draws_on_few_records(name: str) -> None:
    assert "<h1" in words(shown(name))


def test_the_invented_place_is_apart_and_hidden_by_the_address() -> None:
    assert "Sampleland, an invented country" in words(shown("thisweek"))
    assert "Sampleland, an invented country" not in words(shown("thisweek", sample="0"))


@pytest.mark.parametrize("after", ["9" * 19, "²", "9" * 5000, "-1"])
def test_a_page_number_that_is_none_never_breaks_a_page(after: str) -> None:
    searched = words(shown("search", q="online", after=after))
    assert "is not a page of this list" in searched or "Online Hosts Bill" in searched
    assert "First page" not in words(shown("thisweek", show="new", after=after))
    shown("opportunities", after=after)
    shown("review", start=after)


def test_a_search_shows_its_words_marked() -> None:
    page = words(shown("search", q="encyclopaedia"))
    assert "Online Hosts Bill" in page
    assert '<mark class="hit">encyclopaedia</mark>' in page


def test_a_search_that_cannot_run_says_why_and_keeps_the_words() -> None:
    page = shown("search", q="(age")
    assert "This search cannot run." in words(page)
    assert page.text_input[0].value == "(age"


def test_a_matter_is_reached_by_its_id_and_a_wrong_one_is_said() -> None:
    assert "Online Hosts Bill" in words(shown("matter", id="uk/bill/7"))
    assert "We hold no matter" in words(shown("matter", id="../../etc"))


def test_a_day_with_slashes_is_refused_with_both_readings() -> None:
    assert "Wed 4 Mar 2026 or Fri 3 Apr 2026" in words(shown("deadline", docketed="03/04/2026"))


def test_the_digest_that_a_reader_chose_has_an_address() -> None:
    page = words(shown("digest", place="uk", profile="editors", language="de"))
    assert "AMICUS, WÖCHENTLICH, FÜR AUTOREN" in page
    assert "Ihre Orte: UK" in page
    assert "Your places: all" in words(shown("digest", place="nowhere"))


def test_a_law_hardly_about_hosts_is_named_apart_until_somebody_decides_on_it() -> None:
    page = words(shown("assessments"))
    assert "1 more law has words that may bind hosts." in page
    assert f'href="/matter?id={ASIDE.id}"' in page
    assert f'href="/assessments?id={ASIDE.id}"' not in page
    private.keep(
        Kept(kind="decision", subject=ASIDE.id, role="staff", at="2026-11-24T06:00:00Z", body={"position": "undecided"})
    )
    page = words(shown("assessments"))
    assert "more law" not in page
    assert f'href="/assessments?id={ASIDE.id}"' in page


def test_a_folder_has_an_address() -> None:
    for name in ("Age", "Courts"):
        body = {"goal": f"{name} goal", "lead": "", "seen": "staff"}
        private.keep(Kept(kind="folder", subject=name, role="staff", at="2026-11-24T06:00:00Z", body=body))
    page = shown("collections", folder="Courts")
    assert "Courts goal" in words(page)
    assert "Age goal" not in words(page)
    assert shown("collections").query_params["folder"] == "Age"


def test_a_position_is_published_with_who_says_it_and_taken_back_and_both_stay_in_its_history() -> None:
    body = {"goal": "", "lead": "", "seen": "staff"}
    private.keep(Kept(kind="folder", subject="Hosts", role="staff", at="2026-11-24T06:00:00Z", body=body))
    says = {"position": "Oppose", "says": "Too broad.", "version": "", "lead": "", "note": ""}
    private.keep(Kept(kind="item", subject="Hosts#uk/bill/7", role="x", at="2026-11-24T06:00:00Z", body=says))
    _pressed(shown("collections", folder="Hosts", publish="uk/bill/7"), "Who says it (public)", "Publish")
    assert [(one.matter, one.position, one.says, one.by) for one in declared()] == [
        ("uk/bill/7", "Oppose", "Too broad.", "Public policy")
    ]
    private.keep(
        Kept(kind="item", subject="Hosts#uk/bill/7", role="x", at="2026-11-24T07:00:00Z", body=says | {"says": "?"})
    )
    assert declared()[0].says == "Too broad."
    assert "What is kept now differs from what is public." in words(shown("collections", folder="Hosts"))
    _pressed(shown("collections", folder="Hosts", withdraw="uk/bill/7"), "Your role", "Take it back")
    assert declared() == ()
    page = words(shown("collections", folder="Hosts"))
    assert all(
        step in page
        for step in ("Published: Public policy", "Taken back: Public policy", "sees of this folder: nothing")
    )


def test_what_is_not_decided_cannot_be_published() -> None:
    body = {"goal": "", "lead": "", "seen": "staff"}
    private.keep(Kept(kind="folder", subject="Open", role="staff", at="2026-11-24T06:00:00Z", body=body))
    says = {"position": "Not decided", "says": "", "version": "", "lead": "", "note": ""}
    private.keep(Kept(kind="item", subject="Open#uk/bill/7", role="x", at="2026-11-24T06:00:00Z", body=says))
    page = shown("collections", folder="Open", publish="uk/bill/7")
    assert "Publish" not in {button.label for button in page.button}


def _pressed(page: AppTest, field: str, button: str) -> None:
    next(one for one in page.text_input if one.label == field).set_value("Public policy")
    next(one for one in page.button if one.label == button).click()
    page.run()
    assert not page.exception, page.exception


def test_what_a_search_would_have_told_is_shown_before_it_is_kept() -> None:
    page = shown("search", q="online")
    next(one for one in page.button if one.label == "Show what it would have told").click().run()
    drawn = words(page)
    assert "In the last 90 days it would have told 1 change." in drawn
    assert "Online Hosts Bill" in drawn.rpartition("would have told")[2]
    assert private.shelves().shelf("search") == []


def framed(page: str = "", **asked: str) -> AppTest:
    """A page within the frame that every reader sees it in."""
    found = AppTest.from_file(str(homes.PAGES / "shell.py"), default_timeout=20)
    for key, value in asked.items():
        found.query_params[key] = value
    found.run()
    if page:
        found.switch_page(f"{page}.py").run()
    assert not found.exception, found.exception
    return found


def test_a_damaged_record_is_named_on_its_page_and_lists_go_on_without_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with at_home(tmp_path):
        held(law(), law(id="uk/bill/8", jurisdiction="uk", title="Second Bill"))
        with sqlite3.connect(tmp_path / "records.db") as records:
            records.execute("UPDATE revision SET body = ? WHERE matter = 'uk/bill/8'", (zlib.compress(b'{"id": 5'),))
            records.execute("UPDATE current SET card = x'00' WHERE matter = 'uk/bill/8'")
        assert "The record of uk/bill/8 cannot be read" in words(framed("matter", id="uk/bill/8"))
        assert "Second Bill" in words(framed("search", q="bill"))
        assert "<h1" in words(framed())
    assert "uk/bill/8" in caplog.text


def test_what_cannot_be_kept_is_said_where_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite says the same of a page limit as of a disk without room."""
    with at_home(tmp_path):
        held(law())
        page = framed("collections")
        connected = Private._connection

        def full(shelves: Private) -> sqlite3.Connection:
            connection = connected(shelves)
            connection.execute("PRAGMA max_page_count = 1")
            return connection

        monkeypatch.setattr(Private, "_connection", full)
        next(one for one in page.text_input if one.label == "Name").set_value("Age")
        next(one for one in page.text_area if one.label == "Goal").set_value("g" * 20_000)
        next(one for one in page.button if one.label == "Make it").click()
        page.run()
        assert not page.exception
        assert "disk is full); nothing of this was kept" in words(page)
        assert not private.kept("folder")


def test_a_fault_of_the_program_is_one_sentence_without_a_trace() -> None:
    def drawn() -> None:
        from dashboard.pages.faults import stopped

        assert stopped(KeyError("a key of ours"))

    page = AppTest.from_function(drawn).run()
    assert not page.exception
    assert "The fault is ours" in words(page)
    assert "a key of ours" not in words(page)


def test_a_page_whose_search_index_is_being_filled_says_so_instead_of_failing(tmp_path: Path) -> None:
    with at_home(tmp_path):
        (tmp_path / "search").mkdir()
        with (tmp_path / "search" / "rebuild.lock").open("ab") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            page = AppTest.from_file(str(homes.PAGES / "shell.py"), default_timeout=20).run()
    assert not page.exception
    assert "The search index cannot be asked now." in words(page)

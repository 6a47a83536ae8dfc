"""A permanent page of a past day shows nothing that is later: checks, windows, origins, relations, reviews."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from crawlers.crawl.verdict import Run, Verdict
from crawlers.matter import Citation, Event, Link, Matter, Provision, Text
from crawlers.vocabulary import EventKind, Kind, LinkKind, ReviewState, Status
from dashboard import doors
from dashboard.cli import app
from dashboard.reads.about_matter import surroundings, surroundings_then
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from index.clock import State
from index.intake import take
from index.records import open_records
from nlp import review
from nlp.review import Verdict as Said
from nlp.review import text_hash
from tests.home import TODAY, at_home
from tests.made import FIRST, law

CASE, LATER, ACT = "us/scotus/26-101", "us/scotus/26-102", "uk/ukpga/2026/7"
EARLIER, GONE = "us/scotus/26-99", "us/scotus/26-98"
THEN, NOW = "2026-11-02", "2026-11-20T06:00:00Z"
EN = tongue("en")


def case(**changes: object) -> Matter:
    facts: dict[str, object] = {
        "id": CASE,
        "source": "us-scotus",
        "jurisdiction": "us",
        "kind": Kind.CASE,
        "title": "Made v. Host",
        "language": "en",
        "status": Status.PENDING,
        "events": (Event(date="2026-10-20", kind=EventKind.DOCKETED),),
        "snapshot": "a" * 64,
        "parser": "us_scotus/1",
    }
    return Matter(**{**facts, **changes})  # type: ignore[arg-type]


def pointer(id: str) -> Matter:
    """Follows the case, and its words name it."""
    named = Citation(text="t.en", provision="sec_1", start=0, end=6, quote="26-101", target=CASE)
    return case(
        id=id, title=f"Matter of {id}", links=(Link(kind=LinkKind.FOLLOWS, target=CASE),), citations=(named,),
        texts=(Text(id="t.en", language="en", provisions=(Provision(id="sec_1", text="26-101 is followed."),)),),
    )  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        records = open_records()
        act = law(id=ACT, jurisdiction="uk", source="uk-legislation")
        take(records, [case()], "2026-11-01T06:00:00Z")
        pointing = [pointer(EARLIER), pointer(GONE)]
        records.write(pointing, "2026-11-01T06:00:00Z")
        records.write([act], "2026-11-01T07:00:00Z")
        records.save_run(Run(source="us-scotus", started="2026-11-01T05:00:00Z", ended="2026-11-01T06:00:00Z", verdict=Verdict.OK))  # fmt: skip
        due = Event(date="2026-11-27", kind=EventKind.RESPONSE_DUE)
        take(records, [case(title="Made v. Host, Inc.", events=(*case().events, due), snapshot="b" * 64)], NOW)
        take(records, [case(id=LATER, title="Other v. Host", links=(Link(kind=LinkKind.FOLLOWS, target=CASE),))], NOW)
        records.write([replace(pointing[0], links=(), citations=())], NOW)
        records.remove([GONE], NOW)
        records.save_run(Run(source="us-scotus", started=NOW, ended="2026-11-20T07:00:00Z", verdict=Verdict.OK))
        review.record(
            Said(
                provision=text_hash(FIRST), start=act.norms[0].start, end=act.norms[0].end, was=act.norms[0].modality,
                state=ReviewState.REJECTED, by="lawyer", at="2026-11-21T06:00:00Z", version="1",
            )
        )  # fmt: skip
        yield


def known(id: str, as_of: str = "") -> Matter:
    found = doors.matter(id, as_of)
    assert found is not None
    return found


def test_freshness_is_that_of_the_last_look_before_the_day_was_over() -> None:
    then, now = surroundings_then(known(CASE, THEN), THEN, EN), surroundings(known(CASE), TODAY, EN, permanent=True)
    assert ("1 Nov 2026" in then.fresh.words, "20 Nov 2026" in then.fresh.words) == (True, False)
    assert "20 Nov 2026" in now.fresh.words
    early = surroundings_then(known(CASE, "2026-11-01"), "2026-11-01", EN)
    assert "1 Nov 2026" in early.fresh.words
    assert "today" not in early.fresh.words


def test_windows_are_counted_from_what_was_known_then() -> None:
    then, now = surroundings_then(known(CASE, THEN), THEN, EN), surroundings(known(CASE), TODAY, EN, permanent=True)
    steps = [{window.step for window in each.windows if window.state is State.OPEN} for each in (then, now)]
    assert steps == [{"2026-11-09"}, {"2026-11-27"}]


def test_origins_are_those_of_the_revision() -> None:
    then, now = surroundings_then(known(CASE, THEN), THEN, EN), surroundings(known(CASE), TODAY, EN, permanent=True)
    titles = [{one.value: one.snapshot[:1] for one in each.origins if one.field == "title"} for each in (then, now)]
    assert titles == [{"Made v. Host": "a"}, {"Made v. Host, Inc.": "b"}]


def test_who_points_here_only_later_is_not_shown() -> None:
    then, now = surroundings_then(known(CASE, THEN), THEN, EN), surroundings(known(CASE), TODAY, EN, permanent=True)
    assert [id for id, _ in now.back] == [LATER]
    assert LATER not in {*then.held, *(id for id, _ in then.back)}


def test_who_pointed_here_then_and_no_more_is_shown_as_it_was() -> None:
    """Also who has left since."""
    then, now = surroundings_then(known(CASE, THEN), THEN, EN), surroundings(known(CASE), TODAY, EN, permanent=True)
    assert [id for id, _ in then.back] == [GONE, EARLIER]
    assert {*then.held} == {GONE, EARLIER}
    assert ([one.id for one in then.cites[1]], now.cites) == ([GONE, EARLIER], ((), ()))
    page = surroundings_then(known(EARLIER, THEN), THEN, EN)
    assert ({*page.held}, page.back) == ({CASE}, ())


@pytest.mark.parametrize("form", ["ics", "atom", "csv"])
def test_no_feed_or_calendar_is_of_a_past_day(form: str) -> None:
    with TestClient(Starlette(routes=routes()), follow_redirects=False) as client:
        told = client.get(f"/matter/{CASE}?as_of={THEN}&format={form}")
        page = client.get(f"/matter/{CASE}?as_of={THEN}").text
        today = client.get(f"/matter/{CASE}?as_of={TODAY}&format=ics")
    assert (told.status_code, "format=json" in told.text) == (400, True)
    assert f"format={form}" not in page
    assert today.status_code == 302


def test_the_json_of_a_past_day_is_led_to_and_as_it_was() -> None:
    with TestClient(Starlette(routes=routes())) as client:
        page = client.get(f"/matter/{CASE}?as_of={THEN}").text
        (there,) = set(re.findall(r'href="([^"]*format=json[^"]*)"', page))
        assert client.get(unescape(there)).json()["title"] == "Made v. Host"


def test_a_later_review_takes_nothing_from_an_earlier_day() -> None:
    then, now = known(ACT, THEN), known(ACT)
    assert len(then.norms) == len(now.norms) + 1


def test_the_page_and_the_command_of_a_day_tell_nothing_that_is_later() -> None:
    with TestClient(Starlette(routes=routes())) as client:
        page = client.get(f"/matter/{CASE}?as_of={THEN}").text
    told = CliRunner().invoke(app, ["show", CASE, "--as-of", THEN]).stdout
    for words in (page, told):
        assert "Made v. Host" in words
        assert "Inc." not in words
        assert not {"27 Nov 2026", "2026-11-27", "20 Nov 2026", "2026-11-20"} & {
            day for day in ("27 Nov 2026", "2026-11-27", "20 Nov 2026", "2026-11-20") if day in words
        }


@pytest.mark.parametrize("day", ["zz", "2026-13-01", "last week"])
def test_a_day_that_is_none_is_one_sentence(day: str) -> None:
    told = CliRunner().invoke(app, ["show", CASE, "--as-of", day])
    assert f"--as-of {day!r}: write a day like" in str(told.exception)


@pytest.mark.parametrize("day", [THEN, "20261102", "2026-11-02T12:00:00+02:00"])
def test_a_day_may_be_written_in_each_iso_form(day: str) -> None:
    assert "Inc." not in CliRunner().invoke(app, ["show", CASE, "--as-of", day]).stdout

"""A permanent page of a past day shows nothing that is later: checks, windows, origins, relations, reviews."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from crawlers.crawl.verdict import Run, Verdict
from crawlers.matter import Event, Link, Matter
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


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        records = open_records()
        act = law(id=ACT, jurisdiction="uk", source="uk-legislation")
        take(records, [case()], "2026-11-01T06:00:00Z")
        records.write([act], "2026-11-01T07:00:00Z")
        records.save_run(Run(source="us-scotus", started="2026-11-01T05:00:00Z", ended="2026-11-01T06:00:00Z", verdict=Verdict.OK))  # fmt: skip
        due = Event(date="2026-11-27", kind=EventKind.RESPONSE_DUE)
        take(records, [case(title="Made v. Host, Inc.", events=(*case().events, due), snapshot="b" * 64)], NOW)
        take(records, [case(id=LATER, title="Other v. Host", links=(Link(kind=LinkKind.FOLLOWS, target=CASE),))], NOW)
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
    assert (then.back, then.held) == ((), {})


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

"""The page of a matter tells all that we hold of it: what it is about, what happened, and to what it is related."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Event, Link, Provision, Text
from crawlers.vocabulary import EventKind, LinkKind, Status
from dashboard.views import labels
from dashboard.views.matters import law, life
from dashboard.views.matters.binding import binds
from index.binding.profile import profiles
from index.binding.verdict import verdict
from tests.home import at_home, held, shown
from tests.made import law as act
from tests.test_binding import DUTY, duty
from tests.test_binding import law as bill
from tests.test_views import EN, TODAY, overview

US = profiles()["foundation"]
READING = Event(date="2026-03-03", kind=EventKind.DEBATED, label="Second reading", time="10:35")
VOTE = Event(date="2026-03-03", kind=EventKind.VOTE, label="Carried: 220 to 210", time="23:05")


def test_every_step_is_shown_newest_first_with_the_words_of_its_source() -> None:
    page = overview(replace(act(), events=(READING, VOTE)))
    assert "Second reading" in page
    assert page.index("Carried: 220 to 210") < page.index("Second reading")


def test_a_step_that_a_source_tells_twice_stands_once() -> None:
    longer = replace(VOTE, label="House of Harbours: Carried: 220 to 210 (roll 62)")
    (told,) = life.happened(replace(act(), events=(VOTE, longer)), TODAY, EN)
    assert told.words == longer.label


def test_a_day_too_far_ahead_is_called_doubtful() -> None:
    far, near = (Event(date=day, kind=EventKind.COMMENT_CLOSES) for day in ("2216-12-21", "2026-12-21"))
    assert "more than 20 years ahead: doubtful" in overview(replace(act(), events=(far,)))
    assert "doubtful" not in overview(replace(act(), events=(near,)))


def test_a_kind_of_step_that_comes_often_is_one_stop_of_the_rail() -> None:
    days = ("2026-01-01", "2026-02-01", "2026-03-01")
    filed = tuple(Event(date=day, kind=EventKind.FILED) for day in days)
    decided = Event(date="2026-04-01", kind=EventKind.DECIDED)
    stops = life.rail(replace(act(), events=(*filed, decided)), TODAY, EN)
    assert [stop.day for stop in stops] == ["1 Jan 2026", "1 Apr 2026"]


def test_the_summary_is_shown_with_its_source() -> None:
    page = overview(replace(act(), summary="Harbours keep a list of their boats."))
    assert "Harbours keep a list of their boats." in page


def test_a_summary_stands_in_the_direction_of_its_own_letters() -> None:
    page = overview(replace(act(), summary="نوارِد قائمة السفن"))
    assert 'lang="en" dir="auto">نوارِد' in page


def test_many_relations_of_one_kind_are_named_once_and_folded() -> None:
    links = tuple(Link(kind=LinkKind.RELATED, target=f"zz/bill/1/{number}") for number in range(60))
    page = overview(replace(act(), links=links))
    assert page.count("related to") == 1
    assert "55 more" in page


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.IN_FORCE, "It applies."),
        (Status.COMMITTEE, "It would apply if it became law."),
        (Status.LAPSED, "It would apply, but it stands no longer."),
    ],
)
def test_what_is_no_law_is_never_said_to_apply(status: Status, words: str) -> None:
    found = replace(bill("eu", {"art_1": DUTY}, duty("art_1", DUTY, "hosting service")), status=status)
    assert binds(verdict(found, US), found, US.name, EN).words == words


def test_bare_paragraphs_are_read_together_and_articles_apart() -> None:
    ids = (*(f"p_{number}" for number in range(1, 6)), "art_1", "art_2")
    text = Text(id="t", language="ar", provisions=tuple(Provision(id=id, text="x") for id in ids))
    assert list(law.articles(text)) == ["p_1", "art_1", "art_2"]
    assert law.where("p_4", {}) == "¶ 4"


def test_the_number_of_another_act_in_brackets_is_no_short_name() -> None:
    long = "Sozialgesetzbuch (SGB) Siebzehntes Buch (XVII) - Hafengeld, Grundsicherung für alle, die in Häfen leben - "
    assert labels.called(f"{long}(Artikel 3 des Gesetzes vom 4. Mai 2003, BGBl. I S. 95)").startswith(
        "Sozialgesetzbuch"
    )
    assert labels.called(f"{long}(Hafengeld, neuer Teil)") == "Hafengeld, neuer Teil"


def test_a_matter_without_a_title_is_called_by_its_number(tmp_path: Path) -> None:
    with at_home(tmp_path):
        held(replace(act(), id="uk/ukpga/2022/44", jurisdiction="uk", title="", identifiers=()))
        page = shown("matter", id="uk/ukpga/2022/44")
    assert ">uk/ukpga/2022/44</h1>" in " ".join(element.proto.body for element in page.get("html"))

"""What is to be done about matters: overdue first, without a day last, and gone from the list once it is done."""

from datetime import date

from crawlers.matter import Matter
from dashboard.kept import Kept
from dashboard.views.acting.actions import Action, actions, subject
from dashboard.words.tongue import tongue
from tests.made import law

TODAY = date(2026, 11, 25)
LAW = law()


def kept(at: str, due: str, *, matter: str = LAW.id, done: str = "") -> Kept:
    body = {"what": f"by {due}", "owner": "counsel", "due": due, "done": done}
    return Kept(kind="action", subject=subject(matter, at), role="counsel", at=at, body=body)


def held(id: str) -> Matter | None:
    return LAW if id == LAW.id else None


def listed(*words: Kept) -> list[Action]:
    return actions(words, held, TODAY, tongue("en"))


def test_what_is_overdue_comes_first_and_what_has_no_day_last() -> None:
    found = listed(kept("1", ""), kept("2", "2026-12-04"), kept("3", "2026-11-20"))
    assert [one.day for one in found] == ["2026-11-20", "2026-12-04", ""]
    assert [one.due and one.due.left for one in found] == [-5, 9, None]


def test_what_is_done_and_what_is_about_a_matter_no_longer_held_is_left_out() -> None:
    assert listed(kept("1", "2026-12-04", done="2026-11-24T10:00:00Z"), kept("2", "", matter="zz/act/gone")) == []


def test_an_action_leads_to_the_assessment_of_its_matter() -> None:
    (one,) = listed(kept("1", "2026-12-04"))
    assert (one.href, one.owner) == (f"/assessments?id={LAW.id}", "counsel")

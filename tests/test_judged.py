"""What persons judge of an opportunity."""

from pathlib import Path

import pytest

from crawlers.fault import Fault
from index.advice.judgements import Judged, answer, answers, judge, judgements
from index.private import Private, open_private

MATTER = "us/scotus/26-000"


@pytest.fixture
def private(tmp_path: Path) -> Private:
    return open_private(tmp_path / "p.db")


def test_a_test_case_is_scored_by_a_person(private: Private) -> None:
    judge(private, MATTER, Judged(scores={"facts": 3, "risk to the editor": 1}, by="policy lead"))
    assert judgements(private)[MATTER].total == 4


@pytest.mark.parametrize("scores", [{"luck": 1}, {"facts": 4}, {"facts": -1}])
def test_a_score_that_is_none_is_refused_in_one_sentence(private: Private, scores: dict[str, int]) -> None:
    with pytest.raises(Fault, match="Not saved"):
        judge(private, MATTER, Judged(scores=scores))
    assert judgements(private) == {}


def test_an_answer_stands_under_its_heading_until_it_is_taken_away(private: Private) -> None:
    answer(private, MATTER, "access", "It would close a door.", "policy lead")
    assert answers(private, MATTER) == {"access": ("It would close a door.", "policy lead")}
    assert answers(private, "us/scotus/26-001") == {}
    answer(private, MATTER, "access", " ", "policy lead")
    assert answers(private, MATTER) == {}


def test_there_are_five_headings_and_no_other(private: Private) -> None:
    with pytest.raises(Fault, match="heading"):
        answer(private, MATTER, "profit", "x", "y")

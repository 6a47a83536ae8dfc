"""Bills of the states by their newest action alone, and bills of Congress met in a source of the states."""

import logging

import pytest

from crawlers.places.us import state_words, usstates
from crawlers.vocabulary import Status


@pytest.mark.parametrize(
    ("words", "passed", "status"),
    [
        ("Chapter No. 2031-12", True, Status.ENACTED),
        ("Acts of Assembly Chapter text (CHAP0123)", False, Status.ENACTED),
        ("Became Public Law No: 131-5.", True, Status.ENACTED),
        ("Governor Signed", True, Status.ENACTED),
        ("Law without Governor's signature", True, Status.ENACTED),
        ("Signed by Governor with line item veto", True, Status.ENACTED),
        ("House sustained Governor's veto", True, Status.VETOED),
        ("Veto overridden by the House", True, Status.PASSED_ONE_CHAMBER),
        ("Sent to the Governor", True, Status.PASSED),
        ("Third reading passed", False, Status.PASSED_ONE_CHAMBER),
        ("Referred to the Committee on Lamps", True, Status.PASSED_ONE_CHAMBER),
        ("Referred to the Committee on Lamps", False, Status.COMMITTEE),
        ("Withdrawn from Committee on Rules", False, Status.COMMITTEE),
        ("Withdrawn from further consideration", False, Status.WITHDRAWN),
        ("Laid on the table subject to call", False, Status.UNKNOWN),
        ("Laid on the Table, refer to HB 5", False, Status.MERGED),
        ("Laid on Table; Companion bill(s) passed, see CS/SB 12 (Chapter 2031-7)", True, Status.MERGED),
        ("Died in Messages, companion bill(s) passed, see HB 33", False, Status.MERGED),
        ("Substituted by SF 12 on the floor", True, Status.MERGED),
        ("Incorporated by Commerce and Lamps (HB12-Wick)", False, Status.MERGED),
        ("Died in Messages", True, Status.LAPSED),
        ("Companion bill introduced", False, Status.INTRODUCED),
        ("Committee substitute substituted by the committee", False, Status.UNKNOWN),
        ("Postponed Indefinitely", False, Status.REJECTED),
        ("Inexpedient to Legislate", False, Status.REJECTED),
        ("Amendment failed", False, Status.UNKNOWN),
        ("Motion to reconsider lost", False, Status.UNKNOWN),
        ("Read first time", False, Status.INTRODUCED),
    ],
)
def test_the_newest_action_says_where_a_bill_stands(words: str, passed: bool, status: Status) -> None:
    assert state_words.standing(words, passed) is status


def test_words_that_nobody_knows_are_unknown_and_loud(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        assert state_words.standing("Lamps lit", False) is Status.UNKNOWN
    assert "Lamps lit" in caplog.text


@pytest.mark.parametrize(
    ("number", "id"),
    [("HB8250", "us/bill/131/hr/8250"), ("SB12", "us/bill/131/s/12"), ("HR7", "us/bill/131/hres/7"), ("SJR3", "us/bill/131/sjres/3")],
)  # fmt: skip
def test_a_bill_of_congress_has_one_id_whoever_tells_of_it(number: str, id: str) -> None:
    assert usstates.bill_id("US", "131", usstates.federal(number)) == id


def test_open_states_writes_the_numbers_of_congress_as_congress_does() -> None:
    assert usstates.bill_id("United States", "131", "HR 8250") == "us/bill/131/hr/8250"
    assert usstates.bill_id("US", "131", "HCONRES 4") == "us/bill/131/hconres/4"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Laid on Table; Companion bill(s) passed, see CS/SB 12 (Ch. 2031-7)", ["SB12"]),
        ("Died in Messages, companion bill(s) passed, see CS/CS/HB 33, SB 2-A", ["HB33", "SB2-A"]),
        ("Substituted for CS/HB 731", ["HB731"]),
        ("Laid on the Table, refer to HB 5", ["HB5"]),
        ("Cross-filed with SB 90", ["SB90"]),
        ("Referred to Lamps; 8 pages, HB 4 heard as well", []),
        ("Companion bill(s) passed", []),
    ],
)
def test_words_name_the_bills_that_go_together(words: str, numbers: list[str]) -> None:
    assert list(state_words.together(words)) == numbers

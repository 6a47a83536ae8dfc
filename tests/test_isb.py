"""Acts of the Irish Statute Book: tables are rows, schedules and parts keep what stands outside sections, a quoted law is no law of its own."""

import pytest
from lxml import etree

from crawlers.texts import isb, outline, quoting


def read(inner: str) -> dict[str, str]:
    return {
        one.id: one.text for one in outline.provisions(isb.act(etree.fromstring(f"<act><body>{inner}</body></act>")))
    }


def test_a_schedule_keeps_its_table_and_words_in_their_order() -> None:
    row = "<table><tr><td><p>oil</p></td><td><p>2</p></td></tr></table>"
    found = read(f"<schedule><title><p>SCHEDULE</p></title><p>List:</p>{row}<p>End.</p></schedule>")
    assert list(found.values()) == ["", "List:", "oil | 2", "End."]


def test_what_is_inserted_into_another_act_has_no_numbers_here() -> None:
    found = read(
        "<sect><number>4.</number><title><p>Lamps</p></title><p>4. Insert:</p><p>“5A. (1) Light.</p><p>(2) Dark.”.</p></sect>"
    )
    assert found == {"sec_4": "Insert:\n“5A. (1) Light.\n(2) Dark.”."}


def test_the_first_subsection_begins_on_the_line_of_the_number() -> None:
    found = read("<sect><number>1</number><title><p>Lamps</p></title><p>1. (1) Light.</p><p>(2) Dark.</p></sect>")
    assert found == {"sec_1": "", "sec_1/par_1": "Light.", "sec_1/par_2": "Dark."}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["a «b", "c» d", "e"], ["a «b\nc» d", "e"]),
        (["«a», «b»", "c"], ["«a», «b»", "c"]),
        (["«a", "b"], ["«a", "b"]),  # none closes it
        (["«a", "«b", "c»", "d"], ["«a\n«b\nc»", "d"]),  # each paragraph of a quotation begins with a mark
    ],
)
def test_lines_of_a_quotation_are_one(lines: list[str], kept: list[str]) -> None:
    assert quoting.together(lines, "«", "»") == kept

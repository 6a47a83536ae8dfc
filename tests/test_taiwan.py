"""Laws of Taiwan: their history, and articles whose lists stand in lists."""

import pytest
from lxml import etree

from crawlers.places import taiwan
from crawlers.texts import moj_law, outline
from crawlers.vocabulary import EventKind, Status


def article(words: str) -> list[tuple[str, str]]:
    law = etree.fromstring(
        f"<法規><法規內容><條文><條號>第 1 條</條號><條文內容>{words}</條文內容></條文></法規內容></法規>"
    )
    return [(one.id, one.text) for one in outline.provisions(moj_law.units(law))]


ARTICLES = [
    ("Lamps:\n1.oil:\n(1) old;\n(2) new.\n2. gas.\nNo other burns:\n1. at night.",
     ["art_1", "art_1/pnt_1", "art_1/pnt_1/pnt_1", "art_1/pnt_1/pnt_2", "art_1/pnt_2", "art_1/p_1", "art_1/p_1/pnt_1"],
     "each paragraph has its own list"),
    ("Lamps:\nI. oil:\nA. old;\nB. new.\nII. gas.\nV. other:\nA. wax.",
     ["art_1", "art_1/pnt_I", "art_1/pnt_I/pnt_A", "art_1/pnt_I/pnt_B", "art_1/pnt_II", "art_1/pnt_V", "art_1/pnt_V/pnt_A"],
     "a letter is a numeral where numerals count"),
    ("Of 1.5 lamps\nnone burns.", ["art_1"], "a decimal is no item"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "ids", "why"), ARTICLES, ids=[why for *_, why in ARTICLES])
def test_items_stand_below_what_they_belong_to(words: str, ids: list[str], why: str) -> None:
    assert [id for id, _ in article(words)] == ids, why


HISTORY = (
    "1.Promulgated on Sept.26, 2005\n2. Articles 2 and 3 amended on October 31,2011\n3.Abolished on March 25, 2013"
)


def test_an_entry_of_the_history_is_an_event_by_what_it_says() -> None:
    assert [(day, kind) for day, kind, *_ in taiwan.history(HISTORY)] == [
        ("2005-09-26", EventKind.PUBLISHED),
        ("2011-10-31", EventKind.AMENDED),
        ("2013-03-25", EventKind.REPEALED),
    ]


@pytest.mark.parametrize(
    ("history", "starts", "status"),
    [
        ("1.Promulgated on May 2, 2030", "99991231", Status.ENACTED),
        ("1.Promulgated on May 2, 2030", "20300801", Status.ENACTED),
        ("1.Promulgated on May 2, 2030", "", Status.IN_FORCE),
        ("1.Promulgated on May 2, 2030\n2.Amended on May 2, 2031", "99991231", Status.PARTLY_IN_FORCE),
        ("1.Promulgated on May 2, 2030\n2.Amended on May 2, 2031", "20310801", Status.IN_FORCE),
    ],
)
def test_a_law_that_waits_for_its_day_is_not_in_force(history: str, starts: str, status: Status) -> None:
    assert taiwan.status(False, starts, taiwan.history(history)) is status


def test_roman_signs_count_the_items_of_an_english_translation() -> None:
    body = "<法規><法規內容><編章節>Chapter One - Light</編章節><條文><條號>Article 1</條號><條文內容>Lamps are:\nⅠ those of oil;\nⅡ “others”:\nA. gas.</條文內容></條文></法規內容></法規>"
    found = outline.provisions(moj_law.units(etree.fromstring(body)))
    assert [(one.id, one.heading or one.text) for one in found] == [
        ("chp_1", "Light"),
        ("art_1", "Lamps are:"),
        ("art_1/pnt_I", "those of oil;"),
        ("art_1/pnt_II", "“others”:"),
        ("art_1/pnt_II/pnt_A", "gas."),
    ]

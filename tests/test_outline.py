"""Ids of provisions: what counts in a printed number, and what stays the same when a text changes."""

import pytest

from crawlers.texts.outline import Unit, provisions, slug

NUMBERS = [
    ("Art. 16 bis", "16bis", "a Latin suffix belongs to the number"),
    ("i-bis)", "ibis", "also to a letter"),
    ("Titolo I-bis", "Ibis", "and to a numeral"),
    ("Titre Ier", "I", "a numeral has no ordinal ending either"),
    ("IIe partie", "II", "wherever it stands"),
    ("§ 5a", "5a", "so does a letter"),
    ("9 a §", "9a", "also when it stands apart"),
    ("Art. 1er.", "1", "an ordinal ending does not"),
    ("Artículo 5º", "5", "nor an ordinal sign"),
    ("CAPITULO IV", "IV", "the word before is no numeral, though it is written in capitals"),
    ("第十二条の三", "12-3", "numerals of Chinese and Japanese are counted"),
    ("第 3-1 條", "3-1", "a number with a branch stays whole"),
    ("(a)", "a", "brackets do not count"),
    ("1.2.3", "1.2.3", "dots within do"),
    ("", "", "nothing has no number"),
]


@pytest.mark.parametrize(("printed", "counts", "why"), NUMBERS, ids=[why for *_, why in NUMBERS])
def test_what_counts_in_a_printed_number(printed: str, counts: str, why: str) -> None:
    assert slug(printed) == counts, why


def test_an_article_begins_its_id_anew_while_its_number_is_unique() -> None:
    article = Unit("art", "Art. 7", root=True, children=[Unit("par", "1.", text="Lamps burn.")])
    found = provisions([Unit("chp", "I", heading="Rooms", children=[article])])
    assert [unit.id for unit in found] == ["chp_I", "art_7", "art_7/par_1"]
    assert [unit.parent for unit in found] == ["", "chp_I", "art_7"]


def test_where_numbering_starts_again_what_holds_the_section_goes_before() -> None:
    chapters = [Unit("chp", str(n), children=[Unit("sec", "1", text="x", root=True)]) for n in (1, 2)]
    assert [unit.id for unit in provisions(chapters)] == ["chp_1", "chp_1/sec_1", "chp_2", "chp_2/sec_1"]


def test_a_number_that_stands_twice_keeps_both_apart() -> None:
    twice = [Unit("pnt", "a", text="one"), Unit("pnt", "a", text="two")]
    assert [unit.id for unit in provisions(twice)] == ["pnt_a", "pnt_a~2"]


def test_a_unit_without_words_passes_its_parts_up() -> None:
    assert [unit.id for unit in provisions([Unit("hcn", children=[Unit("art", "1", text="x", root=True)])])] == [
        "art_1"
    ]


def test_words_after_a_list_stand_after_it_and_a_mere_and_with_its_last_part() -> None:
    unit = Unit("sec", "1", text="Lamps", children=[Unit("par", "a", text="of oil;")])
    for line in ("and", "may burn", "at night."):
        unit.add(line)
    found = provisions([unit])
    assert [(one.id, one.text) for one in found] == [
        ("sec_1", "Lamps"),
        ("sec_1/par_a", "of oil; and"),
        ("sec_1/p_1", "may burn\nat night."),
    ]

"""Laws as plain lines: headings, articles, paragraphs and points in several languages."""

import pytest

from crawlers.texts.headed import units
from crawlers.texts.outline import provisions

LAWS = [
    (["CAPÍTULO II", "De las salas", "Artículo 3°.- Toda sala es abierta.", "a) de día;"],
     ["chp_II", "art_3", "art_3/pnt_a"], "Spanish"),
    (["CHAPITRE 1er. - Objet", "Art. 2. § 1er. La salle est ouverte.", "§ 2. La lampe brûle."],
     ["chp_1", "art_2", "art_2/par_1", "art_2/par_2"], "Belgian French: the first paragraph stands beside the article"),
    (["I nodaļa. Vispārīgi", "1. pants. Lasītava ir atvērta.", "(1) Lampa deg."],
     ["chp_I", "art_1", "art_1/par_1"], "Latvian: the number stands before the word"),
    (["Art. 1º A sala terá:", "I - lâmpadas;", "Parágrafo único. A lâmpada é silenciosa."],
     ["art_1", "art_1/pnt_I", "art_1/par_unico"], "Portuguese"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "ids", "which"), LAWS, ids=[which for *_, which in LAWS])
def test_headings_and_numbers_make_a_tree(lines: list[str], ids: list[str], which: str) -> None:
    assert [unit.id for unit in provisions(units(lines))] == ids, which


def test_a_reference_at_the_start_of_a_line_is_no_article() -> None:
    found = provisions(units(["Article 1. Rooms", "Article 5 applies to lamps."]))
    assert [unit.id for unit in found] == ["art_1"]


def test_a_table_of_contents_is_left_out() -> None:
    lines = ["Índice", "Artículo 1. Objeto", "Artículo 2. Lámparas", "Artículo 1. Objeto", "La sala está abierta."]
    assert [(unit.id, unit.text) for unit in provisions(units(lines))] == [("art_1", "La sala está abierta.")]


def test_sections_of_common_law_count_by_bare_numbers() -> None:
    found = provisions(units(["1. Short title", "This Act is short.", "2A. Lamps"], numbered=True))
    assert [unit.id for unit in found] == ["sec_1", "sec_2A"]


def test_a_heading_in_the_margin_belongs_to_its_section() -> None:
    found = provisions(
        units(["1. | Lamps.", "Lamps. | 1.—(1) A room has lamps.", "Doors. | 2.—A room has doors."], numbered=True)
    )
    assert [(unit.id, unit.heading) for unit in found if unit.heading] == [("sec_1", "Lamps"), ("sec_2", "Doors")]
    assert [unit.text for unit in found if unit.id == "sec_1/par_1"] == ["A room has lamps."]

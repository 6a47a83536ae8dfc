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
    (["Artigo 1.º Objeto", "1 - A sala é aberta:", "a) de dia;", "2 - A lâmpada.", "Artigo 2.º Porta"],
     ["art_1", "art_1/par_1", "art_1/par_1/pnt_a", "art_1/par_2", "art_2"], "Portuguese of Portugal: dotted ordinals"),
    (["ARTÍCULO 1o. OBJETO. La sala es abierta.", "PARÁGRAFO 1o. De noche no.", "PARÁGRAFO TRANSITORIO. Un año."],
     ["art_1o", "art_1o/par_1o", "art_1o/par_transitorio"], "Colombian: paragraphs by name"),
    (["Artículo 17-H Bis. Toda sala es abierta.", "TRANSITORIOS", "PRIMERO.- Entra en vigor.", "DÉCIMO SEGUNDO. Se deroga.", "CUARTO.- Sigue."],
     ["art_17H", "trans_1", "trans_1/art_primero", "trans_1/art_decimo-segundo", "trans_1/art_cuarto"], "Mexican: transitional articles are bare ordinals"),
    (["Artículo único.- Una sala.", "Artículo primero transitorio.- Un año.", "Disposiciones transitorias",
      "Artículo segundo transitorio.- Dos años."],
     ["art_unico", "art_primero-transitorio", "trans_1", "trans_1/art_segundo"], "Chilean: transitional articles"),
    (["2.¹ pants. Durvis", "Pārejas noteikumi", "1. Likums stājas spēkā."],
     ["art_2.1", "trans_1", "trans_1/par_1"], "Latvian: numbers put in between, transitional provisions"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "ids", "which"), LAWS, ids=[which for *_, which in LAWS])
def test_headings_and_numbers_make_a_tree(lines: list[str], ids: list[str], which: str) -> None:
    assert [unit.id for unit in provisions(units(lines))] == ids, which


def test_words_after_a_list_stay_after_it() -> None:
    lines = ["Artículo 1. La sala:", "a) de día;", "b) de noche.", "Los lectores pagan.", "c) siempre."]
    found = provisions(units(lines))
    assert [unit.id for unit in found] == ["art_1", "art_1/pnt_a", "art_1/pnt_b", "art_1/p_1", "art_1/pnt_c"]


def test_ordinals_outside_transitional_articles_are_words() -> None:
    found = provisions(units(["Artículo 1. La sala.", "Primero. Los lectores pagan."]))
    assert [unit.id for unit in found] == ["art_1"]


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


def test_an_arrangement_of_sections_ends_where_the_act_opens() -> None:
    lines = [
        "ARRANGEMENT OF SECTIONS",
        "1. Lamps.",
        "2. Doors.",
        "An Act to keep rooms lit.",
        "1. Lamps",
        "Lamps are lit.",
    ]
    assert [(unit.id, unit.text) for unit in provisions(units(lines, numbered=True))] == [
        ("p_1", "An Act to keep rooms lit."),
        ("sec_1", "Lamps are lit."),
    ]


def test_a_paragraph_that_opens_with_its_first_point_holds_the_point() -> None:
    found = provisions(units(["Article 1.", "(1) (a) Light.", "(b) Dark."]))
    assert [unit.id for unit in found] == ["art_1", "art_1/par_1", "art_1/par_1/pnt_a", "art_1/par_1/pnt_b"]


def test_a_heading_with_a_full_stop_names_an_article_that_counts_its_paragraphs_from_the_first() -> None:
    named = provisions(units(["Art. 1 - Finalità.", "1. La lampada arde.", "Art. 2 - La lampada arde.", "3. Sempre."]))
    assert [(unit.id, unit.heading, unit.text) for unit in named][:1] == [("art_1", "Finalità", "")]
    assert next(unit for unit in named if unit.id == "art_2").text == "La lampada arde."


def test_a_table_of_contents_may_be_set_wide() -> None:
    lines = ["S O M M A R I O", "Art. 1. Oggetto", "Art. 2. Lampade", "Art. 1. Oggetto", "La sala è aperta."]
    assert [(unit.id, unit.text) for unit in provisions(units(lines))] == [("art_1", "La sala è aperta.")]

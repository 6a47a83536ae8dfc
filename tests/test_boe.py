"""Laws of Spain: the version in force on the day, what the BOE says of standing and of other laws, annexes, closing provisions, quoted laws."""

import pytest

from crawlers.matter import Matter
from crawlers.parsers import boe
from crawlers.response import Response
from crawlers.sources import watched

LAW = """<documento fecha_actualizacion="20260101"><metadatos><identificador>BOE-A-2098-1</identificador><rango>{rank}</rango>
<fecha_disposicion>20250105</fecha_disposicion><numero_oficial>1/2025</numero_oficial><titulo>De lámparas</titulo><fecha_publicacion>20250106</fecha_publicacion>
<fecha_vigencia>20250107</fecha_vigencia>{facts}</metadatos><analisis><anteriores><anterior referencia="BOE-A-1999-2"><palabra>DEROGA</palabra><texto>la
Ley 2/1999</texto></anterior></anteriores></analisis><texto>{text}</texto></documento>"""


def read(text: str = "", rank: str = "Ley", facts: str = "") -> Matter:
    body = LAW.format(rank=rank, facts=facts, text=text or "<p>Luz.</p>").encode()
    response = Response(url="", body=body, fetched="2026-01-05T06:00:00Z")
    (matter,) = boe.parse(response, watched().source("es-boe"))
    assert isinstance(matter, Matter)
    return matter


def provisions(matter: Matter) -> dict[str, tuple[str, str]]:
    return {one.id: (one.heading, one.text) for text in matter.texts for one in text.provisions}


def test_a_law_of_the_journal_says_its_days_what_it_repeals_and_its_words() -> None:
    matter = read('<p class="articulo">Artículo único. Lámparas.</p><p class="parrafo">Se encienden.</p>')
    assert [(one.date, one.kind.value) for one in matter.events] == [
        ("2025-01-05", "signed"), ("2025-01-06", "published"), ("2025-01-07", "in_force"),
    ]  # fmt: skip
    assert [(one.kind.value, one.target) for one in matter.links] == [("repeals", "es/boe/BOE-A-1999-2")]
    assert provisions(matter) == {"art_unico": ("Lámparas", "Se encienden.")}


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ("", "in_force"),
        ("<estatus_derogacion>S</estatus_derogacion>", "repealed"),
        ("<judicialmente_anulada>S</judicialmente_anulada>", "struck_down"),
        ("<vigencia_agotada>N</vigencia_agotada>", "in_force"),
    ],
)
def test_a_law_stands_as_the_journal_marks_it(facts: str, status: str) -> None:
    assert read(facts=facts).status == status


@pytest.mark.parametrize(
    ("rank", "kind"),
    [
        ("Ley Orgánica", "act"),
        ("Real Decreto-ley", "act"),
        ("Real Decreto Legislativo", "act"),
        ("Real Decreto", "regulation"),
    ],
)
def test_a_rank_makes_an_act_or_a_regulation(rank: str, kind: str) -> None:
    assert read(rank=rank).kind == kind


def test_closing_provisions_are_units_of_their_series_and_annexes_stand_apart() -> None:
    heads = (
        "Disposición adicional vigésima primera. Luz.",
        "Disposición final primera. Aceite.",
        "Disposición derogatoria.",
    )
    text = "".join(f'<p class="articulo">{head}</p><p class="parrafo">Vale.</p>' for head in heads)
    found = provisions(read(text + '<p class="anexo_num">ANEXO I</p><p class="anexo_tit">Lista</p><p>Una.</p>'))
    assert list(found) == [
        "art_adicional-vigesima-primera",
        "art_final-primera",
        "art_derogatoria",
        "annex_I",
        "annex_I/p_1",
    ]
    assert found["art_adicional-vigesima-primera"] == ("Luz", "Vale.")


def test_the_numbers_of_a_quoted_law_are_not_those_of_the_law() -> None:
    found = provisions(
        read(
            "<p class='articulo'>Artículo 1. Cambio.</p><p>1. Queda así:</p><p>«Artículo 9.</p><p>1. Luz.»</p><p>2. Fin.</p>"
        )
    )
    assert found["art_1/par_1"][1] == "Queda así:\n«Artículo 9.\n1. Luz.»"
    assert found["art_1/par_2"][1] == "Fin."


def test_of_a_block_the_version_in_force_is_read_not_one_to_come() -> None:
    version = '<version id_norma="BOE-A-2098-{0}" fecha_publicacion="20250106" fecha_vigencia="{1}"><p class="articulo">Artículo 1.</p><p>{2}</p></version>'
    versions = (
        version.format(1, "20250107", "Vieja.")
        + version.format(2, "20251201", "Nueva.")
        + version.format(3, "20980101", "Futura.")
    )
    body = f'<response><data><texto><bloque id="a1" tipo="precepto">{versions}</bloque></texto></data></response>'
    (matter,) = boe.parse(
        Response(url="", body=body.encode(), fetched="2026-01-05T06:00:00Z"), watched().source("es-boe")
    )
    assert isinstance(matter, Matter)
    assert provisions(matter)["art_1"][1] == "Nueva."

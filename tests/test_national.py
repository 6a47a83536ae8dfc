"""National laws: what the readers of single countries make of forms that their sources document."""

import json

import pytest
from lxml import etree, html

from crawlers.matter import Matter, Provision
from crawlers.parsers import eli_sejm, normattiva
from crawlers.parsing import Response
from crawlers.places import chile, poland
from crawlers.sources import watched
from crawlers.texts import legislatie_just, leychile
from crawlers.texts.outline import provisions
from crawlers.vocabulary import EventKind, LinkKind, Status
from nlp.tree import wholes


@pytest.mark.parametrize(
    ("directive", "target"),
    [
        ({"address": "32019L0790"}, "eu/celex/32019L0790"),
        ({"title": "Dyrektywa 95/46/WE Parlamentu Europejskiego"}, "eu/celex/31995L0046"),
        ({"address": "Dz.Urz. L 94/33", "title": "Dyrektywa Rady (UE) 2031/7"}, "eu/celex/32031L0007"),
    ],
)  # fmt: skip
def test_a_polish_act_names_the_directives_it_transposes(directive: dict[str, str], target: str) -> None:
    [link] = poland.links({"directives": [directive, {"title": "bez numeru"}]})
    assert (link.kind, link.target) == (LinkKind.TRANSPOSES, target)


@pytest.mark.parametrize(
    ("status", "flag", "wanted"),
    [
        ("akt indywidualny", "IN_FORCE", Status.IN_FORCE),
        ("uchylony wykazem", "NOT_IN_FORCE", Status.REPEALED),
        ("bez statusu", "NOT_IN_FORCE", Status.LAPSED),
        ("bez statusu", "UNKNOWN", Status.UNKNOWN),
    ],
)  # fmt: skip
def test_a_polish_act_stands_by_its_word_and_else_by_its_flag(status: str, flag: str, wanted: Status) -> None:
    act = {"ELI": "DU/2031/7", "title": "Ustawa", "type": "Ustawa", "status": status, "inForce": flag}
    response = Response(url="https://api.sejm.gov.pl/eli/acts/DU/2031/7", body=json.dumps(act).encode())
    [matter] = [found for found in eli_sejm.parse(response, watched().source("pl-eli")) if hasattr(found, "status")]
    assert matter.status is wanted


def test_a_repealed_article_of_chile_does_not_repeal_its_law() -> None:
    norm = etree.fromstring(
        "<Norma><Identificador fechaPromulgacion='2031-01-02'/><EstructurasFuncionales><EstructuraFuncional><Metadatos>"
        "<FechaDerogacion>2032-05-06</FechaDerogacion></Metadatos></EstructuraFuncional></EstructurasFuncionales></Norma>"
    )
    assert EventKind.REPEALED not in {kind for day, kind, *_ in chile.told(norm) if day}
    norm.append(etree.fromstring("<Metadatos><FechaDerogacion>2033-05-06</FechaDerogacion></Metadatos>"))
    assert ("2033-05-06", EventKind.REPEALED) in list(chile.told(norm))


def test_a_reference_within_a_romanian_sentence_belongs_to_it_and_a_note_quotes_no_articles() -> None:
    page = html.fromstring(
        "<div><span class='S_PAR'>Guvernul adoptă prezenta hotărâre.</span>"
        "<span class='S_ART'><span class='S_ART_TTL'>Articolul 1</span><span class='S_ART_BDY'>Sala de la "
        "<span class='S_LGI'>alin. (2)</span> și <span class='S_LGI'>(3)</span> e deschisă:<span class='S_LIN'>"
        "<span class='S_LIN_TTL'>–</span><span class='S_LIN_SHORT'>...</span><span class='S_LIN_BDY'>ziua.</span></span>"
        "</span></span><span class='S_NTA_PAR'>Art. 9 prevede:<span class='S_ART'><span class='S_ART_TTL'>Articolul 9</span>"
        "<span class='S_ART_BDY'>Lampa arde.</span></span></span></div>"
    )
    assert [(unit.id, unit.text) for unit in provisions(legislatie_just.units(page))] == [
        ("p_1", "Guvernul adoptă prezenta hotărâre."),
        ("art_1", "Sala de la alin. (2) și (3) e deschisă:"),
        ("art_1/ind_1", "ziua."),
        ("note_1", "Art. 9 prevede:\nArticolul 9 Lampa arde."),
    ]


def test_what_folds_a_romanian_unit_is_no_word_and_what_changed_it_is_a_note() -> None:
    page = html.fromstring(
        "<div><span class='S_ART'><span class='TAG_COLLAPSED'> + </span><span class='S_ART_TTL'>Articolul 7^1</span>"
        "<span class='S_ART_BDY'><span class='S_PAR'>Lampa arde.</span><span class='S_LIT'><span class='S_LIT_TTL'>e^1)</span>"
        "<span class='S_LIT_BDY'>noaptea;<span class='S_PAR'>\n(la 02-03-2031, Litera e^1) a fost introdusă de <a>pct. 4</a>\n)"
        "</span></span></span></span></span><span class='S_PAR'>(la 05-06-2032, Actul a fost abrogat de art. 9)</span></div>"
    )
    assert [(unit.id, unit.text) for unit in provisions(legislatie_just.units(page))] == [
        ("art_7-1", "Lampa arde."),
        ("art_7-1/pnt_e-1", "noaptea;"),
        ("art_7-1/pnt_e-1/note_1", "(la 02-03-2031, Litera e^1) a fost introdusă de pct. 4 )"),
        ("note_1", "(la 05-06-2032, Actul a fost abrogat de art. 9)"),
    ]
    assert legislatie_just.repealed(page) == "05-06-2032"


def test_what_editors_note_on_an_italian_article_stands_behind_it() -> None:
    page = (
        "<div class='bodyTesto'><h2 class='article-num-akn'>Art. 4</h2><span class='art-just-text-akn'>La lampada arde.</span>"
        "<div class='art_aggiornamento-akn'><div>AGGIORNAMENTO (2)</div>Il D.L. 9 ha disposto:<br>Art. 5</div></div>"
    )
    act = {
        "titolo": "LEGGE 3 marzo 2031, n. 7", "tipoProvvedimentoDescrizione": "LEGGE", "numeroProvvedimento": "7",
        "annoProvvedimento": "2031", "annoGU": "2031", "articoloHtml": page, "articoloDataFineVigenza": "99999999",
    }  # fmt: skip
    response = Response(url="https://api.normattiva.it/", body=json.dumps({"data": {"atto": act}}).encode())
    [matter] = [
        found for found in normattiva.parse(response, watched().source("it-normattiva")) if isinstance(found, Matter)
    ]
    assert [(unit.id, unit.text) for unit in matter.texts[0].provisions] == [
        ("art_4", "La lampada arde."),
        ("note_1", "AGGIORNAMENTO (2)\nIl D.L. 9 ha disposto:\nArt. 5"),
    ]


def test_what_stands_in_the_margin_of_a_chilean_law_is_a_note_and_headings_without_a_number_hold_their_articles() -> (
    None
):
    def part(kind: str, text: str, inner: str = "") -> str:
        return (
            f"<EstructuraFuncional tipoParte='{kind}'><Texto>{text}</Texto><EstructurasFuncionales>{inner}"
            "</EstructurasFuncionales></EstructuraFuncional>"
        )

    beside = (
        f"     Artículo 3º.- La lámpara arde{' ' * 34}LEY N° 7 Art.\nde noche.{' ' * 59}2º\n     El farol también.   "
    )
    lamps = part("Otros", "     De las lámparas", part("Artículo", beside))
    last = part(
        "Disposición Transitoria", "  DISPOSICIONES TRANSITORIAS", part("Otros", "  CUADRAGÉSIMA.- Hay faroles.")
    )
    norm = etree.fromstring(f"<Norma><EstructurasFuncionales>{lamps}{last}</EstructurasFuncionales></Norma>")
    assert [(unit.id, unit.heading, unit.text) for unit in provisions(leychile.units(norm))] == [
        ("div_1", "De las lámparas", ""),
        ("art_3", "", "La lámpara arde de noche.\nEl farol también."),
        ("art_3/note_1", "", "LEY N° 7 Art. 2º"),
        ("trans_1", "DISPOSICIONES TRANSITORIAS", ""),
        ("trans_1/art_cuadragesima", "", "Hay faroles."),
    ]


def test_a_note_of_editors_states_no_norm() -> None:
    said = "The host must remove the content."
    kept = wholes([Provision(id="art_1", text=said), Provision(id="art_1/note_1", text=said, parent="art_1")])
    assert [whole.unit.id for whole in kept] == ["art_1"]

"""Akoma Ntoso as services serve it: several languages in one answer, kinds and links in each spelling of Normattiva."""

import pytest

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response
from crawlers.sources import watched

ACT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="monovigente"><meta><identification source="#x"><FRBRWork>
<FRBRuri value="{work}"/><FRBRdate date="2026-03-01" name=""/></FRBRWork><FRBRExpression><FRBRuri value="{work}/{tongue}@2026-03-01"/>
<FRBRlanguage language="{tongue}"/></FRBRExpression></identification><analysis><activeModifications><textualMod type="substitution">
<destination href="{amends}"/></textualMod></activeModifications></analysis></meta><preface><p><docTitle>Lamps</docTitle></p></preface>
<body><article><num>1</num><content><p>Lit.</p></content></article></body></act></akomaNtoso>"""


def read(source: str, body: str) -> tuple[Matter, ...]:
    return imports.read(Response(url="", body=body.encode(), name="act.xml"), watched().source(source))


def test_the_languages_of_an_act_in_one_answer_are_texts_of_one_matter() -> None:
    work = "/akn/fi/act/statute/2026/5"
    both = "".join(ACT.format(work=work, tongue=tongue, amends="") for tongue in ("swe", "fin"))
    found = read("fi-finlex", f"<AknXmlList><Results>{both}</Results></AknXmlList>")
    assert {matter.id for matter in found} == {"fi/act/2026/5"}
    assert sorted(text.language for matter in found for text in matter.texts) == ["fi", "sv"]


@pytest.mark.parametrize(
    ("spelled", "number", "id", "kind", "instrument"),
    [
        ("decreto_legislativo", "82", "it/dlgs/2026-82", "act", "DECRETO LEGISLATIVO"),
        (
            "decretoDelPresidenteDellaRepubblica",
            "5",
            "it/dpr/2026-5",
            "regulation",
            "DECRETO DEL PRESIDENTE DELLA REPUBBLICA",
        ),
        ("regio.decreto", "262", "it/rd/2026-262", "act", "REGIO DECRETO"),
        ("costituzione", "const", "it/costituzione/2026", "act", "COSTITUZIONE"),
    ],
)
def test_normattiva_names_a_kind_in_its_address(spelled: str, number: str, id: str, kind: str, instrument: str) -> None:
    work = f"/akn/it/act/{spelled}/stato/2026-03-01/{number}"
    (matter,) = read(
        "it-normattiva", ACT.format(work=work, tongue="ita", amends="urn:nir:stato:decreto.legislativo:2005-03-07;82")
    )
    assert (matter.id, matter.kind, matter.instrument) == (id, kind, instrument)
    assert [link.target for link in matter.links] == ["it/dlgs/2005-82"]

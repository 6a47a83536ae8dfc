"""An Akoma Ntoso document is filed under the state that made it, whatever source it was imported through."""

import pytest

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import watched

ACT = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta><identification source="#x">
<FRBRWork><FRBRuri value="/akn/{country}/act/2026/5"/><FRBRdate date="2026-03-01" name="Generation"/><FRBRcountry value="{said}"/></FRBRWork>
<FRBRExpression><FRBRuri value="/akn/{country}/act/2026/5/eng@2026-03-01"/><FRBRdate date="2026-03-01" name="Generation"/>
<FRBRlanguage language="eng"/></FRBRExpression></identification></meta><preface><p><docTitle>Lamps Act</docTitle></p></preface>
<body><section eId="sec_1"><num>1</num><content><p>Lamps shall be lit.</p></content></section></body></act></akomaNtoso>"""


def read(country: str, said: str, source: str = "za-laws-africa") -> Matter:
    body = ACT.format(country=country, said=said).encode()
    (matter,) = imports.read(Response(url="", body=body, name="act.xml"), watched().source(source))
    return matter


@pytest.mark.parametrize("said", ["za", "", "#za", "http://authority.example.org/ZAF"])
def test_the_states_own_act_and_one_that_names_no_state_plainly_are_of_the_source(said: str) -> None:
    assert read("za", said).jurisdiction == "za"


def test_an_act_of_another_watched_state_is_filed_there() -> None:
    matter = read("ke", "ke")
    assert (matter.jurisdiction, matter.id) == ("ke", "ke/act/2026/5")


def test_an_act_of_a_state_that_is_not_watched_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"'ug', a place that jurisdictions\.yaml does not hold"):
        read("ug", "ug")


def test_examples_of_all_states_stay_examples() -> None:
    assert read("ug", "ug", "intl-akn-examples").jurisdiction == "intl"


@pytest.mark.parametrize(("form", "kind"), [("#decree", "regulation"), ("#act", "act")])
def test_a_decree_of_finland_is_a_regulation_though_its_element_is_an_act(form: str, kind: str) -> None:
    own = f'<proprietary source="#x"><f:typeStatute xmlns:f="http://data.finlex.fi/schema/finlex" refersTo="{form}"/></proprietary></meta>'
    body = (
        ACT.format(country="fi/act/statute", said="fi")
        .replace("statute/act/", "statute/")
        .replace("</meta>", own)
        .encode()
    )
    (matter,) = imports.read(Response(url="", body=body, name="act.xml"), watched().source("fi-finlex"))
    assert isinstance(matter, Matter)
    assert (matter.id, matter.kind) == ("fi/act/2026/5", kind)

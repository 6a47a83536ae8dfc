"""A saved file that came without its address gets the official one where the format tells it, and none where not."""

import pytest

from crawlers import imports
from crawlers.places.br.brazil import law_address
from crawlers.response import Response
from crawlers.sources import watched
from tests.test_fixtures import FIXTURES

N2LS = "https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2031-02-03;99"
ECF = "https://ecf.ca9.uscourts.gov/n/beam/servlet/TransportRoom?servlet=CaseSummary.jsp&caseNum="


def addresses(id: str, file: str, body: bytes = b"") -> set[str]:
    body = body or (FIXTURES / id / file).read_bytes()
    return {matter.url for matter in imports.read(Response(url="", body=body, name=file), watched().source(id))}


@pytest.mark.parametrize(
    ("id", "file", "address"),
    [
        ("it-normattiva", "articolo.json", N2LS),
        ("us-pacer-docket", "ca9.html", ECF),
        ("mx-dof", "day.json", "https://www.dof.gob.mx/nota_detalle.php?codigo="),
        ("mx-dof", "ficha.html", "http://www.ordenjuridico.gob.mx/./Documentos/Estatal/Nueva%20Luz/wo99004.doc"),
        ("ad-bopa", "newsletter.json", "https://bopaazurefunctions.azurewebsites.net/api/GetDocumentsByBOPA?"),
        ("br-lexml", "pl.xml", "https://www.lexml.gov.br/urn/urn:lex:br:senado.federal:"),
    ],
)
def test_the_format_tells_the_address(id: str, file: str, address: str) -> None:
    found = addresses(id, file)
    assert found
    assert all(url.startswith(address) for url in found), found


PAGE = b"""<html><head><meta property="og:url" content="%s"></head><body><h1>LEY 901 DE 2031</h1><p>LEY 901 DE 2031</p>
<p>(febrero 3)</p><p>Los datos publicados en SUIN</p><p>Art\xc3\xadculo 1. La sala.</p></body></html>"""


def test_a_saved_page_says_where_it_belongs() -> None:
    own = "https://www.suin-juriscol.gov.co/viewDocument.asp?id=99"
    assert addresses("co-suin", "ley.html", PAGE % own.encode()) == {own}


@pytest.mark.parametrize("said", [b"https://elsewhere.example/ley", b"/viewDocument.asp?id=99", b"javascript:alert(1)"])
def test_a_page_is_not_believed_about_a_host_that_is_not_its_sources(said: bytes) -> None:
    assert addresses("co-suin", "ley.html", PAGE % said) == {""}


def test_a_decree_whose_authority_is_not_told_gets_no_address() -> None:
    act = (
        (FIXTURES / "it-normattiva" / "articolo.json")
        .read_bytes()
        .replace(b"DECRETO LEGISLATIVO", b"DECRETO MINISTERIALE")
    )
    assert addresses("it-normattiva", "articolo.json", act) == {""}


def test_a_law_of_brazil_is_shown_under_its_urn() -> None:
    assert law_address("br/lcp/2024-211", "2024-12-30").endswith("urn:lex:br:federal:lei.complementar:2024-12-30;211")
    assert law_address("br/norma/9", "2024-12-30") == ""
    assert law_address("br/lei/2024-15082", "") == ""

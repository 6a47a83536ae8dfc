"""A bill of Brazil in LexML: the kind it names, the laws it changes or repeals, and headings that stand on the wrong element."""

from crawlers import imports
from crawlers.matter import Link, Matter
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import LinkKind

URN = "urn:lex:br:federal:lei:{}"
BILL = f"""<LexML xmlns:xlink="http://www.w3.org/1999/xlink"><Metadado><Identificacao URN="urn:lex:br:federal:medida.provisoria:2098-06-17;885"/></Metadado>
<Epigrafe>MEDIDA PROVISÓRIA Nº 885, DE 17 DE JUNHO DE 2098</Epigrafe><Ementa>Dispõe sobre lampiões.</Ementa><Articulacao>
<Titulo><Rotulo>TÍTULO I</Rotulo><Capitulo><TituloDispositivo>DA LUZ</TituloDispositivo><Rotulo>CAPÍTULO I</Rotulo>
<Artigo><TituloDispositivo>DISPOSIÇÕES GERAIS</TituloDispositivo><Rotulo>Art. 1º</Rotulo><Caput><p>A Lei muda:</p>
<Alteracao base="{URN.format("2086-12-19;7560")}"><Artigo><Rotulo>Art. 9º</Rotulo><Caput><p>Novo.</p></Caput></Artigo></Alteracao></Caput></Artigo>
<Artigo><TituloDispositivo>Vigência</TituloDispositivo><Rotulo>Art. 2º</Rotulo><Caput><p>Ficam revogados o art. 5º da <span xlink:href="{URN.format("2087-01-02;8000!art5")}">Lei</span> e a
<span xlink:href="{URN.format("2088-01-02;9000")}">Lei</span>.</p></Caput></Artigo></Capitulo></Titulo></Articulacao></LexML>"""


def read() -> Matter:
    (found,) = imports.read(Response(url="", body=BILL.encode()), watched().source("br-lexml"))
    return found


def test_a_bill_names_its_kind_and_the_laws_it_changes_and_repeals() -> None:
    assert read().instrument == "medida provisória"
    assert read().links == (
        Link(kind=LinkKind.AMENDS, target="br/lei/2086-7560"),
        Link(kind=LinkKind.AMENDS, target="br/lei/2087-8000"),
        Link(kind=LinkKind.REPEALS, target="br/lei/2088-9000"),
    )


def test_a_heading_in_capitals_on_a_first_part_is_that_of_the_group_above() -> None:
    told = {one.id: one.heading for one in read().texts[0].provisions}
    assert told == {"tit_I": "DA LUZ", "tit_I/chp_I": "DISPOSIÇÕES GERAIS", "art_1": "", "art_2": "Vigência"}

"""The page of an act of the ELI API of the Sejm: what is law, what is quoted, what is a note."""

from crawlers.parsers import eli_sejm
from crawlers.parsing import Matter, Response
from crawlers.sources import watched

_PAGE = """<!DOCTYPE HTML><html lang="pl"><body><h1><span class="head-type">Rozporządzenie</span><span class="head-date">z dnia
3 lutego 2031&nbsp;r.</span><span class="head-title">o lampach <A class="gloss-link tooltip" href="#g"><sup>1)</sup><span
class="tooltip-text">Minister kieruje działem.</span></A></span></h1><div id="toc"><ul><li>Spis</li></ul></div>
<section id="part_1"><div class="part"><h2 class="part"><span>Treść rozporządzenia</span></h2><div class="block">
<div class="pro-text">Na podstawie art. 4 zarządza się:</div>
<div class="unit unit_chpt" data-id="chpt_1"><h3><P>Rozdział&nbsp;1</P><P><B><SPAN CLASS="pro-title-unit">Zasady</SPAN></B></P></h3>
<div class="unit-inner"><div class="unit unit_arti" data-id="arti_1"><h3>Art.&nbsp;1.</h3><div class="unit-inner">
<div class="unit unit_para" data-id="para_1"><h3>§&nbsp;1.</h3><div class="unit-inner"><div class="pro-text">Lampa świeci<A
class="gloss-link"><sup>2)</sup><span class="tooltip-text">Zmieniona.</span></A>.</div></div></div>
<div class="unit unit_para" data-id="para_2"><h3>§&nbsp;2.</h3><div class="unit-inner"><ul><li><DIV>&nbsp;-&nbsp;</DIV><DIV>
<div>pkt 8 otrzymuje brzmienie:</div><DIV CLASS="cite-box"><DIV class="qmark-opn">„&nbsp;</DIV><DIV class="cite-body">
<div class="unit unit_pint" data-id="pint_8"><h3>8)</h3><div class="unit-inner"><div>siedem lamp;</div></div></div></DIV>
<DIV class="qmark-cls">&nbsp;”</DIV><DIV class="trailer">&nbsp;,</DIV></DIV></DIV></li></ul></div></div></div></div></div></div>
</div></div><div class="gloss-section"><DIV>1) Minister kieruje działem.</DIV></div></section>
<section id="part_2"><div class="part"><h2 class="part"><span>Załącznik</span>&nbsp;-&nbsp;Wykaz lamp</h2><div class="block">
<TABLE><TR><TD><DIV>1</DIV></TD><TD><DIV>lampa</DIV></TD></TR><TR><TD><DIV>2</DIV></TD><TD><DIV>latarnia</DIV></TD></TR></TABLE>
</div></div></section></body></html>"""


def test_a_polish_page_has_its_basis_its_annexes_and_what_it_quotes_and_no_notes() -> None:
    response = Response(url="https://api.sejm.gov.pl/eli/acts/DU/2031/7/text.html", body=_PAGE.encode())
    [act] = [found for found in eli_sejm.parse(response, watched().source("pl-eli")) if isinstance(found, Matter)]
    assert act.title == "Rozporządzenie z dnia 3 lutego 2031 r. o lampach"
    assert [(part.id, part.number, part.heading, part.text) for part in act.texts[0].provisions] == [
        ("preamble_1", "", "", "Na podstawie art. 4 zarządza się:"),
        ("chp_1", "Rozdział 1", "Zasady", ""),
        ("art_1", "Art. 1.", "", ""),
        ("art_1/par_1", "§ 1.", "", "Lampa świeci."),
        ("art_1/par_2", "§ 2.", "", "- pkt 8 otrzymuje brzmienie:\n„8) siedem lamp;”,"),
        ("annex_1", "Załącznik", "Wykaz lamp", "1 | lampa\n2 | latarnia"),
    ]

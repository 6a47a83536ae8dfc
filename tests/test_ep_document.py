"""A report of Parliament: recitals, paragraphs and amendments each in their place, rows of tables whole, who reports."""

from crawlers import imports
from crawlers.matter import Person
from crawlers.response import Response
from crawlers.sources import watched

P = '<p class="doceo-line-height-base">{}</p>'
ROW = f"<tr><td>{P.format('Lamps burn.')}</td><td>{P.format('Lamps shine.')}</td></tr>"
PAGE = f"""<html><head><title>REPORT on lamps | A21-0007/2098 | European Parliament</title></head><body><div>Committee on Light <br>Rapporteur: Ada Lichter </div>
<h2 id="_section1">MOTION FOR A RESOLUTION</h2>{P.format("The European Parliament,")}{P.format("– having regard to oil,")}
{P.format("A. whereas it is dark;")}{P.format("1. Calls for light:")}{P.format("(a) by day;")}{P.format("Amendment 1")}<table>{ROW}</table>
<h2>Share</h2><p>News</p></body></html>"""


def test_every_line_of_a_report_has_its_place() -> None:
    (matter,) = imports.read(Response(url="", body=PAGE.encode()), watched().source("eu-ep-documents"))
    assert [(one.id, one.heading or one.text) for one in matter.texts[0].provisions] == [
        ("sec_1", "MOTION FOR A RESOLUTION"),
        ("sec_1/p_1", "The European Parliament,"),
        ("sec_1/p_1/ind_1", "having regard to oil,"),
        ("rec_a", "whereas it is dark;"),
        ("par_1", "Calls for light:"),
        ("par_1/pnt_a", "by day;"),
        ("sec_1/amd_1", ""),
        ("sec_1/amd_1/p_1", "Lamps burn. | Lamps shine."),
    ]
    assert matter.people == (Person(name="Ada Lichter", role="rapporteur"),)

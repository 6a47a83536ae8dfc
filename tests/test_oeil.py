"""What the Legislative Observatory says of who does what, of documents, and in its summaries."""

from crawlers import imports
from crawlers.matter import Link, Matter, Person
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import LinkKind

MEP = '<a href="https://www.europarl.europa.eu/meps/en/{}">{} (XYZ)</a>'
FILE = f"""<html><body><h1 class="es_title-h1">2098/0031(COD)</h1><h2 class="es_title-h2">Lamps</h2>
<table><tr><th>Committee responsible</th><th>Rapporteur</th></tr><tr><td>CULT</td><td>{MEP.format(1, "LICHTER Ada")}</td></tr></table>
<table><tr><th>Committee for opinion</th><th>Rapporteur for opinion</th></tr><tr><td>JURI</td><td>{MEP.format(2, "KERZE Bo")}</td></tr></table>
<table><tr><th>Commission DG</th><th>Commissioner</th></tr><tr><th>Light</th><td>DOCHT Cy</td></tr></table>
<table><tr><th>Document type</th><th>Reference</th></tr><tr><th>Report</th><td>A21-0006/2098</td></tr><tr><th>Text</th><td>T21-0022/2098</td></tr></table></body></html>"""
SUMMARY = """<html><body><main><h1 class="es_product-title">Lamps</h1>
<p>2098/0031(COD)</p>
<p>Parliament adopted a text on lamps and on those who tend them.</p>
<p>Oil lamps</p><p>They are to be lit before the night falls, in every street and at every door.</p><p>Share this page</p></main></body></html>"""


def read(page: str) -> Matter:
    (found,) = imports.read(Response(url="", body=page.encode()), watched().source("eu-oeil"))
    return found


def test_who_reports_for_an_opinion_is_no_rapporteur_and_the_commissioner_is_named() -> None:
    assert read(FILE).people == (
        Person(name="DOCHT Cy", role="commissioner"),
        Person(name="LICHTER Ada", role="rapporteur"),
        Person(name="KERZE Bo", role="rapporteur for opinion"),
    )


def test_a_procedure_is_linked_to_its_documents() -> None:
    targets = ("eu/ep/A-21-2098-0006", "eu/ep/TA-21-2098-0022")
    assert read(FILE).links == tuple(Link(kind=LinkKind.RELATED, target=target) for target in targets)


def test_a_summary_keeps_its_short_headings_and_nothing_of_the_page() -> None:
    assert read(SUMMARY).summary.split("\n")[1] == "Oil lamps"
    assert "Share" not in read(SUMMARY).summary

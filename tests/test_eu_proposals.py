"""A proposal of the Commission is in the language that its page says, and named by its kind in whatever language."""

import pytest

from crawlers import imports
from crawlers.response import Response
from crawlers.sources import watched

PAGE = """<html><body><!--[name=LW_LANGUE;value="{tongue}"]--><p class="Rfrenceinstitutionnelle">COM(2098) 21</p><p class="Statut">{status}</p>
<p class="Typedudocument">{kind}</p><p class="Titreobjet_cp">{on}</p><p class="Institutionquiagit">X</p><p class="Titrearticle">Art. 1</p>
<p class="Normal">Y.</p></body></html>"""


@pytest.mark.parametrize(
    ("tongue", "status", "kind", "said"),
    [
        ("DE", "Vorschlag für eine", "RICHTLINIE DES RATES", "proposal for a directive"),
        ("FR", "Proposition de", "RÈGLEMENT DU PARLEMENT EUROPÉEN", "proposal for a regulation"),
        ("EN", "Proposal for a", "COUNCIL DECISION", "proposal for a council decision"),
    ],
)
def test_language_and_kind_are_those_of_the_page(tongue: str, status: str, kind: str, said: str) -> None:
    body = PAGE.format(tongue=tongue, status=status, kind=kind, on="lamps").encode()
    (matter,) = imports.read(Response(url="", body=body), watched().source("eu-proposals"))
    assert (matter.language, matter.instrument) == (tongue.lower(), said)
    assert matter.url.endswith(f"legal-content/{tongue}/TXT/?uri=CELEX:52098PC0021")


NOTED = """<html><body><p class="Rfrenceinstitutionnelle">COM(2098) 22</p><p class="Normal">Lamps<span class="FootnoteReference">
<a class="footnoteRef" href="#footnote1">1</a> </span>.</p><table><tr><td><p class="Normal">oil</p></td><td><p class="Normal">2</p></td></tr>
<tr><td><p class="Normal">gas</p></td><td><p class="Normal">3</p></td></tr></table><p class="Institutionquiagit">X</p>
<p class="Titrearticle">Article 1</p><p class="Normal">Light<span class="FootnoteReference"><a class="footnoteRef" href="#footnote2">2</a></span>.</p>
<dl id="footnotes"><dd id="footnote1"><a class="footnote" href="#footnoteref1">(1)</a> OJ L 7.</dd>
<dd id="footnote2"><a class="footnote" href="#footnoteref2">(2)</a> OJ L 8.</dd></dl></body></html>"""


def test_notes_stand_behind_the_part_that_they_are_to_and_a_table_is_one_text() -> None:
    (matter,) = imports.read(Response(url="", body=NOTED.encode()), watched().source("eu-proposals"))
    memorandum, proposal = ({unit.id: unit.text for unit in text.provisions} for text in matter.texts)
    assert memorandum == {"sub_1": "Lamps.", "sub_2": "oil | 2\ngas | 3", "note_1": "(1) OJ L 7."}
    assert (proposal["art_1"], proposal["note_1"]) == ("Light.", "(2) OJ L 8.")

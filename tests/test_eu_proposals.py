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

"""Notes of the Diario Oficial: their whole title, and none of the words of the page around them."""

import pytest
from lxml import html

from crawlers.places import mexico

PAGE = '<html><body><div>DOF: 03/02/2031</div><div id="DivDetalleNota"><title>{title}</title>{body}<p>En el documento que usted está visualizando puede haber signos perdidos.</p></div></body></html>'


@pytest.mark.parametrize(
    ("title", "body", "named"),
    [
        ("ACUERDO por el que se encienden las lámp", "<p>ACUERDO por el que se encienden las lámparas.</p>", "ACUERDO por el que se encienden las lámparas."),
        ("DOF", '<p>Para consultar la "Resolución de Lámparas para 2031", es necesario dar click.</p>', "Resolución de Lámparas para 2031"),
    ],
)  # fmt: skip
def test_a_note_has_its_whole_title_and_nothing_of_the_page(title: str, body: str, named: str) -> None:
    note = mexico.note(html.fromstring(PAGE.format(title=title, body=body)), "nota_99003")
    assert note is not None
    assert (note.title, note.number, note.day, len(note.lines)) == (named, "99003", "2031-02-03", 1)

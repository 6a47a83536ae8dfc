"""Formex keeps the titles that stand within an article and within a table."""

from lxml import etree

from crawlers.eu.acts import formex, structure
from crawlers.texts import outline


def read(inner: str) -> dict[str, tuple[str, str]]:
    lines = formex.lines(etree.fromstring(f"<ENACTING.TERMS>{inner}</ENACTING.TERMS>"))
    return {one.id: (one.heading, one.text) for one in outline.provisions(structure.units(lines, preamble=False))}


def test_a_titled_part_of_an_article_leaves_its_paragraphs_to_the_article() -> None:
    part = "<SUBDIV><TITLE><TI><NP><NO.P>{0}.</NO.P><TXT>Part {0}</TXT></NP></TI></TITLE><PARAG><NO.PARAG>{1}.</NO.PARAG><ALINEA>Words.</ALINEA></PARAG></SUBDIV>"
    found = read(f"<ARTICLE><TI.ART>Article 2</TI.ART>{part.format('A', 1)}{part.format('B', 2)}</ARTICLE>")
    assert list(found) == ["art_2", "art_2/hdg_1", "art_2/par_1", "art_2/hdg_2", "art_2/par_2"]
    assert found["art_2/hdg_2"][0] == "B. Part B"


def test_a_table_keeps_the_titles_of_its_blocks() -> None:
    rows = "<BLK><TI.BLK><P>Lamps</P></TI.BLK><ROW><CELL>oil</CELL><CELL>2</CELL></ROW></BLK>"
    found = read(f"<ARTICLE><TI.ART>Article 1</TI.ART><TBL><CORPUS>{rows}</CORPUS></TBL></ARTICLE>")
    assert found["art_1"][1] == "Lamps\noil | 2"

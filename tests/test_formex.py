"""Formex keeps the titles that stand within an article and within a table."""

from lxml import etree

from crawlers import imports
from crawlers.eu.acts import formex, structure
from crawlers.response import Response
from crawlers.sources import watched
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


def test_notes_stand_behind_what_they_are_to_and_end_the_words_of_another_act() -> None:
    note = "<NOTE NOTE.ID='E1'{}><P>{}</P></NOTE>"
    starred = note.format(" NUMBERING='STAR'", "OJ L 9.’")
    quoted = f"<QUOT.S><ALINEA>‘Lamps shine.{starred}</ALINEA></QUOT.S>"
    article = (
        f"<ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Lamps{note.format('', 'OJ L 7.')} burn:</ALINEA>{quoted}</ARTICLE>"
    )
    annex = f"<ANNEX><TITLE><TI><P>ANNEX I</P></TI></TITLE><P>Oil{note.format('', 'OJ L 8.')} only.</P></ANNEX>"
    root = etree.fromstring(f"<ACT>{article}{annex}</ACT>")
    units = structure.units((*formex.flow(root, 0), *formex.notes(root)), preamble=False)
    told = {one.id: one.text for one in outline.provisions(units)}
    assert told == {
        "art_1": "Lamps burn:\n‘Lamps shine.",
        "note_1": "(1) OJ L 7.\n(*) OJ L 9.’",
        "annex_I": "Oil only.",
        "annex_I/note_1": "(1) OJ L 8.",
    }


def test_a_joined_file_keeps_annexes_that_stand_in_an_element_of_their_own() -> None:
    title = "<TITLE><TI><P>Regulation (EU) 2099/7 of 3 February 2099</P></TI></TITLE>"
    act = f"<ACT>{title}<ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><ALINEA>Burn.</ALINEA></ARTICLE></ENACTING.TERMS></ACT>"
    annex = "<ANNEX><TITLE><TI><P>ANNEX {}</P></TI></TITLE><P>Oil.</P></ANNEX>"
    body = f"<LEXP.COMBINED>{act}<ANNEXES>{annex.format('I')}{annex.format('II')}</ANNEXES></LEXP.COMBINED>"
    (matter,) = imports.read(Response(url="", body=body.encode()), watched().source("eu-eur-lex"))
    assert [one.id for one in matter.texts[0].provisions] == ["art_1", "annex_I", "annex_II"]

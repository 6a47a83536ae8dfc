"""German laws: tables stay rows, a quoted law is no law of its own, notes of one kind are joined."""

from lxml import etree

from crawlers.sources import watched
from crawlers.texts import gii, gii_meta, outline
from crawlers.vocabulary import LinkKind


def read(content: str, title: str = "Lampen") -> dict[str, tuple[str, str]]:
    norm = etree.fromstring(
        f"<norm><metadaten><enbez>§ 1</enbez><titel>{title}</titel></metadaten><textdaten><text><Content>{content}</Content></text></textdaten></norm>"
    )
    return {one.id: (one.heading, one.text) for one in outline.provisions(gii.units([norm]))}


def test_a_list_in_a_cell_stays_in_its_row() -> None:
    cell = "<DL><DT>1.</DT><DD><LA>Öl</LA></DD><DT>2.</DT><DD><LA>Gas</LA></DD></DL>"
    found = read(
        f"<P>Es gilt:<table><tgroup><tbody><row><entry>Art<BR/>der Lampe</entry><entry>{cell}</entry></row></tbody></tgroup></table></P>"
    )
    assert found == {"sec_1": ("Lampen", "Es gilt:\nArt der Lampe | 1. Öl 2. Gas")}


def test_a_table_of_one_column_is_mere_layout() -> None:
    found = read(
        "<P><table><tgroup><tbody><row><entry>Sehr geehrte Frau<BR/>Lampe</entry></row></tbody></tgroup></table></P>"
    )
    assert found["sec_1"][1] == "Sehr geehrte Frau\nLampe"


def test_subsections_of_a_quoted_law_stay_in_the_quotation() -> None:
    found = read("<P>(1) Es lautet:</P><P>„§ 7</P><P>(1) Lampen leuchten.“</P><P>(2) Ende.</P>")
    assert found["sec_1/sub_1"][1] == "Es lautet:\n„§ 7\n(1) Lampen leuchten.“"
    assert found["sec_1/sub_2"][1] == "Ende."


def test_marks_that_do_not_pair_hide_no_subsection() -> None:
    assert list(read("<P>(1) „Lampen leuchten.</P><P>(2) Ende.</P>")) == ["sec_1", "sec_1/sub_1", "sec_1/sub_2"]


def test_a_list_without_a_paragraph_around_it_is_a_list_and_a_broken_title_keeps_its_space() -> None:
    found = read("<DL><DT>1.</DT><DD><LA>Öl</LA></DD></DL>", "(zu § 2)<BR/>Lampen")
    assert (found["sec_1"][0], found["sec_1/no_1"][1]) == ("(zu § 2) Lampen", "Öl")


def test_notes_of_one_kind_are_joined() -> None:
    notes = "".join(
        f"<standangabe><standtyp>Stand</standtyp><standkommentar>{said}</standkommentar></standangabe>"
        for said in ("Neugefasst;", "geändert")
    )
    meta = etree.fromstring(f"<metadaten>{notes}</metadaten>")
    assert gii_meta.stands(meta, watched().source("de-gii")) == {"Stand": "Neugefasst; geändert"}


def test_a_law_transposes_directives_carries_out_regulations_and_heeds_what_it_was_notified_under() -> None:
    notes = (
        "Hinweis: Umsetzung der EGRL 9/96 (CELEX Nr: 396L0009) EGRL 29/2001 (CELEX Nr. 32001L0029) Beachtung der EGRL 34/98 "
        "(CELEX Nr: 31998L0034) Durchführung der EWGV 2082/92 (CELEX Nr: 31992R2082) Umsetzung der EURL 77/2011 (CELEX Nr: 30211L0077)"
    )
    assert list(gii_meta.european(notes)) == [
        (LinkKind.TRANSPOSES, "eu/celex/31996L0009"),
        (LinkKind.TRANSPOSES, "eu/celex/32001L0029"),
        (LinkKind.RELATED, "eu/celex/31998L0034"),
        (LinkKind.IMPLEMENTS, "eu/celex/31992R2082"),
    ]

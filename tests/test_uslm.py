"""United States law in USLM: schedules, annexes and cross-headings are read, marks of footnotes are no words."""

from lxml import etree

from crawlers import imports
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.texts import outline, uslm


def read(inner: str) -> dict[str, tuple[str, str]]:
    return {
        one.id: (one.heading, one.text)
        for one in outline.provisions(uslm.units(etree.fromstring(f"<pLaw><main>{inner}</main></pLaw>")))
    }


def test_a_schedule_an_annex_and_a_cross_heading_are_parts_of_their_own() -> None:
    found = read(
        "<title><num>TITLE I</num><heading>LAMPS</heading><crossHeading>Oil</crossHeading><schedule><num>SCHEDULE A</num><content>List.</content>"
        "</schedule></title><annex><heading>Annex</heading><p>Words.</p></annex>"
    )
    assert found == {
        "tit_I": ("LAMPS", ""),
        "tit_I/hdg_1": ("", "Oil"),
        "tit_I/sch_a": ("", "List."),
        "anx_1": ("Annex", "Words."),
    }


def test_the_mark_of_a_footnote_is_left_out_and_a_caption_has_its_line() -> None:
    table = "<table><caption>Lamps</caption><tr><th/><th/></tr><tr><td>oil</td><td>2</td></tr></table>"
    found = read(
        f'<section><num>1</num><content>Light<ref class="footnoteRef">1</ref>, so.<p>And:</p>{table}</content></section>'
    )
    assert found["sec_1"][1] == "Light, so.\nAnd:\nLamps\noil | 2"


def test_a_section_of_the_code_has_no_status_word_but_its_own() -> None:
    body = """<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><docNumber>99</docNumber></meta><main><title>{}</title></main></uscDoc>"""
    section = '<section identifier="/us/usc/t99/s{0}"><num value="{0}">§ {0}.</num><heading>{1}</heading><content><p>Lit.</p></content></section>'
    both = section.format(1, "Lamps") + section.format(2, "Repealed. Pub. L. 99–1")
    found = imports.read(
        Response(url="", body=body.format(both).encode(), name="usc99.xml"), watched().source("us-bills")
    )
    assert [(one.status.value, one.source_status) for one in found] == [("in_force", ""), ("repealed", "Repealed")]


def test_words_after_a_quotation_and_around_references_keep_their_order() -> None:
    found = read(
        "<preamble><recital>Whereas under <ref>section 5</ref>, lamps burn;</recital></preamble>"
        "<section><num>1</num><content>Strike <quotedContent><toc><referenceItem><designator>Sec. 9.</designator> <label>Lamps.</label>"
        "</referenceItem></toc></quotedContent> and so on, and insert <deletedText>oil</deletedText><addedText>gas</addedText>.</content></section>"
    )
    assert [text for _, text in found.values()] == [
        "Whereas under section 5, lamps burn;",
        "Strike",
        "Sec. 9. Lamps.",
        "and so on, and insert gas.",
    ]


def test_a_bill_is_not_called_by_the_short_title_of_its_part_or_of_a_law_that_it_quotes() -> None:
    cited = "<content>This {} may be cited as the “<shortTitle>{}</shortTitle>”.</content>"
    body = (
        '<bill xmlns="http://schemas.gpo.gov/xml/uslm"><meta><citableAs>119 S. 9901 IS</citableAs></meta><main><longTitle>'
        "<officialTitle>To regulate lamps.</officialTitle></longTitle><title><num>I</num><section><num>1</num>"
        f"{cited.format('title', 'Oil Act')}</section></title><section><num>2</num><content>Add <quotedContent><section><num>9</num>"
        f"{cited.format('Act', 'Wick Act')}</section></quotedContent></content></section></main></bill>"
    )
    [found] = imports.read(Response(url="", body=body.encode(), name="b.xml"), watched().source("us-bills"))
    assert found.title == "To regulate lamps."


def test_a_section_numbered_with_a_dash_is_read_with_the_acts_that_made_it() -> None:
    body = (
        '<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><docNumber>99</docNumber></meta><main><title>'
        '<section identifier="/us/usc/t99/s20e–5"><num value="20e–5">§ 20e–5.</num><heading>Lamps</heading><content>Lit.</content>'
        "<sourceCredit>(<ref>July 2, 1964, ch. 9</ref>, 78 Stat. 2; Pub. L. 92–9, Mar. 24, 1972.)</sourceCredit></section>"
        '<section identifier="/us/usc/t99/s6" status="omitted"><num value="6">[§ 6.</num><heading>Omitted]</heading></section>'
        "</title></main></uscDoc>"
    )
    found = imports.read(Response(url="", body=body.encode(), name="usc99.xml"), watched().source("us-bills"))
    assert [(one.id, one.title, one.status.value) for one in found] == [
        ("us/usc/99/20e-5", "99 U.S.C. § 20e-5 - Lamps", "in_force"),
        ("us/usc/99/6", "99 U.S.C. § 6 - Omitted", "repealed"),
    ]
    assert [(one.date, one.kind.value) for one in found[0].events] == [
        ("1964-07-02", "enacted"),
        ("1972-03-24", "amended"),
    ]
    assert found[0].texts[0].provisions[0].id == "sec_20e-5"


def test_a_reported_bill_of_the_older_dtd_says_when_it_was_introduced_and_keeps_what_the_printer_sets() -> None:
    body = (
        '<bill bill-stage="Reported-in-House"><form><congress>119th CONGRESS</congress><legis-num>H. R. 9901</legis-num><action>'
        '<action-date date="20250103">x</action-date><action-desc>Ms. Oil introduced the following bill</action-desc></action><action>'
        '<action-date date="20250610">x</action-date><action-desc>Reported with an amendment</action-desc></action></form><legis-body>'
        "<section><enum>1.</enum><text>By striking <quote>oil</quote> and <deleted-phrase>adding</deleted-phrase>"
        "<added-phrase>inserting</added-phrase>:</text><quoted-block><paragraph><enum>(2)</enum><text>gas</text></paragraph>"
        "<after-quoted-block>; and</after-quoted-block></quoted-block></section></legis-body></bill>"
    )
    [found] = imports.read(Response(url="", body=body.encode(), name="b.xml"), watched().source("us-bills"))
    assert [(one.date, one.kind.value) for one in found.events] == [
        ("2025-01-03", "introduced"),
        ("2025-06-10", "reported"),
    ]
    assert [(one.number, one.text) for one in found.texts[0].provisions] == [
        ("1.", "By striking “oil” and inserting:"),
        ("“(2)", "gas”; and"),
    ]


def test_a_section_quoted_in_a_note_ends_no_title() -> None:
    """Notes hold sections of other laws; the sections of the Code behind such a note are read, and the quoted ones are none."""
    quoted = '<section><num value="1">“SECTION 1.</num><heading>Parchment</heading><content>Lit.</content></section>'
    body = (
        '<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><docNumber>99</docNumber></meta><main><title>'
        '<section identifier="/us/usc/t99/s1"><num value="1">§ 1.</num><heading>Lamps</heading><content>Lit.</content>'
        f"<notes><note><quotedContent>{quoted}</quotedContent></note></notes></section>"
        '<section identifier="/us/usc/t99/s2"><num value="2">§ 2.</num><heading>Wicks</heading><content>Cut.</content></section>'
        "</title></main></uscDoc>"
    )
    found = imports.read(Response(url="", body=body.encode(), name="usc99.xml"), watched().source("us-bills"))
    assert [matter.id for matter in found] == ["us/usc/99/1", "us/usc/99/2"]

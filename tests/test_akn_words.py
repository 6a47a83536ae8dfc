"""No word of the law in an Akoma Ntoso document is lost, and no word that is not of this version is told."""

from lxml import etree

from crawlers.matter import Provision
from crawlers.texts import akoma_ntoso as akn
from crawlers.texts import outline


def units(inner: str) -> dict[str, Provision]:
    (document,) = akn.documents(etree.fromstring(f"<akomaNtoso><act>{inner}</act></akomaNtoso>"))
    return {one.id: one for one in outline.provisions(akn.units(document))}


def body(inner: str) -> dict[str, Provision]:
    return units(f"<body>{inner}</body>")


def test_running_words_around_a_term_stay_one_sentence() -> None:
    read = body(
        "<section><num>1</num><content><blockList><listIntroduction>An <term>owner</term> of a lamp must:</listIntroduction>"
        "<item><num>(a)</num><p>light it;</p></item></blockList></content></section>"
    )
    assert read["sec_1"].text == "An owner of a lamp must:"
    assert read["sec_1/pnt_a"].text == "light it;"


def test_words_beside_numbered_parts_are_kept_in_their_order() -> None:
    read = body(
        "<paragraph><num>1</num>Lamps:<point><num>a</num><content><p>oil</p></content></point>are lit.</paragraph>"
    )
    assert [(id, one.text) for id, one in read.items()] == [
        ("par_1", "Lamps:"),
        ("par_1/pnt_a", "oil"),
        ("par_1/p_1", "are lit."),
    ]


def test_a_quoted_article_keeps_number_and_heading_on_one_line() -> None:
    read = body(
        "<article><num>Art. 1</num><content><p>A new article reads: <mod><quotedStructure><article><num>Art. 9</num>"
        "<heading>Lamps</heading><paragraph><num>(1)</num><content><p>Lamps shine.</p></content></paragraph></article>"
        "</quotedStructure></mod></p></content></article>"
    )
    assert read["art_1"].text == "A new article reads:\nArt. 9 Lamps\n(1) Lamps shine."


def test_deleted_words_are_no_law_and_a_repealed_article_keeps_its_place() -> None:
    read = body(
        "<article><num><del>Art. 2</del></num><heading><del>Oil</del></heading><content><p><del>Oil is burnt.</del></p></content></article>"
        "<article><num>Art. 3</num><content><p>Lamps are <del>red</del><ins>green</ins>.</p></content></article>"
    )
    assert (read["art_2"].number, read["art_2"].heading, read["art_2"].text) == ("Art. 2", "", "")
    assert read["art_3"].text == "Lamps are green."


def test_an_annex_of_an_annex_is_read() -> None:
    inner = "<attachments><attachment><heading>Inner</heading><doc><mainBody><p>Deep.</p></mainBody></doc></attachment></attachments>"
    read = units(
        "<body><p>Law.</p></body><attachments><attachment><heading>Outer</heading>"
        f"<doc><mainBody><p>Outside.</p></mainBody>{inner}</doc></attachment></attachments>"
    )
    assert [one.heading or one.text for one in read.values()] == ["Law.", "Outer", "Outside.", "Inner", "Deep."]


def test_other_components_of_a_collection_stand_beside_its_first() -> None:
    root = etree.fromstring(
        "<akomaNtoso><documentCollection><components><component><bill><body><p>Law.</p></body></bill></component><component><doc><preface><p>"
        "<docTitle>Reasons</docTitle></p></preface><mainBody><p>Why.</p></mainBody></doc></component></components></documentCollection></akomaNtoso>"
    )
    (bill,) = akn.documents(root)
    assert [one.heading or one.text for one in outline.provisions(akn.units(bill))] == ["Law.", "Reasons", "Why."]


def test_each_document_of_an_answer_is_found() -> None:
    one = "<akomaNtoso><act><body><p>{}</p></body></act></akomaNtoso>"
    root = etree.fromstring(f"<AknXmlList><Results>{one.format('eka')}{one.format('toka')}</Results></AknXmlList>")
    assert [akn.units(document)[0].text for document in akn.documents(root)] == ["eka", "toka"]


def test_a_line_that_is_bold_throughout_is_a_heading() -> None:
    read = body(
        "<level><content><p><b><i>Why now?</i></b></p></content></level>"
        "<level><content><p><b>Shelves</b> are full.</p></content></level>"
    )
    assert [(one.heading, one.text) for one in read.values()] == [("Why now?", ""), ("", "Shelves are full.")]

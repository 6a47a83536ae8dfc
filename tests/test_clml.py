"""Every part of UK legislation is read: what was kept from the Union, preambles, divisions, lists and definitions."""

from lxml import etree

from crawlers.matter import Provision
from crawlers.texts import clml, outline


def read(inner: str) -> dict[str, Provision]:
    return {
        one.id: one for one in outline.provisions(clml.units(etree.fromstring(f"<Legislation>{inner}</Legislation>")))
    }


def test_a_law_kept_from_the_union_has_recitals_and_articles() -> None:
    found = read(
        "<EURetained><EUPrelims><MultilineTitle><Text>Lamps</Text></MultilineTitle><EUPreamble><P><Text>Whereas:</Text></P><Division><Number>(1)</Number>"
        "<P><Text>Lamps matter.</Text></P></Division></EUPreamble></EUPrelims><EUBody><EUChapter><Number>CHAPTER I</Number><Title>General</Title><P1group>"
        "<Title>Scope</Title><P1><Pnumber>Article 1</Pnumber><P1para><P2><Pnumber>1</Pnumber><P2para><Text>Lamps are lit.</Text></P2para></P2></P1para></P1>"
        "</P1group></EUChapter></EUBody></EURetained>"
    )
    assert list(found) == ["preamble_1", "preamble_1/rec_1", "chp_I", "art_1", "art_1/sub_1"]
    assert (found["art_1"].heading, found["art_1/sub_1"].text) == ("Scope", "Lamps are lit.")


def test_paragraphs_without_a_number_stand_under_the_title_of_their_group() -> None:
    found = read(
        "<Schedule><Number>SCHEDULE 1</Number><ScheduleBody><P1group><Title>Lamps</Title><P><Text>Lamps are lit.</Text></P></P1group></ScheduleBody>"
        "</Schedule>"
    )
    assert (found["sch_1/p_1"].heading, found["sch_1/p_1"].text) == ("Lamps", "Lamps are lit.")


def test_a_list_has_the_numbers_that_its_type_gives_it() -> None:
    items = "".join(
        f"<ListItem{own}><Para><Text>{said}</Text></Para></ListItem>"
        for own, said in (("", "oil"), (' NumberOverride="c"', "gas"))
    )
    found = read(
        f'<P2><Pnumber>1</Pnumber><P2para><OrderedList Type="alpha" Decoration="parens">{items}</OrderedList></P2para></P2>'
    )
    assert [(one.number, one.text) for one in found.values() if one.text] == [("(a)", "oil"), ("(c)", "gas")]


def test_paragraphs_of_a_definition_stay_with_it() -> None:
    item = "<ListItem><Para><Text>{} means—</Text><P3><Pnumber>a</Pnumber><P3para><Text>{};</Text></P3para></P3></Para></ListItem>"
    found = read(
        f"<P2><Pnumber>1</Pnumber><P2para><UnorderedList>{item.format('lamp', 'oil')}{item.format('wick', 'string')}</UnorderedList></P2para></P2>"
    )
    assert found["sub_1/def_2/par_a"].text == "string;"


def test_a_table_keeps_its_title_and_words_after_a_quote_follow_it() -> None:
    found = read(
        "<Body><P1><Pnumber>1</Pnumber><P1para><Text>Insert</Text><BlockAmendment><P2><Pnumber>2</Pnumber><P2para><Text>Lit.</Text></P2para></P2>"
        "</BlockAmendment><AppendText>, and</AppendText><Tabular><Number>Table 1</Number><Title>Lamps</Title><table><tr><td>a</td><td>b</td></tr></table>"
        "</Tabular></P1para></P1><P><Text>Loose.</Text></P></Body>"
    )
    assert (found["sec_1"].text, found["sec_1/p_1"].text) == ("Insert", "Table 1 Lamps\na | b")
    assert (found["sec_1/sub_2"].text, found["p_1"].text) == ("Lit., and", "Loose.")


SECTION = "<P1group{}><Title>Lamps</Title><P1><Pnumber>{}</Pnumber><P1para><Text>{}</Text></P1para></P1></P1group>"
ENDED = ' Match="false" RestrictEndDate="2004-06-22"'


def test_what_had_ended_before_this_version_is_no_part_of_it() -> None:
    found = read(f"<Body>{SECTION.format(ENDED, 1, 'Oil.')}{SECTION.format('', 2, 'Gas.')}</Body>")
    assert [one.text for one in found.values()] == ["Gas."]


def test_a_law_all_of_which_has_ended_keeps_its_last_words() -> None:
    inner = f"<Body>{SECTION.format(ENDED, 1, 'Oil.')}</Body>"
    assert clml.ended(etree.fromstring(f"<Legislation>{inner}</Legislation>")) == "2004-06-22"
    assert [one.text for one in read(inner).values()] == ["Oil."]


def test_what_is_not_yet_in_force_says_so() -> None:
    waiting = ' Status="Prospective"'
    found = read(f"<Body>{SECTION.format(waiting, 1, 'Oil.')}{SECTION.format('', 2, 'Gas.')}</Body>")
    assert [one.heading for one in found.values()] == ["Lamps [prospective]", "Lamps"]

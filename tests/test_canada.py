"""Laws of Canada: headings of groups and forms within schedules, and notes that belong to a standard, are read."""

import pytest
from lxml import etree

from crawlers import imports
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.texts import canada, outline


def read(inner: str) -> dict[str, tuple[str, str]]:
    units = canada.units(etree.fromstring(f"<Statute>{inner}</Statute>"))
    return {one.id: (one.heading, one.text) for one in outline.provisions(units)}


def test_the_groups_of_a_schedule_keep_their_titles_and_notes() -> None:
    found = read(
        "<Schedule><ScheduleFormHeading><Label>SCHEDULE 1</Label></ScheduleFormHeading><DocumentInternal>"
        '<GroupHeading format-ref="group1-part"><TitleText>4.1 Lamps</TitleText></GroupHeading>'
        "<Provision><Text>Lamps are lit.</Text><Note>Note: at night.</Note></Provision></DocumentInternal></Schedule>"
    )
    assert found == {
        "sch_1": ("", ""),
        "sch_1/div_1": ("4.1 Lamps", ""),
        "sch_1/div_1/prv_1": ("", "Lamps are lit.\nNote: at night."),
    }


def test_a_form_keeps_its_heading_and_its_table() -> None:
    table = "<TableGroup><table><tgroup><tbody><row><entry>Name</entry><entry>Lamp</entry></row></tbody></tgroup></table></TableGroup>"
    found = read(
        "<Schedule><ScheduleFormHeading><Label>SCHEDULE</Label></ScheduleFormHeading><FormGroup><ScheduleFormHeading><Label>FORM 1</Label>"
        f"<TitleText>Notice</TitleText></ScheduleFormHeading>{table}<Provision><Text>Sign here.</Text></Provision></FormGroup></Schedule>"
    )
    assert ("Notice", "Name | Lamp") in found.values()
    assert ("", "Sign here.") in found.values()


def test_a_form_says_to_which_section_it_belongs_and_keeps_each_line_of_its_title() -> None:
    found = read(
        "<Schedule><ScheduleFormHeading><Label>FORM 2</Label><OriginatingRef>[Rule 8]</OriginatingRef><TitleText>Court of Lamps</TitleText>"
        "<TitleText>Notice<HistoricalNote>SI/91-81, s. 12</HistoricalNote></TitleText></ScheduleFormHeading></Schedule>"
    )
    assert list(found.values()) == [("Court of Lamps - Notice", "[Rule 8]")]


HEAD = """<Statute xml:lang="en" {0}><Identification><BillNumber>C-51</BillNumber><Parliament><Session>2</Session><Number>40</Number></Parliament>
<ShortTitle>Lamp Act</ShortTitle><Chapter><ConsolidatedNumber official="{1}">L-9</ConsolidatedNumber><AnnualStatuteId>
<AnnualStatuteNumber>31</AnnualStatuteNumber><YYYY>2009</YYYY></AnnualStatuteId></Chapter></Identification><Body/></Statute>"""


@pytest.mark.parametrize(("revised", "cited"), [("no", "S.C. 2009, c. 31"), ("yes", "R.S.C. 1985, c. L-9")])
def test_an_act_is_cited_by_its_chapter_and_follows_its_bill(revised: str, cited: str) -> None:
    body = HEAD.format("", revised).encode()
    law = imports.read(Response(url="", body=body, name="L-9.xml"), watched().source("ca-laws"))[0]
    assert cited in [one.value for one in law.identifiers]
    assert [(link.kind, link.target) for link in law.links] == [("follows", "ca/bill/40-2/C-51")]
    assert law.source_status == ""

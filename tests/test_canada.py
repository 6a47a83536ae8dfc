"""Laws of Canada: headings of groups and forms within schedules, and notes that belong to a standard, are read."""

from lxml import etree

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

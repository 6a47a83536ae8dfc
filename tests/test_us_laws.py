"""Public laws and compilations of the United States: names, bills, stages and marks of notes."""

import pytest

from crawlers import imports
from crawlers.matter import Matter
from crawlers.response import Response
from crawlers.sources import watched

LAW = """<pLaw xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"><meta>
<dc:title>Public Law 119–99: To open shelves.</dc:title><dc:type>Public Law</dc:type><docNumber>99</docNumber>
<citableAs>Public Law 119–99</citableAs><congress>119</congress><publicPrivate>public</publicPrivate></meta><main>
<longTitle><officialTitle>To open shelves.</officialTitle>{margin}</longTitle>
<section><num value="1">SECTION 1. </num><content>{named}See <ref href="/us/bill/118/s/1">S. 1</ref>.</content></section></main>
<legislativeHistory><heading>LEGISLATIVE HISTORY—<ref href="/us/bill/119/s/5">S. 5</ref> (<ref href="/us/bill/119/hr/29">H.R. 29</ref>):</heading>
<note><heading>SENATE REPORTS:</heading><p>Jan. 2, no step.</p></note>
<note><heading>CONGRESSIONAL RECORD:</heading><subheading>Vol. 171 (2025):</subheading><p>Dec. 3, 4, 8–11, considered and passed Senate,</p><p>amended.</p>
<subheading>Vol. 172 (2026):</subheading><p>Jan. 6, House concurred in Senate amendment.</p></note>
<note><heading>DAILY COMPILATION (2026):</heading><p>Jan. 9, Presidential remarks.</p></note></legislativeHistory></pLaw>"""

COMPILED = """<statuteCompilation xmlns="http://schemas.gpo.gov/xml/uslm" xmlns:dc="http://purl.org/dc/elements/1.1/"><meta>
<dc:title>LAMP ACT</dc:title><citableAs>{cited}</citableAs><docNumber>9</docNumber><property role="fileId">7</property><congress>99</congress></meta>
<main><section><num value="2">Sec. (2)<ref class="footnoteRef">1</ref> </num><content>Lamps burn.</content></section></main></statuteCompilation>"""


def read(body: str) -> Matter:
    return imports.read(Response(url="", body=body.encode(), name="law.xml"), watched().source("us-bills"))[0]


def test_a_law_tells_what_each_chamber_did_on_the_last_day_of_its_debate() -> None:
    assert [(event.date, event.kind, event.label) for event in read(LAW.format(margin="", named="")).events] == [
        ("2025-12-11", "passed_one_chamber", "considered and passed Senate, amended."),
        ("2026-01-06", "other", "House concurred in Senate amendment."),
    ]


@pytest.mark.parametrize(
    ("margin", "became", "beside"),
    [
        ("", "us/bill/119/s/5", "us/bill/119/hr/29"),
        ('<sidenote><p><ref href="/us/bill/119/hr/29">H.R. 29</ref></p></sidenote>', "us/bill/119/hr/29", "us/bill/119/s/5"),
    ],
)  # fmt: skip
def test_one_bill_became_the_law_and_the_other_is_beside_it(margin: str, became: str, beside: str) -> None:
    links = [(link.kind, link.target) for link in read(LAW.format(margin=margin, named="")).links]
    assert links == [("follows", became), ("related", beside)]


def test_a_law_is_called_by_the_short_title_that_it_gives_itself() -> None:
    law = read(
        LAW.format(margin="", named="This Act may be cited as the “<shortTitle role='act'>Shelf Act</shortTitle>”.")
    )
    assert (law.title, law.summary) == ("Shelf Act", "To open shelves.")
    assert ("short title", "Shelf Act") in [(one.scheme, one.value) for one in law.identifiers]
    unnamed = read(LAW.format(margin="", named=""))
    assert (unnamed.title, unnamed.summary) == ("To open shelves.", "")


@pytest.mark.parametrize("cited", ["Public Law 99–9", "Public Law 99-9, as amended"])
def test_a_compilation_is_tied_to_the_law_that_it_compiles(cited: str) -> None:
    compiled = read(COMPILED.format(cited=cited))
    assert [link.target for link in compiled.links] == ["us/plaw/99/9"]
    assert [unit.number for unit in compiled.texts[0].provisions] == ["Sec. (2)"]

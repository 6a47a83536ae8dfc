"""Documents of the Federal Register in its own XML: orders of the President, notices without heads, corrections."""

from pathlib import Path

import pytest

from crawlers.imports import outcomes
from crawlers.matter import Matter
from crawlers.places.us import register
from crawlers.sources import watched
from crawlers.texts import notices
from crawlers.vocabulary import EventKind, LinkKind, Status

ORDER = """<PRESDOCU><EXECORD><TITLE3>Title 3—</TITLE3><PRES>The President<PRTPAGE P="33"/></PRES>
<EXECORDR>Executive Order 99007 of May 29, 2031</EXECORDR><HD SOURCE="HED">Keeping Libraries Open</HD>
<FP>By the authority vested in me, it is ordered:</FP>
<FP><E T="04">Section 1</E>. <E T="03">Purpose.</E> Libraries lend books.</FP>
<P><E T="04">Sec. 2</E>. <E T="03">Duties.</E> (a) Each agency shall:</P><P>(i) open by nine; and</P><P>(ii) close by noon.</P>
<P>(b) No fee is due.</P><PSIG>x</PSIG><PLACE>THE WHITE HOUSE,</PLACE><DATE>May 29, 2031.</DATE>
<FRDOC>[FR Doc. 2031–99007</FRDOC><FILED>Filed 6-1-31; 8:45 am]</FILED></EXECORD></PRESDOCU>"""

NOTICE = """<NOTICE><PREAMB><AGENCY>LIBRARY OF CONGRESS</AGENCY><SUBJECT>Meeting of Readers</SUBJECT>
<HD SOURCE="HED">PLACE:</HD><P>The great hall.</P></PREAMB><P>The board meets.</P>
<FRDOC>[FR Doc. 2031-99008 Filed 6-2-31; 8:45 am]</FRDOC></NOTICE>"""

CORRECTION = """<CORRECT><PREAMB><CFR>37 CFR Parts 201, 205, and 299</CFR><SUBJECT>Lending Rules</SUBJECT></PREAMB>
<SUPLINF><HD SOURCE="HED">Correction</HD><P>On page 9, "lamp" is corrected to read "lamps".</P></SUPLINF>
<FRDOC>[FR Doc. C1–2031–99001 Filed 6-3-31; 8:45 am]</FRDOC></CORRECT>"""


def read(xml: str, folder: Path, name: str = "2031-06-03-document.xml") -> list[Matter]:
    (folder / name).write_text(xml, encoding="utf-8")
    [outcome] = outcomes(watched().source("us-federal-register-xml"), [folder / name])
    assert not outcome.refused
    return list(outcome.matters)


def test_an_order_of_the_president_has_its_title_number_day_and_sections(tmp_path: Path) -> None:
    [order] = read(ORDER, tmp_path)
    assert (order.title, order.instrument, order.status) == (
        "Keeping Libraries Open",
        "executive order",
        Status.ENACTED,
    )
    assert [(one.scheme, one.value) for one in order.identifiers] == [("fr", "2031-99007"), ("eo", "99007")]
    assert ("2031-05-29", EventKind.SIGNED) in [(event.date, event.kind) for event in order.events]
    units = {unit.id: (unit.heading, unit.text) for unit in order.texts[0].provisions}
    assert list(units) == [
        "p_1",
        "sec_1",
        "sec_2",
        "sec_2/sub_a",
        "sec_2/sub_a/par_i",
        "sec_2/sub_a/par_ii",
        "sec_2/sub_b",
    ]
    assert units["sec_1"] == ("Purpose", "Libraries lend books.")
    assert units["sec_2"] == ("Duties", "")


def test_a_notice_without_heads_is_read_whole(tmp_path: Path) -> None:
    [notice] = read(NOTICE, tmp_path)
    assert [unit.heading or unit.text for unit in notice.texts[0].provisions] == [
        "PLACE:",
        "The great hall.",
        "The board meets.",
    ]


def test_a_correction_says_what_it_corrects_and_which_parts(tmp_path: Path) -> None:
    [correction] = read(CORRECTION, tmp_path)
    assert correction.id == "us/fr/2031-06-03/C1-2031-99001"
    assert [link.target for link in correction.links if link.kind is LinkKind.CORRECTS] == ["us/fr/2031-99001"]
    assert [link.target for link in correction.links if link.kind is LinkKind.AMENDS] == [
        f"us/cfr/37/{part}" for part in (201, 205, 299)
    ]


def test_an_issue_gives_its_documents_of_the_day_in_its_name(tmp_path: Path) -> None:
    issue = f"<FEDREG><VOL>99</VOL><NOTICES>{NOTICE}</NOTICES><PRESDOCS>{ORDER}</PRESDOCS></FEDREG>"
    assert [matter.id for matter in read(issue, tmp_path, "FR-2031-06-04.xml")] == [
        "us/fr/2031-06-04/2031-99008", "us/fr/2031-06-04/2031-99007"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("The comment period for the rule published on May 1, 2031 (99 FR 12), is extended. Comments are due June 30, 2031.", ["2031-06-30"]),
        ("The comment period for the notice published at 99 FR 1 on May 1, 2031, is extended from June 1, 2031, to July 31, 2031.", ["2031-07-31"]),
        ("Written comments and replies to them are due August 1, 2031.", ["2031-08-01"]),
        ("The comment period that opened March 2, 2031, closes June 9, 2031.", ["2031-06-09"]),
    ],
)  # fmt: skip
def test_a_day_on_which_something_was_published_is_no_deadline(words: str, days: list[str]) -> None:
    told = notices.told(words, "", "America/New_York", published="2031-05-20")
    assert [event.date for event in told if event.kind is EventKind.COMMENT_CLOSES] == days


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The final rule published on May 1, 2031, at 99 FR 1, is effective July 1, 2031.", "2031-07-01"),
        ("The effective date of the rule published at 99 FR 1 on May 1, 2031, is delayed until July 2, 2031.", "2031-07-02"),
        ("The effective date is delayed from June 1, 2031, to July 3, 2031.", "2031-07-03"),
        ("Effective July 4, 2031, the rule published May 1, 2031, is withdrawn.", "2031-07-04"),
    ],
)  # fmt: skip
def test_a_rule_takes_effect_on_the_day_that_is_set(words: str, day: str) -> None:
    assert register.effective(words) == [day]


def test_a_partial_withdrawal_leaves_the_rest() -> None:
    assert register.withdraws("Proposed rule; withdrawal.")
    assert not register.withdraws("Proposed rule; partial withdrawal.")

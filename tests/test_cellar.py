"""What CELLAR says of a work or of a procedure: ends of the whole and of parts, relations, steps in the source's own words."""

import pytest

from crawlers import imports
from crawlers.eu.cellar import Work
from crawlers.eu.cellar import matter as of_work
from crawlers.matter import Link, Matter, Person
from crawlers.response import Response
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, LinkKind, Status

TITLE = "Regulation (EU) 2099/7 of 3 February 2099 on lamps and repealing Directive 2088/12/EU"


def work(inner: str) -> Matter:
    body = f'<NOTICE><WORK><SAMEAS><URI><IDENTIFIER>32099R0007</IDENTIFIER><TYPE>celex</TYPE></URI></SAMEAS>{inner}</WORK></NOTICE>'  # fmt: skip
    (found,) = imports.read(Response(url="", body=body.encode()), watched().source("eu-cellar-notices"))
    return found


def dossier(inner: str) -> Matter:
    body = f"<NOTICE><DOSSIER><SAMEAS><URI><IDENTIFIER>2098_31</IDENTIFIER><TYPE>procedure</TYPE></URI></SAMEAS></DOSSIER>{inner}</NOTICE>"
    (found,) = imports.read(Response(url="", body=body.encode()), watched().source("eu-cellar-notices"))
    return found


def step(code: str, day: str, more: str = "") -> str:
    kind = f"<URI><IDENTIFIER>{code}</IDENTIFIER></URI><PREFLABEL>said of {code}</PREFLABEL>"
    name = "EVENT_LEGAL_HAS_TYPE_CONCEPT_TYPE_EVENT_LEGAL"
    return f"<EVENT><EVENT_LEGAL_DATE><VALUE>{day}</VALUE></EVENT_LEGAL_DATE><{name}>{kind}</{name}>{more}</EVENT>"


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (("9999-12-31", "2100-05-01"), [("2100-05-01", "in part")]),
        (("2100-05-01", "2101-05-01"), [("2100-05-01", "in part"), ("2101-05-01", "")]),
        (("9999-12-31",), []),
    ],
)
def test_only_the_last_end_of_validity_is_that_of_the_whole(ends: tuple[str, ...], told: list[tuple[str, str]]) -> None:
    found = of_work(Work(celex="32099R0007", title=TITLE, adopted="2099-02-03", ends=ends), Response(url="", body=b""))
    assert [(event.date, event.label) for event in found.events if event.kind is EventKind.ENDS] == told


def test_a_notice_names_related_acts_and_its_title_others() -> None:
    other = "<SAMEAS><URI><IDENTIFIER>{}</IDENTIFIER><TYPE>celex</TYPE></URI></SAMEAS>"
    amended = (
        f"<RESOURCE_LEGAL_AMENDS_RESOURCE_LEGAL>{other.format('32085R0004')}</RESOURCE_LEGAL_AMENDS_RESOURCE_LEGAL>"
    )
    title = f"<EXPRESSION><EXPRESSION_TITLE><VALUE>{TITLE}</VALUE><LANG>en</LANG></EXPRESSION_TITLE></EXPRESSION>"
    found = work(amended + title)
    assert found.links == (
        Link(kind=LinkKind.AMENDS, target="eu/celex/32085R0004"),
        Link(kind=LinkKind.REPEALS, target="eu/celex/32088L0012"),
    )


def test_a_work_without_its_day_has_the_one_of_its_title() -> None:
    title = f"<EXPRESSION><EXPRESSION_TITLE><VALUE>{TITLE}</VALUE></EXPRESSION_TITLE></EXPRESSION>"
    assert [(event.kind, event.date) for event in work(title).events] == [(EventKind.ADOPTED, "2099-02-03")]


def test_steps_of_a_procedure_keep_their_words_and_only_some_move_it(caplog: pytest.LogCaptureFixture) -> None:
    person = "<EVENT_LEGAL_REPORTED_BY_PERSON><SAMEAS><URI><IDENTIFIER>Ada LICHTER </IDENTIFIER><TYPE>agent</TYPE></URI></SAMEAS></EVENT_LEGAL_REPORTED_BY_PERSON>"
    found = dossier(
        step("TRS_EP_byCOM", "2098-05-06")
        + step("ADP_byCOM", "2098-05-06")
        + step("OPI_R1_byEP", "2098-09-01", person)
        + step("OPI_byEESC", "2098-10-01")
        + step("TEA_byCOM", "2098-11-01")
    )
    assert [(event.kind, event.label) for event in found.events] == [
        (EventKind.INTRODUCED, "said of ADP_byCOM"),
        (EventKind.REFERRED, "said of TRS_EP_byCOM"),
        (EventKind.PASSED_ONE_CHAMBER, "said of OPI_R1_byEP"),
        (EventKind.OTHER, "said of OPI_byEESC"),
        (EventKind.OTHER, "said of TEA_byCOM"),
    ]
    assert (found.status, found.status_as_of) == (Status.PASSED_ONE_CHAMBER, "2098-09-01")
    assert found.people == (Person(name="Ada LICHTER", role="rapporteur"),)
    assert "TEA_byCOM" in caplog.text


def test_a_procedure_without_steps_is_passed_where_its_proposal_was_adopted() -> None:
    adopted = dossier("").status, dossier("<EVENT/>").status
    assert adopted == (Status.INTRODUCED, Status.INTRODUCED)
    body = b"<NOTICE><DOSSIER><DOSSIER_ADOPTED-PROPOSAL><VALUE>true</VALUE></DOSSIER_ADOPTED-PROPOSAL><SAMEAS><URI><IDENTIFIER>2098_31</IDENTIFIER><TYPE>procedure</TYPE></URI></SAMEAS></DOSSIER></NOTICE>"
    (found,) = imports.read(Response(url="", body=body), watched().source("eu-cellar-notices"))
    assert found.status is Status.PASSED

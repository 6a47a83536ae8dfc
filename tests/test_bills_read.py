"""What documents of parliaments say in forms that their fixtures do not show: own small documents in the official formats."""

import json
from typing import Any

import pytest

from crawlers import imports
from crawlers.matter import Link, Matter, Person
from crawlers.response import Found, Response
from crawlers.sources import watched
from crawlers.texts import local_law
from crawlers.texts.outline import provisions
from crawlers.vocabulary import EventKind, LinkKind, Status


def read(source: str, answer: Any, url: str = "", name: str = "a.json") -> list[Found]:
    """What the source reads in an answer, given as bytes or as what becomes JSON."""
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return list(imports.read(Response(url=url, body=body, name=name), watched().source(source)))


def one(source: str, answer: Any, url: str = "", name: str = "a.json") -> Matter:
    (matter,) = (found for found in read(source, answer, url, name) if isinstance(found, Matter))
    return matter


def happened(matter: Matter) -> list[tuple[str, str, EventKind, str]]:
    return [(event.date, event.time, event.kind, event.label) for event in matter.events]


def legiscan(**facts: Any) -> Matter:
    session = {"year_start": 2025, "year_end": 2025, "session_name": "2025 Regular Session", **facts.pop("session", {})}
    bill = {
        "bill_id": 5, "bill_number": "SB12", "bill_type": "B", "state": "AZ", "status": 1, "status_date": "2025-01-14",
        "title": "Lamps", "progress": [{"date": "2025-01-14", "event": 1}], "session": session,
    }  # fmt: skip
    return one("us-legiscan", {"status": "OK", "bill": bill | facts})


def test_votes_amendments_and_referrals_of_legiscan_stand_in_the_order_of_days() -> None:
    matter = legiscan(
        votes=[
            {"date": "2025-03-01", "desc": "Third Reading", "yea": 31, "nay": 28, "chamber": "H", "url": "https://v"}
        ],
        amendments=[
            {
                "date": "2025-02-20",
                "title": "Floor Amendment 2",
                "adopted": 1,
                "chamber": "S",
                "state_link": "https://a",
            }
        ],
        referrals=[{"date": "2025-01-20", "name": "Energy", "chamber": "S"}],
        calendar=[{"date": "2025-02-01", "time": "09:30", "description": "Hearing", "location": "Room 1"}],
    )
    assert happened(matter) == [
        ("2025-01-14", "", EventKind.INTRODUCED, "introduced"),
        ("2025-01-20", "", EventKind.REFERRED, "Referred to Senate: Energy"),
        ("2025-02-01", "09:30", EventKind.HEARING, "Hearing Room 1"),
        ("2025-02-20", "", EventKind.AMENDED, "Senate: Floor Amendment 2 (adopted)"),
        ("2025-03-01", "", EventKind.VOTE, "House: Third Reading: 31 yes, 28 no"),
    ]
    assert [(event.zone, event.url) for event in matter.events[2:]] == [
        ("America/Phoenix", ""), ("", "https://a"), ("", "https://v"),
    ]  # fmt: skip


def test_sponsors_and_sister_bills_of_legiscan_are_told_apart() -> None:
    matter = legiscan(
        sponsors=[{"name": "Ann Lee", "sponsor_type_id": 1}, {"name": "Bo Ray", "sponsor_type_id": 2}],
        sasts=[
            {"type": "Same As", "sast_bill_id": 6},
            {"type": "Carry Over", "sast_bill_id": 7},
            {"type": "Enabled by", "sast_bill_id": 8},
        ],
    )
    assert matter.people == (Person(name="Ann Lee", role="sponsor"), Person(name="Bo Ray", role="cosponsor"))
    assert matter.links == (
        Link(kind=LinkKind.COMPANION, target="us/legiscan/6"),
        Link(kind=LinkKind.FOLLOWS, target="us/legiscan/7"),
        Link(kind=LinkKind.RELATED, target="us/legiscan/8"),
    )


@pytest.mark.parametrize(
    ("code", "last", "status"),
    [
        (1, "Referred to Rules", Status.LAPSED),
        (2, "Received in House", Status.LAPSED),
        (3, "To governor", Status.PASSED),
        (1, "Continued to 2026 in Rules", Status.INTRODUCED),
        (6, "Failed", Status.REJECTED),
    ],
)
def test_a_session_that_adjourned_takes_along_what_was_before_a_chamber(code: int, last: str, status: Status) -> None:
    ended = legiscan(status=code, history=[{"date": "2025-02-01", "action": last}], session={"sine_die": 1})
    assert ended.status is status
    assert (ended.source_status.partition("; ")[2] == "session adjourned sine die") is (status is Status.LAPSED)


def open_legislation(**facts: Any) -> Matter:
    bill = {"basePrintNo": "S71", "session": 2025, "title": "Lamps", "activeVersion": "A"}
    return one("us-ny-bills", {"success": True, "result": bill | facts})


def test_open_legislation_tells_votes_sponsors_and_other_bills() -> None:
    other = {"session": 2025, "basePrintNo": "A80"}
    matter = open_legislation(
        sponsor={"member": {"fullName": "Ann Lee"}},
        amendments={
            "items": {
                "": {"version": "", "coSponsors": {"items": [{"fullName": "Cy Gone"}]}},
                "A": {
                    "coSponsors": {"items": [{"shortName": "RAY"}]},
                    "multiSponsors": {"items": [{"fullName": "Di Orr"}]},
                    "sameAs": {"items": [{"session": 2025, "basePrintNo": "A79"}]},
                },
            }
        },
        actions={"items": [{"date": "2025-06-03", "text": "SUBSTITUTED BY A80"}]},
        votes={
            "items": [
                {
                    "voteType": "COMMITTEE",
                    "voteDate": "2025-02-04",
                    "committee": {"name": "Codes"},
                    "memberVotes": {"items": {"AYE": {"size": 9, "items": []}, "NAY": {"size": 2}}},
                }
            ]
        },
        substitutedBy=other,
        previousVersions={"items": [{"session": 2023, "basePrintNo": "S12"}]},
    )
    assert matter.people == (
        Person(name="Ann Lee", role="sponsor"),
        Person(name="RAY", role="cosponsor"),
        Person(name="Di Orr", role="multi-sponsor"),
    )
    assert [(link.kind, link.target) for link in matter.links] == [
        (LinkKind.COMPANION, "us-ny/bill/2025-2026/A79"),
        (LinkKind.BECOMES, "us-ny/bill/2025-2026/A80"),
        (LinkKind.FOLLOWS, "us-ny/bill/2023-2024/S12"),
    ]
    assert happened(matter)[0] == ("2025-02-04", "", EventKind.VOTE, "Vote, Codes: 9 aye, 2 nay")
    assert matter.status is Status.MERGED


@pytest.mark.parametrize(
    ("actions", "status"),
    [
        (("PASSED SENATE", "DELIVERED TO ASSEMBLY", "died in assembly", "returned to senate", "REFERRED TO RULES"), Status.COMMITTEE),
        (("PASSED SENATE", "passed assembly", "RECALLED FROM ASSEMBLY", "VOTE RECONSIDERED - RESTORED TO THIRD READING"), Status.REPORTED),
        (("PASSED SENATE", "died in assembly", "PASSED SENATE"), Status.PASSED_ONE_CHAMBER),
        (("REFERRED TO RULES", "PASSED SENATE", "DELIVERED TO ASSEMBLY", "referred to correction"), Status.PASSED_ONE_CHAMBER),
        (("passed assembly", "died in senate"), Status.INTRODUCED),
        (("PASSED SENATE", "passed assembly", "DELIVERED TO SECRETARY OF STATE"), Status.PASSED),
        (("COMMITTEE DISCHARGED AND COMMITTED TO RULES",), Status.COMMITTEE),
        (("DELIVERED TO GOVERNOR", "SIGNED CHAP.56", "LINE VETO MEMO.3"), Status.ENACTED),
        (("DELIVERED TO GOVERNOR", "VETOED MEMO.9", "TABLED"), Status.VETOED),
    ],
)  # fmt: skip
def test_a_bill_of_new_york_stands_where_its_last_telling_action_left_it(
    actions: tuple[str, ...], status: Status
) -> None:
    listed = [{"date": f"2025-03-{day:02}", "text": words} for day, words in enumerate(actions, 1)]
    assert open_legislation(actions={"items": listed}).status is status


def test_a_committee_of_new_york_meets_at_its_hour_and_its_vote_is_counted() -> None:
    message = (
        b'<senagendavote no="3" sessyr="2025" year="2025"><committee><name>Codes</name><meetdate>2025-02-04</meetdate>'
        b'<meettime>T10.30.00Z</meettime><bills><bill no="S00071A"><action>RC </action><refercomm>Finance</refercomm><votes>'
        b"<member><vote>Aye</vote></member><member><vote>Aye</vote></member><member><vote>Nay</vote></member></votes></bill>"
        b"</bills></committee></senagendavote>"
    )
    matter = one("us-ny-lbdc", message, name="a.XML")
    assert happened(matter) == [
        ("2025-02-04", "10:30", EventKind.MEETING, "Codes"),
        ("2025-02-04", "", EventKind.VOTE, "Codes: 2 aye, 1 nay; referred to committee Finance"),
    ]
    assert (matter.events[0].zone, matter.source_status) == ("America/New_York", "Codes")


def uk_bill(**facts: Any) -> dict[str, Any]:
    stage = {"description": "Committee stage", "house": "Lords", "stageSittings": [{"date": "2026-03-02T00:00:00"}]}
    return {
        "billId": 7,
        "shortTitle": "Lamps Bill",
        "originatingHouse": "Commons",
        "lastUpdate": "2026-03-03T10:00:00",
        "currentStage": stage,
    } | facts


def test_a_bill_of_the_united_kingdom_falls_with_its_session() -> None:
    bills = [
        uk_bill(billId=8, includedSessionIds=[40]),
        uk_bill(billId=9, includedSessionIds=[39, 40]),
        uk_bill(includedSessionIds=[39]),
    ]
    bills += [uk_bill(billId=6, includedSessionIds=[38], isAct=True)]
    found = read("uk-bills-rss", {"items": bills, "totalResults": 4})
    standing = {matter.id: matter.status for matter in found if isinstance(matter, Matter)}
    assert standing == {
        "uk/bill/8": Status.PASSED_ONE_CHAMBER, "uk/bill/9": Status.PASSED_ONE_CHAMBER,
        "uk/bill/7": Status.LAPSED, "uk/bill/6": Status.ENACTED,
    }  # fmt: skip


def test_organisations_promote_and_sponsor_bills_of_the_united_kingdom() -> None:
    matter = one("uk-bills-rss", uk_bill(
        longTitle="A Bill to light lamps.", sponsors=[{"member": {"name": "Ann Lee"}}, {"member": None, "organisation": {"name": "Lamp Office"}}],
        promoters=[{"organisationName": "Lamp Trust"}],
    ))  # fmt: skip
    assert [(person.name, person.role) for person in matter.people] == [
        ("Ann Lee", "sponsor"), ("Lamp Office", "sponsor"), ("Lamp Trust", "promoter"),
    ]  # fmt: skip
    assert happened(matter) == [("2026-03-02", "", EventKind.MEETING, "Committee stage, Lords")]
    assert matter.summary == "A Bill to light lamps."


def test_the_feed_of_bills_names_the_house_where_a_bill_began_and_no_sitting() -> None:
    feed = (
        b'<rss xmlns:a10="http://www.w3.org/2005/Atom"><channel xmlns:p4="#billsSchema"><item p4:stage="Committee stage">'
        b"<link>https://bills.parliament.uk/bills/5</link><category>Lords</category><title>Lamps Bill [HL]</title>"
        b"<a10:updated>2026-01-31T10:00:00Z</a10:updated></item></channel></rss>"
    )
    matter = one("uk-bills-rss", feed, name="a.rss")
    assert (matter.source_status, matter.status) == ("Committee stage", Status.COMMITTEE)
    assert happened(matter) == [("2026-01-31", "", EventKind.OTHER, "Committee stage")]


def legisinfo(**facts: Any) -> Matter:
    bill = {
        "Id": 1,
        "NumberCode": "C-9",
        "ParliamentNumber": 45,
        "SessionNumber": 1,
        "LongTitleEn": "An Act respecting lamps",
    }
    stands = {
        "StatusNameEn": "At report stage in the House of Commons",
        "PassedHouseFirstReadingDateTime": "2025-06-02T15:00:00-04:00",
    }
    return one("ca-legisinfo", [bill | stands | facts])


def stage(**facts: Any) -> dict[str, Any]:
    return {
        "BillStageNameEn": "Consideration in committee",
        "SignificantEvents": [],
        "Sittings": [],
        "CommitteeMeetings": [],
    } | facts


def test_stages_of_a_canadian_bill_are_told_with_meetings_votes_and_messages() -> None:
    report = {"EventNameEn": "Committee report presented with amendments", "EventDateTime": "2025-10-03T00:00:00"}
    matter = legisinfo(
        BillStages={
            "HouseBillStages": [
                stage(Sittings=[{"NameEn": "Debate at second reading", "Date": "2025-06-10T00:00:00"}, {"NameEn": "Introduction and first reading", "Date": "2025-06-02T00:00:00"}]),
                stage(SignificantEvents=report, CommitteeMeetings={"CommitteeNameEn": "Committee on Lamps", "Number": 4, "Date": "2025-10-02T00:00:00"}),
            ],
            "SenateBillStages": stage(SignificantEvents=[{"EventNameEn": "Bill defeated", "IsDefeatedEvent": True, "EventDateTime": "2025-12-01T00:00:00"}]),
            "RoyalAssentDetails": None,
            "InterChamberMessages": [{"EventNameEn": "Message sent to the Senate", "Date": "2025-11-01T16:59:00"}],
        },
        HouseVoteDetails=[{"DivisionNumber": 8, "DivisionSubjectEn": "3rd reading of Bill C-9", "DivisionVotesYeas": 150, "DivisionVotesNays": 9,
                           "DecisionResultNameEn": "Agreed To", "DecisionDateTime": "2025-10-30T15:00:00"}],
    )  # fmt: skip
    assert happened(matter) == [
        ("2025-06-02", "", EventKind.INTRODUCED, "First reading, House of Commons"),
        ("2025-06-10", "", EventKind.DEBATED, "Debate at second reading, House of Commons"),
        ("2025-10-02", "", EventKind.MEETING, "Committee on Lamps, meeting 4"),
        ("2025-10-03", "", EventKind.REPORTED, "Committee report presented with amendments, House of Commons"),
        ("2025-10-30", "", EventKind.VOTE, "3rd reading of Bill C-9: Agreed To, 150 yeas, 9 nays"),
        ("2025-11-01", "", EventKind.OTHER, "Message sent to the Senate"),
        ("2025-12-01", "", EventKind.REJECTED, "Bill defeated, Senate"),
    ]
    assert matter.events[4].url == "https://www.ourcommons.ca/members/en/votes/45/1/8"


def test_the_second_house_follows_the_first_within_a_day() -> None:
    day = "2025-12-11T10:00:00"
    matter = legisinfo(
        PassedHouseThirdReadingDateTime=day, PassedSenateFirstReadingDateTime=day, PassedHouseFirstReadingDateTime=None
    )
    assert [event.label for event in matter.events] == ["Third reading, House of Commons", "First reading, Senate"]


@pytest.mark.parametrize(
    ("facts", "status", "said"),
    [
        ({"IsSessionOngoing": False}, Status.LAPSED, "session ended"),
        ({"IsSessionOngoing": False, "DidReinstateInNextSession": True}, Status.MERGED, "reinstated in the next session"),
        ({"IsSessionOngoing": True}, Status.REPORTED, ""),
        ({}, Status.REPORTED, ""),
        ({"IsSessionOngoing": True, "IsDroppedFromSenateOrderPaper": "true"}, Status.LAPSED, "dropped from the order paper of the Senate"),
        ({"IsSessionOngoing": False, "StatusNameEn": "Royal assent received"}, Status.ENACTED, ""),
        ({"IsSessionOngoing": False, "StatusNameEn": "Bill defeated"}, Status.REJECTED, ""),
    ],
)  # fmt: skip
def test_a_canadian_bill_dies_with_its_session(facts: dict[str, Any], status: Status, said: str) -> None:
    matter = legisinfo(**facts)
    assert (matter.status, matter.source_status.partition("; ")[2]) == (status, said)


def test_a_canadian_bill_names_its_printings_and_itself_in_other_sessions() -> None:
    matter = legisinfo(
        Publications=[{"PublicationId": 77, "PublicationTypeNameEn": "First Reading"}, {"PublicationId": 78, "PublicationTypeNameEn": "As amended by committee"}],
        SessionNumber=2, ReinstatedFromBillNumberCode="C-4", ReinstatedAsBillNumberCode="C-2",
    )  # fmt: skip
    assert [(text.label, text.date, text.url) for text in matter.texts] == [
        ("First Reading", "2025-06-02", "https://www.parl.ca/DocumentViewer/en/77"),
        ("As amended by committee", "", "https://www.parl.ca/DocumentViewer/en/78"),
    ]
    assert matter.links == (
        Link(kind=LinkKind.FOLLOWS, target="ca/bill/45-1/C-4"),
        Link(kind=LinkKind.BECOMES, target="ca/bill/45-3/C-2"),
    )


def test_the_list_of_a_canadian_session_says_where_a_bill_stands_in_other_names() -> None:
    xml = (
        b"<ArrayOfBill><Bill><BillId>7</BillId><BillNumberFormatted>S-9</BillNumberFormatted><ParliamentNumber>45</ParliamentNumber>"
        b"<SessionNumber>1</SessionNumber><LongTitleEn>An Act respecting lamps</LongTitleEn><BillTypeEn>Senate Public Bill</BillTypeEn>"
        b"<CurrentStatusEn>At consideration in committee in the Senate</CurrentStatusEn><SponsorEn>Sen. Ann Lee</SponsorEn>"
        b"<LatestActivityDateTime>2025-11-05T00:00:00</LatestActivityDateTime></Bill></ArrayOfBill>"
    )
    matter = one("ca-legisinfo", xml, name="a.xml")
    assert (matter.status, matter.status_as_of, matter.instrument) == (
        Status.COMMITTEE,
        "2025-11-05",
        "senate public bill",
    )


@pytest.mark.parametrize(
    ("stage", "below", "state", "status", "said"),
    [
        ("Tramitación terminada", "Ley N° 21.999 (Diario Oficial del 02/01/2031)", "", Status.ENACTED, "Tramitación terminada: Ley N° 21.999 (Diario Oficial del 02/01/2031)"),
        ("Tramitación terminada", "D.S. N° 7", "", Status.ENACTED, "Tramitación terminada: D.S. N° 7"),
        ("Tramitación terminada", "Retirado", "", Status.WITHDRAWN, "Tramitación terminada: Retirado"),
        ("Tramitación terminada", "Rechazado", "Rechazado", Status.REJECTED, "Rechazado"),
        ("Archivado", "Archivado", "Archivado", Status.LAPSED, "Archivado"),
        ("Tramitación terminada", "Ley N° 21.998", "Publicado", Status.ENACTED, "Publicado"),
        ("Primer trámite constitucional (Senado)", "Segundo informe", "En tramitación", Status.COMMITTEE, "Primer trámite constitucional (Senado)"),
        ("Comisión Mixta Ley de Presupuesto", "", "En tramitación", Status.PASSED_ONE_CHAMBER, "Comisión Mixta Ley de Presupuesto"),
    ],
)  # fmt: skip
def test_a_chilean_procedure_that_is_over_made_law_only_where_one_is_named(
    stage: str, below: str, state: str, status: Status, said: str
) -> None:
    head = f"<boletin>14309-04</boletin><titulo>Lámparas</titulo><etapa>{stage}</etapa><subetapa>{below}</subetapa><estado>{state}</estado>"
    law = "<leynro>Ley N° 21.998</leynro>" if "21.998" in below else ""
    xml = f"<proyectos><proyecto><descripcion>{head}{law}</descripcion></proyecto></proyectos>".encode()
    matter = one("cl-senado", xml, name="a.xml")
    assert (matter.status, matter.source_status) == (status, said)
    assert [link.target for link in matter.links] == (["cl/ley/21998"] if law else [])


def sejm(*stages: dict[str, Any], **facts: Any) -> Matter:
    first = {"stageName": "Projekt wpłynął do Sejmu", "date": "2031-01-10", "printNumber": "90"}
    process = {
        "number": "90",
        "term": 10,
        "title": "Projekt ustawy o lampach",
        "documentDate": "2031-01-09",
        "passed": False,
    }
    return one("pl-sejm", process | {"stages": [first, *stages]} | facts)


@pytest.mark.parametrize(
    ("stages", "facts", "status"),
    [
        ([("I czytanie na posiedzeniu Sejmu", "odrzucono")], {}, Status.REJECTED),
        ([("I czytanie na posiedzeniu Sejmu", "skierowano do komisji")], {}, Status.COMMITTEE),
        ([("III czytanie na posiedzeniu Sejmu", "uchwalono")], {}, Status.PASSED_ONE_CHAMBER),
        ([("III czytanie na posiedzeniu Sejmu", "odrzucono")], {}, Status.REJECTED),
        ([("III czytanie na posiedzeniu Sejmu", "uchwalono"), ("Ustawę przekazano Prezydentowi i Marszałkowi Senatu", "")], {}, Status.PASSED_ONE_CHAMBER),
        ([("Stanowisko Senatu", "odrzucono ustawę")], {}, Status.PASSED_ONE_CHAMBER),
        ([("Ustawę przekazano Prezydentowi do podpisu", "")], {"passed": True}, Status.PASSED),
        ([("Prezydent skierował ustawę do Trybunału Konstytucyjnego", "")], {"passed": True}, Status.CHALLENGED),
        ([("Wniosek Prezydenta o ponowne rozpatrzenie ustawy", "")], {"passed": True}, Status.VETOED),
        ([("Ponowne rozpatrywanie ustawy na posiedzeniu Sejmu", "nie uchwalono ponownie")], {"passed": True}, Status.VETOED),
        ([("Ponowne rozpatrywanie ustawy na posiedzeniu Sejmu", "uchwalono ponownie")], {"passed": True}, Status.PASSED),
        ([("Praca w komisjach po I czytaniu", ""), ("Zamknięcie sprawy", "")], {"closureDate": "2031-09-01"}, Status.LAPSED),
        ([("Wycofanie projektu", "")], {"closureDate": "2031-09-01"}, Status.WITHDRAWN),
    ],
)  # fmt: skip
def test_a_bill_of_the_sejm_stands_by_what_its_stages_decided(
    stages: list[tuple[str, str]], facts: dict[str, Any], status: Status
) -> None:
    assert sejm(*({"stageName": name, "decision": decision} for name, decision in stages), **facts).status is status


def test_prints_and_votes_of_the_sejm_are_read() -> None:
    vote = {"stageName": "Głosowanie", "date": "2031-03-01T10:12:00", "voting": {"yes": 230, "no": 200, "abstain": 5}}
    report = {"stageName": "Sprawozdanie komisji", "date": "2031-02-10", "printNumber": "101", "committeeCode": "CNT"}
    matter = sejm(
        report,
        {"stageName": "III czytanie na posiedzeniu Sejmu", "date": "2031-03-01", "decision": "uchwalono", "textAfter3": "https://x.invalid/t.pdf", "children": vote},
        {"stageName": "Zamknięcie sprawy", "date": "2031-03-02"},
    )  # fmt: skip
    assert happened(matter)[1:3] == [
        ("2031-02-10", "", EventKind.REPORTED, "Sprawozdanie komisji CNT"),
        ("2031-03-01", "", EventKind.VOTE, "III czytanie na posiedzeniu Sejmu uchwalono"),
    ]
    assert happened(matter)[3] == (
        "2031-03-01",
        "",
        EventKind.VOTE,
        "Głosowanie (230 za, 200 przeciw, 5 wstrzymało się)",
    )
    assert [(text.id, text.date) for text in matter.texts] == [
        ("druk-90.pl", "2031-01-09"), ("druk-101.pl", "2031-02-10"), ("po-3-czytaniu.pl", "2031-03-01"),
    ]  # fmt: skip
    assert matter.status is Status.PASSED_ONE_CHAMBER


def nz(**facts: Any) -> Matter:
    return one(
        "nz-bills",
        {"Id": "aa-1", "Title": "Lamps Bill", "BillNumber": "7-1", "BillCurrentStageName": "Select Committee", **facts},
    )


def test_submissions_in_new_zealand_close_at_an_hour_and_a_committee_has_a_name() -> None:
    called = {
        "Committees": [{"Name": "Lamps Committee", "StartDate": "2031-02-10T00:00:00"}],
        "SubmissionDueDate": "2031-03-20T23:59:00", "ReportDueDate": "2031-08-01T00:00:00",
    }  # fmt: skip
    matter = nz(
        SelectCommitteeInfo=called,
        BillLegislationUrl="https://www.legislation.govt.nz/bill/government/2031/7/en/latest/",
    )
    assert happened(matter) == [
        ("2031-02-10", "", EventKind.REFERRED, "Referred to Lamps Committee"),
        ("2031-03-20", "23:59", EventKind.COMMENT_CLOSES, "Submissions due"),
        ("2031-08-01", "", EventKind.OTHER, "Report of the committee due"),
    ]
    assert (matter.events[1].zone, matter.texts[0].label) == ("Pacific/Auckland", "Bill 7-1")


def test_a_reading_that_was_not_agreed_to_is_the_end_of_a_bill_in_new_zealand() -> None:
    matter = nz(
        Stages=[{"StageCode": "SecondReading", "StageDate": "2031-05-01T00:00:00", "OutcomeCode": "NotAgreed"}],
        SelectCommitteeInfo=None,
    )
    assert (matter.status, matter.events[0].kind) == (Status.REJECTED, EventKind.REJECTED)


def test_a_bill_divided_in_new_zealand_becomes_others() -> None:
    matter = nz(TerminationReasonName="Divided", ChildBills=[{"ChildBillId": "bb-2"}])
    assert (matter.status, matter.links) == (Status.MERGED, (Link(kind=LinkKind.BECOMES, target="nz/bill/bb-2"),))


def fabrique(*steps: dict[str, Any], **facts: Any) -> Matter:
    return one("fr-fabrique", {"senat_id": "ppl30-77", "long_title": "Lampes", "steps": list(steps)} | facts)


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([("depot", None)], Status.INTRODUCED),
        ([("depot", None), ("commission", None)], Status.REPORTED),
        ([("hemicycle", None), ("depot", None), ("commission", None)], Status.PASSED_ONE_CHAMBER),
        ([("depot", None), ("hemicycle", "rejet")], Status.REJECTED),
        ([("depot", "retrait du texte")], Status.WITHDRAWN),
        ([("hemicycle", None), ("constitutionnalité", None)], Status.PASSED_ONE_CHAMBER),
    ],
)
def test_a_bill_of_the_fabrique_stands_by_its_last_step(steps: list[tuple[str, str | None]], status: Status) -> None:
    told = [
        {"step": step, "echec": failed, "date": f"2031-0{place}-01"} for place, (step, failed) in enumerate(steps, 1)
    ]
    assert fabrique(*told).status is status


def test_texts_of_the_fabrique_and_of_the_senat_are_the_same() -> None:
    step = {
        "institution": "senat",
        "stage": "1ère lecture",
        "step": "hemicycle",
        "date": "2031-03-10",
        "source_url": "https://www.senat.fr/leg/tas30-12.html",
    }
    matter = fabrique(step, law_name="Loi n° 2031-99 du 3 mars 2031", end_jo="2031-03-04")
    assert [text.id for text in matter.texts] == ["tas30-12.fr"]
    assert (matter.status, matter.links) == (Status.ENACTED, (Link(kind=LinkKind.BECOMES, target="fr/loi/2031-99"),))


def senat(*lines: str) -> Matter:
    items = "".join(f"<li><a href='/leg/t{place}.html'>Texte</a>{line}</li>" for place, line in enumerate(lines))
    steps = '<ul class="list-timeline"><li><a title="3 février 2031 | 1ère lecture - Sénat"></a></li></ul>'
    page = f'<html><body><a href="/dossier-legislatif/ppl30-78.html">x</a><h1 class="title-dosleg">Lampes</h1>{steps}<ul class="list-disc-02">{items}</ul></body></html>'
    return one("fr-senat", page.encode(), name="a.html")


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        ((" n° 78 de M. Paul VEILLEUR, déposé au Sénat le 3 février 2031",), Status.INTRODUCED),
        ((" n° 12 adopté par le Sénat le 3 mars 2031", " n° 99 transmis à l'Assemblée nationale le 4 mars 2031"), Status.PASSED_ONE_CHAMBER),
        ((" n° 12 adopté par le Sénat le 3 mars 2031", " n° 13 modifié par l'Assemblée nationale le 4 avril 2031"), Status.PASSED_ONE_CHAMBER),
        ((" n° 12 adopté par le Sénat le 3 mars 2031", " n° 13 adopté définitivement par l'Assemblée nationale le 4 avril 2031"), Status.PASSED),
        ((" n° 78 de M. Paul VEILLEUR, déposé au Sénat le 3 février 2031, retiré le 9 février 2031",), Status.WITHDRAWN),
        ((" n° 12 rejeté par le Sénat le 3 mars 2031",), Status.REJECTED),
        ((" de la commission n° 12 rejeté le 3 mars 2031",), Status.INTRODUCED),
    ],
)  # fmt: skip
def test_a_bill_of_the_senat_stands_by_what_became_of_its_texts(lines: tuple[str, ...], status: Status) -> None:
    assert senat(*lines).status is status


def dossier(*acts: tuple[str, str], **facts: Any) -> Matter:
    listed = [
        {"codeActe": code, "dateActe": f"2031-03-{day:02}T00:00:00.000+01:00", "statutConclusion": {"libelle": decided} if decided else None}
        for day, (code, decided) in enumerate(acts, 1)
    ]  # fmt: skip
    file = {
        "uid": "DLR5L17N1",
        "legislature": "17",
        "titreDossier": {"titre": "Lampes"},
        "actesLegislatifs": {"acteLegislatif": listed},
    }
    return one("fr-assemblee", {"dossierParlementaire": file | facts})


@pytest.mark.parametrize(
    ("acts", "status"),
    [
        ((("AN1-DEPOT", ""), ("AN1-PROCACC", "")), Status.INTRODUCED),
        ((("AN1-DEPOT", ""), ("AN1-COM-FOND-SAISIE", "")), Status.COMMITTEE),
        ((("AN1-DEBATS-DEC", "rejeté"),), Status.REJECTED),
        ((("AN1-DEBATS-DEC", "adopté"), ("SN1-DEPOT", ""), ("SN1-COM-FOND-RAPPORT", "")), Status.PASSED_ONE_CHAMBER),
        ((("AN1-DEBATS-DEC", "adopté"), ("SN1-DEBATS-DEC", "modifié")), Status.PASSED_ONE_CHAMBER),
        ((("CMP-DEC", "Accord"), ("CMP-DEBATS-AN-DEC", "adopté"), ("CMP-DEBATS-SN-DEC", "adopté")), Status.PASSED),
        ((("ANLDEF-DEBATS-DEC", "adopté"),), Status.PASSED),
        ((("ANLDEF-DEBATS-DEC", "adopté"), ("CC-SAISIE-AN", "")), Status.PASSED),
        ((("AN1-DEPOT", ""), ("AN1-RTRINI", "")), Status.WITHDRAWN),
        ((("AN1-DEBATS-DEC", "adopté"), ("PROM-PUB", "")), Status.ENACTED),
        ((("AN1-DEBATS-MOTION-VOTE", ""), ("AN1-COM-FOND-SAISIE", "")), Status.COMMITTEE),
    ],
)  # fmt: skip
def test_a_file_of_the_assemblee_stands_by_its_newest_act(acts: tuple[tuple[str, str], ...], status: Status) -> None:
    assert dossier(*acts).status is status


def test_a_file_of_the_assemblee_keeps_hours_names_and_what_it_went_into() -> None:
    meeting = {
        "codeActe": "AN1-COM-FOND-REUNION", "dateActe": "2031-03-04T16:30:00.000+01:00", "texteAssocie": "PIONANR5L17B0077",
        "libelleActe": {"nomCanonique": "Réunion de commission"},
    }  # fmt: skip
    matter = dossier(
        actesLegislatifs={"acteLegislatif": meeting},
        fusionDossier={"cause": "Examen commun", "dossierAbsorbantRef": "DLR5L17N9"},
    )
    assert [(event.time, event.zone, event.label) for event in matter.events] == [
        ("16:30", "Europe/Paris", "Réunion de commission")
    ]
    assert (matter.status, matter.links[0].target) == (Status.MERGED, "fr/an/DLR5L17N9")
    assert [text.url for text in matter.texts] == ["https://www.assemblee-nationale.fr/dyn/docs/PIONANR5L17B0077.raw"]


def test_a_file_of_the_assemblee_that_began_in_the_senat_has_both_names() -> None:
    acts = [
        {"codeActe": "SN1-DEPOT", "dateActe": "2031-03-01", "texteAssocie": "PRJLSNR5S319B0123"},
        {"codeActe": "AN1-DEPOT", "dateActe": "2031-04-01", "texteAssocie": "PRJLANR5L17B0456"},
    ]
    titles = {"titre": "Lampes", "senatChemin": "http://www.senat.fr/dossier-legislatif/pjl30-123.html"}
    matter = dossier(actesLegislatifs={"acteLegislatif": acts}, titreDossier=titles)
    assert (matter.id, matter.aliases) == ("fr/an/l17b0456", ("fr/an/DLR5L17N1", "fr/senat/pjl30-123"))


def billstatus(parts: str) -> Matter:
    head = "<number>7</number><type>HR</type><congress>119</congress><title>Lamps Act</title><updateDate>2025-06-02</updateDate>"
    return one(
        "us-billstatus",
        f"<billStatus><version>3.0.0</version><bill>{head}{parts}</bill></billStatus>".encode(),
        name="a.xml",
    )


@pytest.mark.parametrize(
    ("relation", "latest", "status", "said"),
    [
        ("Identical bill", "Became Public Law No: 118-7.", Status.MERGED, "; its companion S. 9 (118th Congress) became law"),
        ("Related bill", "Became Public Law No: 118-7.", Status.LAPSED, ""),
        ("Identical bill", "Passed Senate by Voice Vote.", Status.LAPSED, ""),
    ],
)  # fmt: skip
def test_a_bill_whose_companion_became_law_did_not_simply_lapse(
    relation: str, latest: str, status: Status, said: str
) -> None:
    body = (
        "<billStatus><version>3.0.0</version><bill><number>7</number><type>HR</type><congress>118</congress><title>Lamps Act</title>"
        "<updateDate>2025-06-02</updateDate><introducedDate>2023-02-01</introducedDate>"
        "<relatedBills><item><congress>118</congress><number>9</number><type>S</type>"
        f"<latestAction><actionDate>2024-03-01</actionDate><text>{latest}</text></latestAction><relationshipDetails><item>"
        f"<type>{relation}</type></item></relationshipDetails></item></relatedBills>"
        "<actions><item><actionDate>2023-02-01</actionDate><text>Introduced in House</text><actionCode>1000</actionCode></item></actions>"
        "</bill></billStatus>"
    )
    matter = one("us-billstatus", body.encode(), name="a.xml")
    assert (matter.status, matter.status_as_of) == (status, "2025-01-03")
    assert happened(matter)[-1][2:] == (EventKind.LAPSED, f"Congress ended (computed){said}")


def test_a_bill_of_a_state_that_gave_way_to_its_companion_is_merged_with_it() -> None:
    last = "Laid on Table; companion bill(s) passed, see CS/SB 9"
    told = legiscan(status=6, history=[{"date": "2025-03-01", "action": last}], session={"sine_die": 1})
    assert (told.status, told.source_status) == (Status.MERGED, f"failed; {last}")
    bill = {
        "id": "ocd-bill/1", "identifier": "HB 7", "session": "2025", "title": "Lamps", "classification": ["bill"],
        "jurisdiction": {"id": "ocd-jurisdiction/country:us/state:fl/government", "name": "Florida"},
        "latest_action_description": last, "latest_action_date": "2025-03-01",
        "actions": [{"date": "2025-01-01", "description": "Filed", "classification": ["filing"]}],
    }  # fmt: skip
    assert one("us-openstates", bill).status is Status.MERGED


def test_a_cosponsor_who_left_is_no_cosponsor_in_any_format() -> None:
    xml = "<cosponsors><item><fullName>Rep. A</fullName></item><item><fullName>Rep. B</fullName><sponsorshipWithdrawnDate>2025-05-01</sponsorshipWithdrawnDate></item></cosponsors>"
    told = [{"fullName": "Rep. A"}, {"fullName": "Rep. B", "sponsorshipWithdrawnDate": "2025-05-01"}]
    part = {"cosponsors": told, "request": {"congress": "119", "billType": "hr", "billNumber": "7"}}
    file = {
        "bill_id": "hr7-119", "congress": "119", "bill_type": "hr", "number": "7", "official_title": "Lamps", "status": "REFERRED",
        "cosponsors": [{"name": "Rep. A", "withdrawn_at": None}, {"name": "Rep. B", "withdrawn_at": "2025-05-01"}],
    }  # fmt: skip
    for matter in (billstatus(xml), one("us-congress-gov", part), one("us-congress-json", file)):
        assert [(person.name, person.role) for person in matter.people] == [
            ("Rep. A", "cosponsor"), ("Rep. B", "cosponsor (withdrawn)"),
        ]  # fmt: skip


def test_committees_and_recorded_votes_of_congress_are_told_without_moving_the_bill() -> None:
    matter = billstatus(
        "<actions><item><actionDate>2025-05-10</actionDate><text>Reported by the Committee on Lamps.</text><actionCode>5000</actionCode></item>"
        "<item><actionDate>2025-05-20</actionDate><text>Motion to recommit failed by recorded vote.</text>"
        "<recordedVotes><recordedVote><url>https://clerk.house.gov/evs/2025/roll7.xml</url></recordedVote></recordedVotes></item></actions>"
        "<committees><item><name>Lamps Committee</name><activities><item><name>Markup by</name><date>2025-05-21T14:00:00Z</date></item>"
        "<item><name>Referred to</name><date>2025-01-03T15:00:00Z</date></item></activities></item></committees>"
    )
    assert matter.status is Status.REPORTED
    assert happened(matter)[-1] == ("2025-05-21", "10:00", EventKind.MEETING, "Lamps Committee: Markup by")
    assert [event.url for event in matter.events if event.kind is EventKind.VOTE] == [
        "https://clerk.house.gov/evs/2025/roll7.xml"
    ]


def test_a_vote_of_the_european_parliament_is_told_with_its_counts() -> None:
    votings = '<voting result="REJECTED" numberFavor="9"/><voting result="ADOPTED" numberFavor="306" numberAgainst="303" numberAbstention="18"/><voting result="LAPSED"/>'
    xml = f'<file language="EN"><sitting date="2026-03-12"><votes><vote><label>Report: Ann Lee (A10-0071/2026)</label><title>Lamps</title><votings>{votings}</votings></vote></votes></sitting></file>'
    matter = one("eu-ep-votes", xml.encode(), name="a.xml")
    assert happened(matter) == [("2026-03-12", "", EventKind.VOTE, "adopted: 306 for, 303 against, 18 abstentions")]
    assert matter.status is Status.PASSED


@pytest.mark.parametrize(
    ("name", "tenor", "kind"),
    [
        ("3. Beratung", "Annahme der Vorlage", EventKind.PASSED_ONE_CHAMBER),
        ("2. Beratung", "Ablehnung der Vorlage", EventKind.REJECTED),
        ("2. Beratung", "Annahme in Ausschussfassung", EventKind.DEBATED),
        ("2. Beratung und Schlussabstimmung", "Annahme der Vorlage", EventKind.PASSED_ONE_CHAMBER),
        ("1. Beratung", "", EventKind.DEBATED),
        ("Beschlussempfehlung und Bericht", "", EventKind.REPORTED),
        ("Änderungsantrag", "", EventKind.AMENDED),
        ("Entschließungsantrag", "Annahme", EventKind.OTHER),
        ("2. Durchgang", "Zustimmung", EventKind.VOTE),
        ("1. Durchgang", "", EventKind.DEBATED),
        ("Unterrichtung über Gesetzesbeschluss des BT", "", EventKind.OTHER),
    ],
)
def test_a_step_of_the_bundestag_is_what_was_decided_in_it(name: str, tenor: str, kind: EventKind) -> None:
    step = {
        "id": "1",
        "vorgang_id": "77",
        "vorgangsposition": name,
        "zuordnung": "BT",
        "datum": "2031-02-03",
        "beschlussfassung": [{"beschlusstenor": tenor}],
    }
    matter = one("de-dip", {"documents": [step], "numFound": 1})
    assert (matter.id, matter.events[0].kind) == ("de/dip/77", kind)


def processo(**facts: Any) -> Matter:
    return one("br-senado", [{"id": 1, "identificacao": "PL 8/2025", "ementa": "Lâmpadas", "codigoMateria": 9} | facts])


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ("APROVADA_NO_PLENARIO", Status.PASSED),
        ("REJEITADA_EM_PLENARIO", Status.REJECTED),
        ("RETIRADO_PELO_AUTOR", Status.WITHDRAWN),
        ("ARQUIVADO_FIM_LEGISLATURA", Status.LAPSED),
        ("PREJUDICADO", Status.LAPSED),
        ("", Status.UNKNOWN),
    ],
)
def test_a_brazilian_bill_no_longer_under_way_stands_by_what_ended_it(decision: str, status: Status) -> None:
    matter = processo(tramitando="Não", siglaTipoDeliberacao=decision, dataDeliberacao="2025-06-01")
    assert (matter.status, matter.source_status) == (status, decision or "Não")
    assert processo(tramitando="Sim", siglaTipoDeliberacao=decision).status is Status.INTRODUCED


def test_votes_authors_and_papers_of_the_senado_are_named() -> None:
    matter = processo(
        autoria="Senador Ana Luz (PP/SC), Senador Rui Vela (PT/BA)", dataApresentacao="2025-02-01", urlDocumento="http://x.invalid/d", siglaTipo="AVULSO_INICIAL",
        votos=[], dataSessao="2025-03-11", resultadoVotacao="A", totalVotosSim=40, totalVotosNao=2,
    )  # fmt: skip
    assert [(person.name, person.role) for person in matter.people] == [
        ("Senador Ana Luz", "author"),
        ("Senador Rui Vela", "author"),
    ]
    assert happened(matter) == [
        ("2025-02-01", "", EventKind.INTRODUCED, "Apresentação"), ("2025-03-11", "", EventKind.VOTE, "Aprovado: 40 sim, 2 não"),
    ]  # fmt: skip
    assert [text.url for text in matter.texts] == ["http://x.invalid/d"]
    assert (
        processo(
            idDocumentoEmenda=3, autoria="Senador Ana Luz", urlDocumento="http://x.invalid/p", siglaTipo="PARECER"
        ).people
        == ()
    )


def test_a_texan_history_tells_versions_and_the_bill_of_the_other_house() -> None:
    versions = "".join(
        f"<version><versionDescription>{name}</versionDescription><WebHTMLURL>https://x.invalid/{name[0]}</WebHTMLURL><WebPDFURL>https://x.invalid/p</WebPDFURL></version>"
        for name in ("Introduced", "Enrolled")
    )
    xml = (
        '<billhistory bill="89(R) HB 7"><caption>Relating to lamps.</caption><companions><companion>SB 12</companion></companions>'
        f"<cosponsors>Ray | Orr</cosponsors><billtext><docTypes><bill><versions>{versions}</versions></bill>"
        "<analysis><versions><version><versionDescription>Introduced</versionDescription><WebHTMLURL>https://x.invalid/a</WebHTMLURL></version></versions></analysis>"
        "</docTypes></billtext></billhistory>"
    )
    matter = one("us-tx-filed-house", xml.encode(), name="a.xml")
    assert [(text.id, text.url) for text in matter.texts] == [
        ("Introduced.en", "https://x.invalid/I"),
        ("Enrolled.en", "https://x.invalid/E"),
    ]
    assert matter.links == (Link(kind=LinkKind.COMPANION, target="us-tx/bill/89R/SB12"),)
    assert {person.role for person in matter.people} == {"cosponsor"}


def test_votes_of_open_states_have_counts() -> None:
    vote = {"motion_text": "Passage", "organization": {"name": "Senate"}, "start_date": "2026-02-03T10:00:00+00:00", "result": "pass",
            "counts": [{"option": "yes", "value": 31}, {"option": "no", "value": 4}]}  # fmt: skip
    bill = {
        "id": "ocd-bill/1",
        "session": "2026",
        "jurisdiction": {"id": "ocd-jurisdiction/country:us/state:wa/government"},
        "identifier": "SB 7",
        "title": "Lamps",
    }
    matter = one("us-openstates", bill | {"votes": [vote]})
    assert ("2026-02-03", "", EventKind.VOTE, "Passage, Senate: pass (31 yes, 4 no)") in happened(matter)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Read first time. To print.", EventKind.INTRODUCED),
        ("Referred to Coms. on P. & C.P. and JUD.", EventKind.REFERRED),
        ("From committee: Do pass and re-refer to Com. on APPR. (Ayes 9. Noes 2.)", EventKind.REPORTED),
        ("From committee chair, with author's amendments: Amend, and re-refer to Com. on JUD.", EventKind.AMENDED),
        ("In committee: Hearing postponed by committee.", EventKind.OTHER),
        ("In committee: Set, first hearing. Referred to suspense file.", EventKind.HEARING),
        (
            "Read third time. Passed. (Ayes 31. Noes 4. Page 900.) Ordered to the Assembly.",
            EventKind.PASSED_ONE_CHAMBER,
        ),
        ("Read third time. Urgency clause adopted. Passed. Ordered to the Senate.", EventKind.PASSED_ONE_CHAMBER),
        ("Read third time. Refused passage. (Ayes 30. Noes 35.)", EventKind.REJECTED),
        ("Assembly amendments concurred in. (Ayes 39. Noes 0.) Ordered to engrossing and enrolling.", EventKind.PASSED),
        ("Enrolled and presented to the Governor at 3 p.m.", EventKind.PASSED),
        ("Approved by the Governor.", EventKind.SIGNED),
        ("Chaptered by Secretary of State. Chapter 321, Statutes of 2025.", EventKind.ENACTED),
        ("Vetoed by Governor.", EventKind.VETOED),
        ("From Assembly without further action.", EventKind.LAPSED),
        ("Died on inactive file.", EventKind.LAPSED),
    ],
)
def test_the_history_of_a_californian_bill_is_told_by_what_happened(words: str, kind: EventKind) -> None:
    row = f"`202520260SB7`\t1\t2025-03-04 00:00:00\t`{words}`\n".encode()
    matter = one("us-ca-leginfo", row, name="BILL_HISTORY_TBL.dat")
    assert happened(matter) == [("2025-03-04", "", kind, words)]


def test_the_rule_for_a_debate_that_passed_is_not_the_bill() -> None:
    matter = billstatus(
        "<actions><item><actionDate>2025-05-10</actionDate><text>Placed on the Union Calendar, Calendar No. 5.</text></item>"
        "<item><actionDate>2025-05-12</actionDate><text>Rules Committee Resolution H. Res. 9 Reported to House.</text></item>"
        "<item><actionDate>2025-05-13</actionDate><text>Rule H. Res. 9 passed House.</text></item></actions>"
    )
    assert (matter.status, [event.kind for event in matter.events]) == (
        Status.REPORTED, [EventKind.REPORTED, EventKind.OTHER, EventKind.OTHER],
    )  # fmt: skip


def test_a_bill_whose_actions_begin_with_its_referral_was_introduced() -> None:
    file = {
        "bill_id": "hr7-112", "congress": "112", "bill_type": "hr", "number": "7", "official_title": "Lamps", "status": "REFERRED",
        "introduced_at": "2011-12-16", "actions": [{"acted_at": "2011-12-16", "text": "Referred to House Natural Resources"}],
        "related_bills": [{"bill_id": "s9-112", "reason": "related"}, {"bill_id": "s9-112", "reason": "related"}],
    }  # fmt: skip
    matter = one("us-congress-json", file)
    assert [event.kind for event in matter.events][:2] == [EventKind.INTRODUCED, EventKind.REFERRED]
    assert len(matter.links) == 1


def test_an_introduction_in_new_york_city_tells_counts_versions_and_its_local_law() -> None:
    row = {
        "ID": 5, "File": "Int 0853-2023", "Name": "Lamps", "StatusName": "Enacted", "LocalLaw": "2023/014",
        "History": [{"Action": "Approved by Council", "BodyName": "City Council", "Date": "2023-07-13T13:30:00Z",
                     "Votes": [{"Vote": "Affirmative"}, {"Vote": "Affirmative"}, {"Vote": "Negative"}]}],
        "Attachments": [{"Name": "Int. No. 853-A", "Link": "https://x.invalid/a.docx"}, {"Name": "Hearing Testimony", "Link": "https://x.invalid/t.pdf"}],
    }  # fmt: skip
    matter = one("us-nyc-council", row)
    assert happened(matter)[0] == (
        "2023-07-13",
        "13:30",
        EventKind.PASSED,
        "Approved by Council - City Council: 2 Affirmative, 1 Negative",
    )
    assert [text.label for text in matter.texts] == ["Int. No. 853-A"]
    assert ("local law", "Local Law 14 of 2023") in [(one.scheme, one.value) for one in matter.identifiers]


def test_a_correction_in_the_federal_register_names_what_it_corrects_as_that_is_named() -> None:
    def fr(number: str, **facts: Any) -> Matter:
        document = {"document_number": number, "publication_date": "2026-02-03", "title": "Lamps", "type": "Rule"}
        return one("us-federal-register", document | facts)

    original = fr(
        "2026-00071", regulations_dot_gov_info={"docket_id": "LAMP-2025-0001", "document_id": "LAMP-2025-0001-0002"}
    )
    correction = fr("C1-2026-00071", correction_of="https://www.federalregister.gov/api/v1/documents/2026-00071")
    assert correction.links == (Link(kind=LinkKind.CORRECTS, target="us/fr/2026-00071"),)
    assert correction.links[0].target in original.aliases
    assert original.links == (Link(kind=LinkKind.PART_OF, target="us/regs/LAMP-2025-0001"),)


def congreso(**facts: Any) -> Matter:
    return one(
        "es-congreso",
        [
            {"LEGISLATURA": "XV", "NUMEXPEDIENTE": "121/000012/0000", "TIPO": "Proyecto de ley", "OBJETO": "Lámparas"}
            | facts
        ],
    )


@pytest.mark.parametrize(
    ("now", "result", "status"),
    [
        ("Cerrado", "Aprobado con modificaciones", Status.PASSED),
        ("Cerrado", "Rechazado", Status.REJECTED),
        ("Concluido - (Retirado)", "", Status.WITHDRAWN),
        ("Cerrado", "Caducado", Status.LAPSED),
        ("Cerrado", "Subsumido en otra iniciativa", Status.MERGED),
        ("Cerrado", "", Status.UNKNOWN),
        ("Comisión de Justicia Enmiendas", "", Status.COMMITTEE),
        ("Pleno Toma en consideración", "", Status.INTRODUCED),
        ("Senado", "", Status.PASSED_ONE_CHAMBER),
    ],
)
def test_a_spanish_procedure_that_is_closed_stands_by_its_result(now: str, result: str, status: Status) -> None:
    assert congreso(SITUACIONACTUAL=now, RESULTADOTRAMITACION=result).status is status


def test_steps_deadlines_and_the_law_of_a_spanish_bill_are_read() -> None:
    matter = congreso(
        SITUACIONACTUAL="Comisión de Justicia Dictamen",
        TRAMITACIONSEGUIDA="Comisión de Justicia Publicación desde 11/10/2030 hasta 17/10/2030\nComisión de Justicia Dictamen desde 11/04/2031",
        PLAZOS="Hasta: 09/11/2030 (18:00) De enmiendas", PONENTES="Luz Clara, Ana (GS)\nVela Rui, Eva (GP)", ENLACESBOE="https://www.boe.es/x?id=BOE-A-2031-77",
    )  # fmt: skip
    assert happened(matter) == [
        ("2030-10-11", "", EventKind.REFERRED, "Comisión de Justicia Publicación"),
        ("2030-11-09", "18:00", EventKind.OTHER, "Plazo: De enmiendas"),
        ("2031-04-11", "", EventKind.REPORTED, "Comisión de Justicia Dictamen"),
    ]
    assert [person.name for person in matter.people] == ["Luz Clara, Ana", "Vela Rui, Eva"]
    assert [link.target for link in matter.links] == ["es/boe/BOE-A-2031-77"]


def test_a_printed_bill_of_canada_names_its_short_title_and_chapter() -> None:
    xml = (
        b'<Bill bill-type="govt-public" xml:lang="en"><Identification><BillNumber>C-9</BillNumber><Parliament><Session>1</Session><Number>45</Number></Parliament>'
        b"<LongTitle>An Act respecting lamps</LongTitle><ShortTitle>Lamps Act</ShortTitle><BillHistory><Stages stage='assented-to'><Date><YYYY>2026</YYYY><MM>6</MM><DD>2</DD></Date></Stages></BillHistory>"
        b"<Chapter><ConsolidatedNumber/><AnnualStatuteId><AnnualStatuteNumber>7</AnnualStatuteNumber><YYYY>2026</YYYY></AnnualStatuteId></Chapter></Identification></Bill>"
    )
    matter = one("ca-bills", xml, name="a.xml")
    told = {(identifier.scheme, identifier.value) for identifier in matter.identifiers}
    assert {("short title", "Lamps Act"), ("statute", "S.C. 2026, c. 7")} <= told


def test_a_petition_says_when_it_closed_and_that_it_was_rejected() -> None:
    said = {
        "action": "Light the lamps",
        "state": "rejected",
        "opened_at": "2026-01-05T10:00:00.000Z",
        "closed_at": "2026-07-05T22:59:59.000Z",
        "rejected_at": "2026-01-06T09:00:00.000Z",
    }
    matter = one("uk-petitions", {"data": [{"id": 7, "attributes": said}]})
    assert happened(matter)[1:] == [
        ("2026-01-06", "09:00", EventKind.REJECTED, "Rejected"), ("2026-07-05", "23:59", EventKind.COMMENT_CLOSES, "Closed for signatures"),
    ]  # fmt: skip


def test_a_committee_meeting_to_come_says_not_since_when_a_canadian_bill_stands_there() -> None:
    meetings = [
        stage(CommitteeMeetings={"CommitteeNameEn": "Committee on Lamps", "Number": 9, "Date": "2099-10-02T00:00:00"})
    ]
    assert legisinfo(BillStages={"HouseBillStages": meetings}).status_as_of == "2025-06-02"


def test_a_bill_that_writes_into_a_code_has_the_tree_that_its_labels_mean() -> None:
    lines = [
        "Section one. Findings. Lamps are dear.",
        "The Council has counted them.",
        "§ 2. The code is amended by adding a new section 9-101 to read as follows:",
        "§ 9-101 Lamps. a. A host shall keep a lamp:",
        "(1) by day; and",
        "(2) by night.",
        "b. Definitions. 1. A lamp is lit.",
        "no. 5 lamps are exempt.",
        "§ 9-102 The council shall count lamps. It may hire a clerk.",
        "§ 3. This local law takes effect at once.",
    ]
    found = provisions(local_law.units("\n".join(lines)))
    assert [(one.id, one.heading, one.text) for one in found] == [
        ("sec_1", "", "Findings. Lamps are dear."),
        ("sec_1/p_1", "", "The Council has counted them."),
        ("sec_2", "", "The code is amended by adding a new section 9-101 to read as follows:"),
        ("sec_9-101", "Lamps", ""),
        ("sec_9-101/sub_a", "", "A host shall keep a lamp:"),
        ("sec_9-101/sub_a/par_1", "", "by day; and"),
        ("sec_9-101/sub_a/par_2", "", "by night."),
        ("sec_9-101/sub_b", "", "Definitions. 1. A lamp is lit.\nno. 5 lamps are exempt."),
        ("sec_9-102", "", ""),
        ("sec_9-102/p_1", "", "The council shall count lamps. It may hire a clerk."),
        ("sec_3", "", "This local law takes effect at once."),
    ]

"""What entries of a docket of the Supreme Court mean for the whole: ended, taken up again, or still open."""

import pytest

from crawlers import imports
from crawlers.courts import docket, scotus
from crawlers.courts.docket import Entry
from crawlers.matter import Matter
from crawlers.response import Response, Unreadable
from crawlers.sources import watched
from crawlers.vocabulary import EventKind, Status

FILED = ("2026-10-05", "Petition for a writ of certiorari filed. (Response due November 4, 2026)")
DENIED = ("2026-11-09", "Petition DENIED.")


def standing(*entries: tuple[str, str]) -> Status:
    return docket.standing([Entry(day, words) for day, words in entries])[0]


@pytest.mark.parametrize(
    "order",
    [
        "Petition Dismissed - Rule 46.",
        "The motion to proceed without fees is denied, and the petition for a writ of certiorari is dismissed. See Rule 39.8.",
        "The petition for a writ of mandamus and/or prohibition is denied.",
        "Judgment AFFIRMED.",
    ],
)
def test_an_order_in_any_spelling_ends_the_case(order: str) -> None:
    assert standing(FILED, ("2026-11-09", order)) is Status.DECIDED


@pytest.mark.parametrize(
    "order",
    [
        "The petition for a writ of certiorari is granted.",
        "The motion of petitioner for leave to proceed in forma pauperis is denied. Petitioner is allowed until November 30.",
        "PROBABLE JURISDICTION NOTED.",
    ],
)
def test_a_ruling_that_lets_the_case_go_on_leaves_it_pending(order: str) -> None:
    assert standing(FILED, ("2026-11-09", order)) is Status.PENDING


def test_a_writ_granted_in_lower_case_is_granted() -> None:
    words = "The motion for leave to file out of time is granted. The petition for a writ of certiorari is granted."
    assert ("2026-11-09", EventKind.GRANTED) in docket.meanings(Entry("2026-11-09", words))


def test_a_petition_denied_and_heard_again_is_alive() -> None:
    again = ("2026-12-14", "Petition for rehearing GRANTED. The order denying the petition is vacated.")
    assert standing(FILED, DENIED, again) is Status.PENDING
    assert standing(FILED, DENIED, ("2026-12-14", "Rehearing DENIED.")) is Status.DECIDED


def test_a_case_set_for_reargument_waits_to_be_argued() -> None:
    assert standing(FILED, ("2027-01-12", "Argued.")) is Status.ARGUED
    later = ("2027-06-20", "Case restored to the calendar for reargument.")
    assert standing(FILED, ("2027-01-12", "Argued."), later) is Status.PENDING


def test_the_day_for_answering_an_application_is_kept() -> None:
    words = "Response to application (26A90) requested by Justice Kagan, due by 4 p.m. (EST), on October 13, 2026."
    assert ("2026-10-13", EventKind.RESPONSE_DUE) in docket.meanings(Entry("2026-10-06", words))


@pytest.mark.parametrize(
    ("number", "said"), [("26A90", "application"), ("26-90", "petition"), ("22O199", "original action")]
)
def test_a_docket_number_says_what_the_case_is(number: str, said: str) -> None:
    assert scotus.instrument(number) == said


def told(*entries: tuple[str, str]) -> list[tuple[str, str, EventKind, bool]]:
    listed = docket.events([Entry(day, words) for day, words in entries])
    return [(event.date, event.time, event.kind, event.cancelled) for event in listed]


@pytest.mark.parametrize(
    "order",
    [
        "Case removed from the argument calendar.",
        "Oral argument scheduled for January 12, 2027, is cancelled.",
        "Argument rescheduled for Tuesday, March 2, 2027.",
    ],
)
def test_an_argument_taken_off_its_day_is_cancelled(order: str) -> None:
    found = told(("2026-11-20", "SET FOR ARGUMENT on Tuesday, January 12, 2027."), ("2026-12-18", order))
    assert ("2027-01-12", "", EventKind.HEARING, True) in found
    new = [one for one in found if one[2] is EventKind.HEARING and not one[3]]
    assert new == ([("2027-03-02", "", EventKind.HEARING, False)] if "March" in order else [])


def test_a_conference_from_which_a_case_is_taken_is_cancelled_and_the_past_stays() -> None:
    first, second = (
        ("2026-11-04", "DISTRIBUTED for Conference of 11/13/2026."),
        ("2026-11-16", "DISTRIBUTED for Conference of 11/24/2026."),
    )
    found = told(second, first, ("2026-11-20", "Rescheduled."))
    assert [one for one in found if one[2] is EventKind.MEETING] == [
        ("2026-11-13", "", EventKind.MEETING, False), ("2026-11-24", "", EventKind.MEETING, True),
    ]  # fmt: skip


def test_the_hour_of_an_answer_is_that_of_the_court() -> None:
    words = "Response to application (26A90) requested by Justice Kagan, due by 4 p.m. (EST), on October 13, 2026."
    (requested, due) = docket.events([Entry("2026-10-06", words)])
    assert requested.kind is EventKind.RESPONSE_REQUESTED
    assert (due.date, due.time, due.zone, due.kind) == (
        "2026-10-13",
        "16:00",
        "America/New_York",
        EventKind.RESPONSE_DUE,
    )


def test_a_brief_of_friends_that_was_not_accepted_was_not_filed() -> None:
    words = "Amicus brief of Lamp Trust not accepted for filing. (Corrected brief submitted - December 4, 2026)"
    assert EventKind.AMICUS_FILED not in {kind for _, kind in docket.meanings(Entry("2026-12-04", words))}


def test_jurisdiction_postponed_to_the_merits_lets_the_case_be_heard() -> None:
    words = (
        "Further consideration of the question of jurisdiction is POSTPONED to the hearing of the case on the merits."
    )
    assert ("2026-12-04", EventKind.GRANTED) in docket.meanings(Entry("2026-12-04", words))


def feed(host: str, title: str, entry: str, when: str) -> Matter:
    item = (
        f"<item><title>{title}</title><pubDate>{when}</pubDate><link>https://ecf.{host}.uscourts.gov/cgi-bin/DktRpt.pl?1</link>"
        f"<description>[{entry}] (&lt;a href=&quot;https://x.invalid&quot;&gt;7&lt;/a&gt;)</description></item>"
    )
    body = f"<rss version='2.0'><channel>{item}</channel></rss>".encode()
    (matter,) = imports.read(Response(url="", body=body, name="a.xml"), watched().source("us-pacer-rss"))
    assert isinstance(matter, Matter)
    return matter


@pytest.mark.parametrize(
    ("court", "when", "day", "time", "zone"),
    [
        ("cand", "Wed, 06 Jan 2027 05:30:00 GMT", "2027-01-05", "21:30", "America/Los_Angeles"),
        ("ca9", "Wed, 06 Jan 2027 05:30:00 GMT", "2027-01-05", "21:30", "America/Los_Angeles"),
        ("nyed", "Wed, 06 Jan 2027 20:30:00 GMT", "2027-01-06", "15:30", "America/New_York"),
        ("ca10", "Wed, 06 Jan 2027 09:15:00 MST", "2027-01-06", "09:15", "America/Denver"),
        ("cadc", "Wed, 06 Jan 2027 09:15:00 EST", "2027-01-06", "09:15", "America/New_York"),
        ("txsd", "Wed, 06 Jan 2027 20:30:00 GMT", "2027-01-06", "14:30", "America/Chicago"),
    ],
)
def test_a_docket_entry_is_of_the_day_and_hour_at_its_court(
    court: str, when: str, day: str, time: str, zone: str
) -> None:
    (event,) = feed(court, "3:27-cv-00001 Lamp v. Shelf", "Letter", when).events
    assert (event.date, event.time, event.zone) == (day, time, zone)


@pytest.mark.parametrize(
    ("entry", "status"),
    [
        ("Order Dismissing Case", Status.DECIDED),
        ("~Util - Terminate Civil Case", Status.DECIDED),
        ("Case termination for opinion", Status.DECIDED),
        ("Close Adversary Case", Status.DECIDED),
        ("Judgment - Clerk", Status.DECIDED),
        ("Clerk's Judgment", Status.DECIDED),
        ("Opinion Issued", Status.DECIDED),
        ("Order Dismissing Parties", Status.PENDING),
        ("1 - Terminate Deadlines and Hearings", Status.PENDING),
        ("Order on Motion for Summary Judgment", Status.PENDING),
        ("Memorandum &amp;amp; Opinion", Status.PENDING),
    ],
)
def test_names_of_entries_end_a_case_or_not(entry: str, status: Status) -> None:
    matter = feed("nyed", "1:27-cv-00001 Food &amp;amp; Lamp v. Shelf", entry, "Wed, 06 Jan 2027 20:30:00 GMT")
    assert (matter.status, matter.title) == (status, "Food & Lamp v. Shelf")
    assert (matter.events[0].kind is EventKind.DECIDED) is (status is Status.DECIDED)


def listed(lines: str) -> list[tuple[str, str, str]]:
    body = f"<html><head><title>Orders</title></head><body>{lines}</body></html>".encode()
    response = Response(url="https://court.invalid/list", body=body, name="zz_example.html")
    try:
        found = imports.read(response, watched().source("us-court-opinions"))
    except Unreadable:
        return []
    return [
        (one.id.rpartition("/")[2], one.title, one.published or one.status_as_of)
        for one in found
        if isinstance(one, Matter)
    ]


def test_decisions_that_a_page_lists_without_a_link_are_read_by_their_lines() -> None:
    lines = "<p>May 23, 2031</p><p>31-0384</p><p>LAMP, INC. v. SHELF CO.; from Harris County</p><p>25-99</p><p>motion denied</p>"
    assert listed(lines) == [("31-0384", "LAMP, INC. v. SHELF CO.", "2031-05-23")]
    labelled = "<p>Estate of Lamp 2031 ND 33</p><p>Docket No.: 20310230</p><p>Filing Date: 2/13/2031</p>"
    assert listed(labelled) == [("20310230", "Estate of Lamp 2031 ND 33", "2031-02-13")]


def test_rules_and_lists_of_lists_are_no_decisions() -> None:
    ranges = '<ul><li><a href="/opinions/ada">Ada Lamp</a> 2015 - 2022 KP-0001 - KP-0423</li></ul>'
    policy = '<ul><li><a href="/policies/pay-07-24.pdf">Chart - Salary Grade</a> Pay Ranges (07-24)</li></ul>'
    year = '<p>Orders &amp; Opinions May 23, 2031 <a href="/orders-opinions/2031/">2031</a></p>'
    assert [listed(page) for page in (ranges, policy, year)] == [[], [], []]


def test_a_number_of_the_texan_courts_is_no_date() -> None:
    row = '<table><tr><td><a href="/document?docid=14046">11-22-00300-CR</a></td><td>02/28/2031</td><td>Opinion</td></tr></table>'
    assert listed(row) == [("11-22-00300-CR", "11-22-00300-CR", "2031-02-28")]


@pytest.mark.parametrize(
    ("words", "extended"),
    [
        (
            "TIME SENSITIVE MOTION for extension of time to file response to 05/25/2028 filed by USA. Motion is Unopposed.",
            False,
        ),
        ("Order granting motion for extension of time to file response to 05/25/2028 filed by USA.", True),
        (
            "Motion to extend the time to file a response is granted and the time is extended to and including May 25, 2028.",
            True,
        ),
    ],
)
def test_more_time_that_was_only_asked_for_was_not_given(words: str, extended: bool) -> None:
    meanings = docket.meanings(Entry("2028-04-27", words))
    assert (("2028-05-25", EventKind.RESPONSE_EXTENDED_TO) in meanings) is extended


@pytest.mark.parametrize(
    "words",
    [
        "CLERK ORDER granting Motion to view the record filed by Appellee",
        "PER CURIAM ORDER filed considering the complaint",
        "ORDER filed.",
    ],
)
def test_an_order_of_the_clerk_or_the_court_is_an_order(words: str) -> None:
    assert docket.meanings(Entry("2028-04-27", words))[0][1] is EventKind.ORDER

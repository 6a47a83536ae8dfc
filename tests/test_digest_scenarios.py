"""A clock, a database, and what the digest says of what happens between two weeks; acceptance test 13 by its number."""

from datetime import date
from itertools import pairwise

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Run, Verdict
from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Status
from dashboard.digest.build import Digest, build
from dashboard.digest.gather import week
from dashboard.digest.news import Taste
from dashboard.digest.now_in_force import begun
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.mail.links import Links
from index.differences.stale_summary import stale_since
from index.records import Records, open_records
from nlp.tag import tag
from tests.test_clock_matters import consultation, event
from tests.test_digest_changes import BILL, law

BEFORE, DURING = "2026-11-10T06:00:00Z", "2026-11-20T06:00:00Z"
SINCE, UNTIL, DAY = "2026-11-18T06:00:00Z", "2026-11-25T06:00:00Z", date(2026, 11, 25)


@pytest.fixture
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return open_records(f"sqlite:///{tmp_path_factory.mktemp('r')}/r.db")


def told(records: Records, taste: Taste = Taste()) -> Digest:  # noqa: B008
    return build(
        replace(week(records, SINCE, UNTIL, DAY), ours=None), taste, speech("en"), site="https://amicus.example"
    )


def words(digest: Digest) -> str:
    return " ".join(text(digest, Links()).split())


def happens(records: Records, before: Matter, after: Matter) -> Digest:
    records.write([before], BEFORE)
    records.write([after], DURING)
    return told(records)


def test_an_action_dated_ten_days_ago_and_learned_today_is_told_once_as_late(records: Records) -> None:
    after = replace(BILL, events=(*BILL.events, event("reported", "2026-11-10", "Reported with amendments")))
    digest = happens(records, BILL, after)
    assert words(digest).count("Reported with amendments") == 1
    assert "Learned late: dated 10 Nov, first seen 20 Nov." in words(digest)
    assert told(records).keys == digest.keys


def test_a_bill_whose_words_are_replaced_shows_the_change_in_law(records: Records) -> None:
    digest = happens(records, law("must answer within 24 hours", "PT24H"), law("must answer within 3 hours", "PT3H"))
    assert [section.name for section in digest.sections] == ["law"]
    assert "1 limit shorter" in digest.head.subject


def version(day: str, *clauses: str) -> Text:
    provisions = tuple(Provision(id=f"sec_{n}", number=str(n), text=words) for n, words in enumerate(clauses, 1))
    return Text(id=f"{day}.en", date=day, language="en", provisions=provisions)


HARBOUR = version(
    "2026-11-01", *(f"A master of a harbour keeps {n} lamps lit on each pier at night." for n in range(9))
)
HOSTS = version(
    "2026-11-19",
    "A provider of a social media service shall remove a reported intimate image within 24 hours of the report.",
    "A provider of a social media service shall verify the age of each user before an account is opened.",
    *(f"Chapter {n} concerns services by which people talk to each other over the internet." for n in range(3, 9)),
)


def test_13_a_bill_whose_text_is_replaced_keeps_its_thread_and_is_told_once_as_replaced_with_its_duties(
    records: Records,
) -> None:
    bill = tag(replace(BILL, summary="On lamps in harbours.", texts=(HARBOUR,)))
    digest = happens(records, bill, tag(replace(bill, texts=(HARBOUR, HOSTS))))
    (item,) = [item for section in digest.sections for item in section.items]
    assert (item.label, item.matter) == ("replaced", BILL.id)
    assert digest.head.headline == "1 text replaced"
    told = " ".join(text(digest, Links()).split())
    assert "TEXT REPLACED" in told
    assert "Almost nothing of the version before is left" in told
    assert "NEW DUTY: A provider of a social media service shall remove a reported intimate image" in told
    assert len(item.keys) > 1
    assert stale_since(records.changes("", matter=BILL.id)) == DURING
    assert len(records.history(BILL.id)) == 2


def test_a_bill_that_was_ours_until_its_text_was_replaced_is_still_told(records: Records) -> None:
    bill = tag(replace(BILL, texts=(replace(HOSTS, id="1.en", date="2026-11-01"),)))
    records.write([bill], BEFORE)
    records.write([tag(replace(bill, texts=(*bill.texts, replace(HARBOUR, date="2026-11-19"))))], DURING)
    found = build(week(records, SINCE, UNTIL, DAY), Taste(), speech("en"))
    assert [item.label for section in found.sections for item in section.items] == ["replaced"]


def test_a_law_whose_day_comes_in_the_week_is_told_once_although_no_source_says_so(records: Records) -> None:
    law_ = replace(BILL, id="uk/act/1", status=Status.ENACTED, events=(event("in_force", "2026-11-22"),))
    records.write([law_], BEFORE)
    (item,) = [item for section in told(records).sections for item in section.items]
    assert (item.aside, item.words) == ("22 Nov", "Now in force, before enacted.")
    later = build(replace(week(records, UNTIL, "2026-12-02T06:00:00Z", DAY), ours=None), Taste(), speech("en"))
    assert later.keys == ()


@pytest.mark.parametrize("hour", ["00:00:00", "06:00:00", "23:59:59"])
def test_days_of_laws_fall_into_one_week_each_at_whatever_hour_weeks_part(hour: str) -> None:
    laws = [
        replace(BILL, id=f"uk/act/{day}", status=Status.ENACTED, events=(event("in_force", f"2026-11-{day}"),))
        for day in range(10, 30)
    ]
    ends = [f"2026-11-{day:02}T{hour}Z" for day in (9, 16, 17, 24, 30)]
    told = [change.matter for since, until in pairwise(ends) for change in begun(laws, since, until)]
    assert sorted(told) == sorted(one.id for one in laws)


def test_a_hearing_that_is_called_off_is_told(records: Records) -> None:
    planned = replace(BILL, events=(event("hearing", "2026-12-07", "Second sitting"),))
    gone = replace(BILL, events=(event("hearing", "2026-12-07", "Second sitting", cancelled=True),))
    assert "cancelled: hearing: Second sitting" in words(happens(records, planned, gone))


@pytest.mark.long
def test_a_clean_up_of_many_records_tells_nobody_anything(records: Records) -> None:
    many = [replace(BILL, id=f"uk/bill/{number}") for number in range(500)]
    records.write(many, BEFORE)
    records.write([replace(one, parser="uk/2", summary="Cleaned.") for one in many], DURING)
    assert told(records).keys == ()


def test_an_extended_consultation_closes_later_and_says_so(records: Records) -> None:
    first = consultation("us/fr/1", event("comment_closes", "2026-12-01", "Comments by 1 December"))
    longer = replace(first, events=(*first.events, event("comment_closes", "2026-12-20", "Comment period extended")))
    said = words(happens(records, first, longer))
    assert "Last day: Sun 20 Dec 2026" in said
    assert "Comment period extended (Sun 20 Dec 2026)" in said


def test_a_source_that_failed_all_week_is_named_first_and_told_last(records: Records) -> None:
    records.save_run(Run(source="eu-eur-lex", started=BEFORE, ended=BEFORE, verdict=Verdict.OK))
    records.save_run(
        Run(source="eu-eur-lex", started=DURING, ended=DURING, verdict=Verdict.FAILED, reason="page error")
    )
    digest = told(records, Taste(places=("eu",)))
    assert digest.head.unchecked
    assert any("not checked since Tue 10 Nov 2026, 06:00 UTC: page error" in line for line in digest.unknown.lines)


def test_a_status_that_was_wrong_is_corrected(records: Records) -> None:
    wrong = replace(BILL, status=Status.IN_FORCE)
    assert "We said in force; it is enacted." in words(happens(records, wrong, replace(BILL, status=Status.ENACTED)))


def test_the_same_week_is_the_same_bytes(records: Records) -> None:
    happens(records, BILL, replace(BILL, status=Status.COMMITTEE, status_as_of="2026-11-19"))
    assert text(told(records), Links()) == text(told(records), Links())


def test_what_was_known_on_a_past_day_is_the_digest_of_that_day_byte_for_byte(records: Records) -> None:
    hearing = event("hearing", "2026-12-07", "Second sitting")
    first = happens(records, BILL, replace(BILL, status=Status.COMMITTEE, status_as_of="2026-11-19", events=(hearing,)))
    then = text(first, Links())
    records.write([replace(BILL, title="Another title", status=Status.LAPSED, events=())], UNTIL)
    records.write([consultation("uk/consult/new", event("comment_closes", "2026-12-01"))], "2026-11-26T06:00:00Z")
    records.save_run(Run(source="uk-consultations", started=UNTIL, ended=UNTIL, verdict=Verdict.FAILED, reason="later"))
    assert text(told(records), Links()) == then


def test_a_matter_that_was_removed_later_still_stands_in_the_digest_of_the_day(records: Records) -> None:
    then = happens(records, BILL, replace(BILL, status=Status.COMMITTEE, status_as_of="2026-11-19"))
    records.remove([BILL.id], "2026-11-26T06:00:00Z")
    assert told(records).keys == then.keys != ()

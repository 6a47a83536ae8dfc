"""From the records to the mailbox: the acceptance tests of the digest by their numbers, and what a hostile source can do."""

import email
import io
import json
from datetime import UTC, datetime
from email.policy import default
from typing import Any, NamedTuple

import feedparser
import pytest
from icalendar import Calendar
from lxml import html as lxml_html
from msgspec.structs import replace

from crawlers.crawl.verdict import Run, Verdict
from crawlers.matter import Matter
from crawlers.vocabulary import Status
from dashboard.digest.build import Week, build
from dashboard.digest.gather import week
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.feeds.atom import atom, json_feed
from dashboard.feeds.choice import Choice, days, held
from dashboard.feeds.ics import calendar
from dashboard.feeds.item import feed
from dashboard.mail.sending import send
from dashboard.mail.store import Store
from dashboard.mail.subscriptions import Pace, by_address, erase
from index.records import Records, open_records
from nlp.tag import tag
from tests.test_clock_matters import consultation, event
from tests.test_digest_changes import BILL
from tests.test_digest_scenarios import HARBOUR, HOSTS
from tests.test_mail import Box, box, post, store, subscriber

__all__ = ["box", "store"]
SITE = "https://amicus.example"
BEFORE, DURING = "2026-11-10T06:00:00Z", "2026-11-20T06:00:00Z"
FIRST, NEXT = datetime(2026, 11, 25, 7, 0, tzinfo=UTC), datetime(2026, 12, 2, 7, 0, tzinfo=UTC)
HEARING = event("hearing", "2026-12-07", "Second sitting")


class Room(NamedTuple):
    """Records, a mailbox, and one reader who has confirmed."""

    records: Records
    store: Store
    box: Box
    port: int

    def runs(self, now: datetime) -> int:
        """What a scheduled run mails at an instant."""

        def gathered(since: str, until: str) -> Week:
            return replace(week(self.records, since, until, now.date()), ours=None)

        return send(post(self.store, self.port), gathered, now).sent

    def said(self) -> str:
        """The text of the last mail on one line."""
        mail = email.message_from_bytes(self.box.got[-1][1], policy=default)
        body = mail.get_body(("plain",))
        assert body
        return " ".join(str(body.get_content()).split())


@pytest.fixture
def room(store: Store, box: tuple[Box, int]) -> Room:
    subscriber(store)
    return Room(open_records(), store, *box)


def test_7_an_action_dated_ten_days_ago_is_mailed_once_as_late_and_never_again(room: Room) -> None:
    room.records.write([BILL], BEFORE)
    room.records.write([replace(BILL, events=(*BILL.events, event("reported", "2026-11-10", "Reported")))], DURING)
    assert room.runs(FIRST) == 1
    assert "Learned late: dated 10 Nov, first seen 20 Nov." in room.said()
    assert room.runs(NEXT) == 1
    assert "Nothing was read" in room.said()
    assert "Learned late" not in room.said()


def parsed_anew(room: Room, number: int) -> list[str]:
    """Who gets mail when so many records are read again by another parser."""
    subscriber(room.store, "daily@example.org", pace=Pace.DAILY)
    many = [replace(BILL, id=f"uk/bill/{one}") for one in range(number)]
    room.records.write(many, BEFORE)
    room.records.write([replace(one, parser="uk/2", summary="Cleaned.", title="A  Bill") for one in many], DURING)
    room.runs(FIRST)
    return [to for to, _ in room.box.got]


def test_7_records_parsed_anew_send_a_daily_reader_nothing(room: Room) -> None:
    """Five thousand of them in tests/torture."""
    assert parsed_anew(room, 200) == ["reader@example.org"]
    assert "Nothing was read" in room.said()


def test_12_what_was_known_on_a_day_is_the_list_that_was_mailed_and_archived_on_it_byte_for_byte(room: Room) -> None:
    room.records.write([BILL], BEFORE)
    room.records.write([replace(BILL, events=(*BILL.events, HEARING))], DURING)
    room.runs(FIRST)
    archived = room.box.got[-1][1]
    room.records.write([replace(BILL, title="Another name", events=())], "2026-11-26T06:00:00Z")
    room.records.save_run(
        Run(source="eu-eur-lex", started=DURING, ended="2026-11-26T06:00:00Z", verdict=Verdict.FAILED)
    )
    again = Room(room.records, room.store, Box(), room.port)
    forget(again.store)
    room.runs(FIRST)
    assert room.box.got[-1][1] == archived


def forget(ledger: Store) -> None:
    """As if nothing had been mailed: the same day is asked for again."""
    with ledger.writing() as connection:
        for table in ("mail_ledger", "mail_told"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.exec_driver_sql("UPDATE mail_subscriptions SET told_until = ''")


def test_a_hearing_that_is_called_off_reaches_the_reader_and_the_calendar(room: Room) -> None:
    room.records.write([replace(BILL, events=(HEARING,))], BEFORE)
    (before,) = entries(room.records)
    room.records.write([replace(BILL, events=(replace(HEARING, cancelled=True),))], DURING)
    room.runs(FIRST)
    assert "cancelled: hearing: Second sitting" in room.said()
    (after,) = entries(room.records)
    assert (after["UID"], after["STATUS"]) == (before["UID"], "CANCELLED")
    assert after["SEQUENCE"] > before["SEQUENCE"]


def entries(records: Records) -> list[Any]:
    found = days(held(records, Choice(), FIRST.date()), SITE, FIRST.date())
    return list(Calendar.from_ical(calendar(found, "All", DURING)).walk("VEVENT"))


def test_an_extended_consultation_is_told_with_both_days_and_closes_on_the_later(room: Room) -> None:
    call = consultation("uk/consult/1", event("comment_closes", "2026-12-01", "Comments by 1 December"))
    room.records.write([call], BEFORE)
    longer = event("comment_closes", "2026-12-20", "Comments by 20 December")
    room.records.write([replace(call, events=(longer,))], DURING)
    room.runs(FIRST)
    assert "Last day: Sun 20 Dec 2026" in room.said()
    assert "was: Tue 1 Dec 2026 now: Sun 20 Dec 2026" in room.said()


def test_a_source_down_for_a_week_is_in_every_mail_until_it_answers(room: Room) -> None:
    sound = Run(source="eu-eur-lex", started=BEFORE, ended=BEFORE, verdict=Verdict.OK)
    down = replace(sound, started=DURING, ended=DURING, verdict=Verdict.FAILED, reason="page error")
    for run in (sound, down):
        room.records.save_run(run)
    for now in (FIRST, NEXT):
        room.runs(now)
        assert "Failed or doubtful:" in room.said()
        assert "not checked since Tue 10 Nov 2026, 06:00 UTC: page error" in room.said()
    room.records.save_run(replace(sound, started="2026-12-08T06:00:00Z", ended="2026-12-08T06:00:00Z"))
    room.runs(datetime(2026, 12, 9, 7, 0, tzinfo=UTC))
    assert "page error" not in room.said()


EVIL = {
    "script": "<script>alert(1)</script>",
    "markup": "</td></table><img src=x onerror=alert(1)><a href='javascript:x'>y</a>",
    "header": "x\r\nBcc: evil@example.org\r\n\r\nEND:VCALENDAR\r\nBEGIN:VEVENT",
    "override": "\u202egnp.exe\u2066 \u200b",
    "endless": "w" * 1_000_000,
    "control": "\x00\x0b]]>&#0;&lt;b&gt;",
}


def hostile(words: str) -> Matter:
    """A matter whose every free word is written by an enemy."""
    happens = (event("comment_closes", "2026-12-04", words), event("hearing", "2026-12-07", words))
    call = consultation("uk/consult/evil", *happens)
    return replace(call, title=words, summary=words, source_status=words, url=f"javascript:{words[:99]}")


@pytest.mark.parametrize("kind", EVIL)
@pytest.mark.parametrize("profile", ["lawyers", "editors"])
def test_hostile_words_are_inert_in_the_mail_as_it_arrives(room: Room, kind: str, profile: str) -> None:
    subscriber(room.store, "other@example.org", profile=profile, taste=Taste(names=(EVIL[kind],)))
    room.records.write([hostile(EVIL[kind])], DURING)
    room.runs(FIRST)
    for _, body in room.box.got:
        mail = email.message_from_bytes(body, policy=default)
        assert mail["Bcc"] is None
        assert len(body) < 100_000
        plain, drawn = (str(mail.get_body((form,)).get_content()) for form in ("plain", "html"))  # type: ignore[union-attr]
        assert max(map(len, plain.splitlines())) <= 76
        assert not {"\u202e", "\u2066", "\u200b", "\x00"} & {*plain, *drawn}
        assert not lxml_html.fromstring(drawn).xpath("//script|//img|//iframe|//form|//link|//@onerror|//@src")
        hrefs = [str(link.get("href")) for link in lxml_html.fromstring(drawn).iter("a")]
        assert all(href.startswith(("https://", "#")) for href in hrefs)
        (ics,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
        found: Any = Calendar.from_ical(str(ics.get_content()))
        assert not found.errors
        assert {str(entry["UID"]).split(".")[0] for entry in found.walk("VEVENT")} == {"uk_-consult_-evil"}


@pytest.mark.parametrize("kind", EVIL)
def test_hostile_words_are_inert_in_feeds_and_their_ids_do_not_move(room: Room, kind: str) -> None:
    room.records.write([hostile(EVIL[kind])], DURING)
    drawn = [feed("All", f"{SITE}/feed/all.atom", SITE, held(room.records, Choice(), FIRST.date()).news) for _ in "12"]
    read = [feedparser.parse(io.BytesIO(atom(one))) for one in drawn]
    assert not any(one.bozo for one in read)
    assert [entry.id for entry in read[0].entries] == [entry.id for entry in read[1].entries]
    assert b"<script" not in atom(drawn[0])
    assert "\u202e" not in atom(drawn[0]).decode() + json_feed(drawn[0]).decode()
    assert not any("content_html" in item for item in json.loads(json_feed(drawn[0]))["items"])


def test_hostile_names_of_sources_stay_words(room: Room) -> None:
    run = Run(source="eu-eur-lex", started=DURING, ended=DURING, verdict=Verdict.FAILED, reason=EVIL["markup"])
    room.records.save_run(run)
    room.runs(FIRST)
    mail = email.message_from_bytes(room.box.got[-1][1], policy=default)
    drawn = str(mail.get_body(("html",)).get_content())  # type: ignore[union-attr]
    assert "<img" not in drawn
    assert "&lt;img src=x onerror=alert(1)&gt;" in drawn


def test_the_same_version_day_and_changes_are_the_same_bytes_in_every_language(room: Room) -> None:
    room.records.write([BILL], BEFORE)
    room.records.write([replace(BILL, events=(HEARING,))], DURING)
    for language in ("en", "de", "fr"):
        one, other = (
            build(week(room.records, BEFORE, "2026-11-25T06:00:00Z", FIRST.date()), Taste(), speech(language))
            for _ in "12"
        )
        assert one == other


def happenings() -> dict[str, tuple[Matter, Matter, str]]:
    """Before, after, and what an alert must say of it; an empty string: there is none."""
    call = consultation("uk/consult/1", event("comment_closes", "2026-12-01", "Comments by 1 December"))
    bill, planned = tag(replace(BILL, texts=(HARBOUR,))), replace(BILL, events=(HEARING,))
    return {
        "late action": (BILL, replace(BILL, events=(event("reported", "2026-11-10", "Reported"),)), "Learned late"),
        "text replaced": (bill, tag(replace(bill, texts=(HARBOUR, HOSTS))), "1 text replaced"),
        "hearing called off": (
            planned,
            replace(BILL, events=(replace(HEARING, cancelled=True),)),
            "cancelled: hearing",
        ),
        "consultation extended": (
            call,
            replace(call, events=(event("comment_closes", "2026-12-20", "Comments by 20 December"),)),
            "Last day: Sun 20 Dec 2026",
        ),
        "status wrong": (
            replace(BILL, status=Status.IN_FORCE),
            replace(BILL, status=Status.ENACTED),
            "We said in force; it is enacted.",
        ),
        "parsed anew": (BILL, replace(BILL, parser="uk/2", summary="Cleaned.", title="A  Bill"), ""),
    }


@pytest.mark.parametrize("name", happenings())
def test_an_alert_says_what_happened_once_and_then_is_silent(room: Room, name: str) -> None:
    before, after, words = happenings()[name]
    subscriber(room.store, "reader2@example.org", pace=Pace.AT_ONCE)
    forget_reader(room.store)
    room.records.write([before], BEFORE)
    room.records.write([after], DURING)
    sent = [room.runs(datetime(2026, 11, 20, hour, tzinfo=UTC)) for hour in (7, 8, 9)]
    assert sent == [int(bool(words)), 0, 0]
    if words:
        assert room.said().startswith("AMICUS, AS IT HAPPENS")
        assert words in room.said()


def forget_reader(ledger: Store) -> None:
    known = by_address(ledger, "reader@example.org")
    assert known
    erase(ledger, known.id)

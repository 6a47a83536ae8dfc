"""Subscriptions and sending, against a real mail server on this machine."""

import email
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from icalendar import Calendar
from msgspec.structs import replace
from typer.testing import CliRunner

from crawlers.fault import Fault
from dashboard.cli import app
from dashboard.digest.build import Week
from dashboard.digest.news import Taste
from dashboard.mail import tokens
from dashboard.mail.confirming import ask_back, confirm, frozen, stop
from dashboard.mail.links import Links
from dashboard.mail.message import Parts, Sender, message
from dashboard.mail.planning import Post
from dashboard.mail.sending import hand_over_all, send
from dashboard.mail.smtp import NotSent, server
from dashboard.mail.store import Store, open_store
from dashboard.mail.subscriptions import BadAddress, Pace, State, Subscription, Wishes, ask, by_address, due, erase
from dashboard.mail.tokens import BadToken
from tests.test_digest import fact, full

pytestmark = pytest.mark.process

NOW = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)
SENDER = Sender(address="digest@amicus.example", site="https://amicus.example")
REVISIONS = 3
SECRET = b"k" * 32


class Box:
    """A mailbox for everybody; refuses and dies when told to."""

    def __init__(self) -> None:
        self.got: list[tuple[str, bytes]] = []
        self.refuse: dict[str, str] = {}
        self.die_after = 10**9
        self.cut_after = 10**9
        self.dislike: dict[str, str] = {}

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if len(self.got) >= self.die_after:
            return "421 going away"
        if len(self.got) >= self.cut_after:
            server.transport.abort()
        if envelope.rcpt_tos[0] in self.dislike:
            return self.dislike[envelope.rcpt_tos[0]]
        self.got.append((envelope.rcpt_tos[0], envelope.content))
        return "250 OK"

    def mails(self) -> list[Any]:
        return [email.message_from_bytes(body, policy=default) for _, body in self.got]

    def names(self) -> list[str]:
        return [str(mail["Message-ID"]) for mail in self.mails()]


@pytest.fixture
def box() -> Iterator[tuple[Box, int]]:
    handler = Box()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    yield handler, port
    controller.stop()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    monkeypatch.delenv("AMICUS_RECORDS", raising=False)
    return open_store()


def post(store: Store, port: int) -> Post:
    return Post(store, server(f"smtp://127.0.0.1:{port}?tls=optional"), SENDER, SECRET)


def subscriber(store: Store, address: str = "reader@example.org", **wishes: Any) -> Subscription:
    one = ask(store, address, Wishes(**wishes))
    confirm(store, SECRET, tokens.sign("confirm", one.id, SECRET))
    return one


def weeks(since: str, until: str) -> Week:
    week = full()
    revisions = {window.matter: REVISIONS for window in week.windows}
    return replace(week, since=since, until=until, revisions=revisions)


def test_nothing_is_sent_before_the_reader_has_confirmed(store: Store, box: tuple[Box, int]) -> None:
    one = ask(store, "reader@example.org", Wishes())
    assert send(post(store, box[1]), weeks, NOW).sent == 0
    ask_back(post(store, box[1]), one, "2026-11-25T07:00:00Z")
    (question,) = box[0].mails()
    link = next(word for word in str(question.get_payload()).replace("=\r\n", "").split() if "/mail/confirm/" in word)
    confirm(store, SECRET, link.rpartition("/")[2].replace("=2E", "."))
    assert send(post(store, box[1]), weeks, NOW).sent == 1


def test_a_mail_has_text_html_and_calendar_and_can_be_stopped_in_one_click(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store)
    send(post(store, box[1]), weeks, NOW)
    (mail,) = box[0].mails()
    assert [part.get_content_type() for part in mail.walk() if not part.is_multipart()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop(store, SECRET, mail["List-Unsubscribe"].strip("<>").rpartition("/")[2])
    known = by_address(store, "reader@example.org")
    assert known
    assert known.state is State.STOPPED


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_no_line_of_a_mail_is_wider_than_76_columns_with_its_links(
    store: Store, box: tuple[Box, int], language: str
) -> None:
    subscriber(store, language=language)
    send(post(store, box[1]), weeks, NOW)
    (mail,) = box[0].mails()
    lines = mail.get_body(("plain",)).get_content().splitlines()
    assert max(map(len, lines)) <= 76
    assert sum("/mail/" in line for line in lines) == 3


def test_the_attached_calendar_opens(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store)
    send(post(store, box[1]), weeks, NOW)
    attached = next(part for part in box[0].mails()[0].walk() if part.get_content_type() == "text/calendar")
    (entry, *_) = Calendar.from_ical(attached.get_payload(decode=True)).walk("VEVENT")
    assert entry["SEQUENCE"] == 2 * REVISIONS  # a calendar that has an older one of the same name takes this one


def test_nobody_gets_the_same_week_twice(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store)
    assert send(post(store, box[1]), weeks, NOW).sent == 1
    assert send(post(store, box[1]), weeks, NOW + timedelta(hours=1)).sent == 0
    assert send(post(store, box[1]), weeks, NOW + timedelta(days=7)).sent == 1


def test_a_fact_is_told_once_even_when_two_weeks_hold_it(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store)
    one = fact(learned="2026-11-20T06:00:00Z")
    for days in (0, 7):
        send(
            post(store, box[1]),
            lambda _since, until: replace(full(), since="2026-11-01T00:00:00Z", until=until, news=(one,)),
            NOW + timedelta(days=days),
        )
    told = [
        "Example Act" in part.get_content()
        for mail in box[0].mails()
        for part in mail.walk()
        if part.get_content_type() == "text/plain"
    ]
    assert told == [True, False]


def test_at_once_is_silent_without_news(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store, pace=Pace.AT_ONCE)
    assert send(post(store, box[1]), lambda since, until: replace(weeks(since, until), news=()), NOW).sent == 0


def test_a_refused_reader_is_counted_and_then_paused_and_the_others_get_theirs(
    store: Store, box: tuple[Box, int]
) -> None:
    subscriber(store, "gone@example.org")
    subscriber(store, "here@example.org")
    box[0].refuse["gone@example.org"] = "550 no such user"
    ends = [send(post(store, box[1]), weeks, NOW + timedelta(days=7 * week)) for week in range(4)]
    assert [(end.sent, end.refused) for end in ends] == [(1, 1), (1, 1), (1, 1), (1, 0)]
    known = by_address(store, "gone@example.org")
    assert known
    assert known.state is State.PAUSED


def test_a_reader_who_is_busy_is_tried_again(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store)
    box[0].refuse["reader@example.org"] = "450 try later"
    assert send(post(store, box[1]), weeks, NOW).left == 1
    box[0].refuse.clear()
    assert send(post(store, box[1]), weeks, NOW).sent == 1


def test_a_server_that_dies_in_the_middle_leaves_the_rest_for_the_next_run(store: Store, box: tuple[Box, int]) -> None:
    for number in range(6):
        subscriber(store, f"r{number}@example.org")
    box[0].die_after = 3
    first = send(post(store, box[1]), weeks, NOW)
    assert (first.sent, first.left) == (3, 3)
    assert first.fault
    box[0].die_after = 10**9
    assert send(post(store, box[1]), weeks, NOW).sent == 3
    assert len(set(box[0].names())) == len(box[0].got) == 6


def test_a_connection_that_is_cut_in_the_middle_sends_the_same_bytes_again(store: Store, box: tuple[Box, int]) -> None:
    """The mail was taken but never acknowledged: it goes out again under the same name, as nobody can tell."""
    for number in range(4):
        subscriber(store, f"r{number}@example.org")
    box[0].cut_after = 2
    first = send(post(store, box[1]), weeks, NOW)
    assert (first.sent, first.left) == (2, 2)
    box[0].cut_after = 10**9
    assert send(post(store, box[1]), weeks, NOW).sent == 2
    assert len({(to, body) for to, body in box[0].got}) == len(set(box[0].names())) == 4


@pytest.mark.parametrize(("answer", "left"), [("554 looks like spam", 0), ("451 come back later", 1)])
def test_a_mail_that_the_server_dislikes_does_not_hold_up_the_others(
    store: Store, box: tuple[Box, int], answer: str, left: int
) -> None:
    for name in ("a", "b", "c"):
        subscriber(store, f"{name}@example.org")
    box[0].dislike["b@example.org"] = answer
    end = send(post(store, box[1]), weeks, NOW)
    assert (end.sent, end.refused, end.left, end.fault) == (2, 1 - left, left, "")


CRASH = """
import os, signal, sys
from dashboard.mail import sending
from tests import test_mail as t
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
sending._mark = die
sending.hand_over_all(t.post(t.open_store(), int(sys.argv[1])))
"""


def test_kill_between_sending_and_marking_gives_the_same_mail_under_the_same_name(
    store: Store, box: tuple[Box, int], tmp_path: Path
) -> None:
    for number in range(3):
        subscriber(store, f"r{number}@example.org")
    dead = post(store, 1)
    send(dead, weeks, NOW)
    environment = {**os.environ, "AMICUS_HOME": str(tmp_path), "PYTHONPATH": str(Path(__file__).parent.parent)}
    ended = subprocess.run([sys.executable, "-c", CRASH, str(box[1])], env=environment, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    assert hand_over_all(post(store, box[1])).sent == 3
    bodies = {(to, body) for to, body in box[0].got}
    assert len(bodies) == len(set(box[0].names())) == 3


def test_an_unreachable_server_is_one_sentence_without_the_password(store: Store) -> None:
    subscriber(store)
    nowhere = Post(store, server("smtp://me:secret@127.0.0.1:1?tls=optional"), SENDER, SECRET)
    end = send(nowhere, weeks, NOW)
    assert end.left == 1
    assert "127.0.0.1:1" in end.fault
    assert "secret" not in end.fault


def test_a_server_without_encryption_is_refused_unless_allowed(store: Store, box: tuple[Box, int]) -> None:
    one = ask(store, "reader@example.org", Wishes())
    with pytest.raises(NotSent, match="no encryption"):
        ask_back(Post(store, server(f"smtp://127.0.0.1:{box[1]}"), SENDER, SECRET), one, "2026-11-25T07:00:00Z")


def test_the_list_in_the_mail_stays_as_it_was_and_goes_with_its_reader(store: Store, box: tuple[Box, int]) -> None:
    one = subscriber(store)
    send(post(store, box[1]), weeks, NOW)
    (mail,) = box[0].mails()
    words = str(mail.get_body(("plain",)).get_content())
    token = next(word for word in words.split() if "/mail/list/" in word).rpartition("/")[2]
    page = frozen(store, SECRET, token)
    assert page
    assert "What changed in law" in page
    erase(store, one.id)
    assert frozen(store, SECRET, token) is None
    assert by_address(store, "reader@example.org") is None


def test_who_asks_by_letter_is_erased_by_command(store: Store) -> None:
    subscriber(store)
    assert (
        CliRunner()
        .invoke(app, ["subscribe", "reader@example.org", "--erase"])
        .output.startswith("reader@example.org: erased")
    )
    assert by_address(store, "reader@example.org") is None
    with pytest.raises(Fault, match="no such address"):
        CliRunner().invoke(app, ["subscribe", "reader@example.org", "--erase"], catch_exceptions=False)


@pytest.mark.parametrize("token", ["", "x", "a.b", "../etc.passwd"])
def test_a_link_that_we_did_not_sign_opens_nothing(store: Store, token: str) -> None:
    with pytest.raises(BadToken):
        stop(store, SECRET, token)


def test_a_link_to_stop_does_not_confirm(store: Store) -> None:
    with pytest.raises(BadToken):
        confirm(store, SECRET, tokens.sign("stop", "abc", SECRET))


@pytest.mark.parametrize("address", ["", "x", "a@b", "a b@c.de", "a@c.de\r\nBcc: d@e.fr", "a@c.de,d@e.fr", "ü@c.de"])
def test_what_is_not_one_address_is_refused(store: Store, address: str) -> None:
    with pytest.raises(BadAddress):
        ask(store, address, Wishes())


def test_a_subject_cannot_add_a_header() -> None:
    parts = Parts(id="1", to="a@b.cd", subject="x\r\nBcc: evil@example.org", text="t", sent="2026-11-25T06:00:00Z")
    mail = email.message_from_bytes(message(parts, SENDER, Links()), policy=default)
    assert mail["Bcc"] is None
    assert mail["Subject"] == "x Bcc: evil@example.org"


def test_the_same_mail_is_the_same_bytes() -> None:
    parts = Parts(
        id="1", to="a@b.cd", subject="s", text="t", html="<p>t</p>", calendar=b"c", sent="2026-11-25T06:00:00Z"
    )
    assert message(parts, SENDER, Links()) == message(parts, SENDER, Links())


def test_the_week_ends_on_the_reader_s_own_clock() -> None:
    mine = Subscription(
        id="1", address="a@b.cd", state=State.ACTIVE, wishes=Wishes(zone="Asia/Tokyo", hour=9, weekday=3)
    )
    assert due(mine, NOW) == ("2026-11-12T00:00:00Z", "2026-11-19T00:00:00Z")
    told = replace(mine, told_until="2026-11-19T00:00:00Z")
    assert due(told, NOW) is None
    assert due(told, NOW + timedelta(days=1)) == ("2026-11-19T00:00:00Z", "2026-11-26T00:00:00Z")


def test_a_run_that_was_missed_loses_nothing() -> None:
    told = Subscription(
        id="1", address="a@b.cd", state=State.ACTIVE, wishes=Wishes(), told_until="2026-11-04T06:00:00Z"
    )
    assert due(told, NOW) == ("2026-11-04T06:00:00Z", "2026-11-25T06:00:00Z")


def test_tastes_are_each_reader_s_own(store: Store, box: tuple[Box, int]) -> None:
    subscriber(store, "eu@example.org", taste=Taste(places=("eu",)))
    send(post(store, box[1]), weeks, NOW)
    (mail,) = box[0].mails()
    assert "Example Act" not in mail.as_string()

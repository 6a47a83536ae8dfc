"""How long it takes, and how much memory, to mail a week to 5,000 readers of 10,000 saved searches over SMTP."""

import os
import random
import resource
import socket
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

if TYPE_CHECKING:
    from dashboard.mail.planning import Post
    from dashboard.mail.sending import Sent
    from dashboard.mail.store import Store
    from dashboard.mail.subscriptions import Wishes
    from index.private import Private
    from index.records import Records

READERS, SEARCHES, MATTERS = 5_000, 10_000, 200
BEFORE, DURING = "2026-11-10T06:00:00Z", "2026-11-20T06:00:00Z"
NOW = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


class Sink:
    """Takes every mail and counts the names."""

    def __init__(self) -> None:
        self.names: list[str] = []

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        head = envelope.content.partition(b"\r\n\r\n")[0].decode()
        self.names += [line for line in head.splitlines() if line.startswith("Message-ID")]
        return "250 OK"


def rows() -> Iterator[dict[str, object]]:
    with tempfile.TemporaryDirectory() as home:
        os.environ["AMICUS_HOME"] = home
        seconds, names, sent = _mailed()
    once = len(names) == len({*names}) == sent == READERS
    told = f"mail: {READERS:,} readers of {SEARCHES:,} saved searches, each once"
    yield _row(told, round(seconds, 1), "s", "<= 600", once and seconds <= 600)
    memory = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    yield _row("mail: memory, the mail server included", memory, "MB", "<= 600", memory <= 600)


def _row(name: str, value: float, unit: str, goal: str, holds: bool) -> dict[str, object]:
    return {"name": name, "value": value, "unit": unit, "ratio": None, "baseline": None, "goal": goal, "holds": holds}


def _mailed() -> tuple[float, list[str], int]:
    from aiosmtpd.controller import Controller

    from dashboard.mail.planning import Post
    from dashboard.mail.smtp import server
    from dashboard.mail.store import open_store
    from index.private import open_private
    from index.records import open_records
    from tests.test_mail import SECRET, SENDER

    records, private, store = open_records(), open_private(), open_store()
    _read(records)
    _searched(private)
    _subscribed(store)
    sink = Sink()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    post = Post(store, server(f"smtp://127.0.0.1:{port}?tls=optional"), SENDER, SECRET)
    begun = time.perf_counter()
    end = _sent(post, records, private)
    seconds = time.perf_counter() - begun
    controller.stop()
    return seconds, sink.names, end.sent


def _sent(post: "Post", records: "Records", private: "Private") -> "Sent":
    from dashboard.digest.following import tastes
    from dashboard.digest.gather import week
    from dashboard.mail.sending import send

    return send(
        post,
        lambda since, until: week(records, since, until, NOW.date()),
        NOW,
        lambda found, wishes: tastes(records, private, found, wishes, NOW.date()),
    )


def _read(records: "Records") -> None:
    """Matters of which every one has moved in the week, and a case and a call with windows."""
    from tests.library import library
    from tests.test_clock_matters import CALL_EVIDENCE, PETITION, event

    held = library(MATTERS)
    records.write([*held, PETITION, CALL_EVIDENCE], BEFORE)
    moved = event("reported", "2026-11-19", "Reported with amendments")
    records.write([replace(one, events=(*one.events, moved)) for one in held], DURING)


def _searched(private: "Private") -> None:
    """Two words of the library each, so that most find something."""
    from index.saved import save
    from index.search import open_search
    from tests.library import SENTENCES

    chance = random.Random(9)
    words = sorted({word.strip(".,").lower() for one in SENTENCES.values() for said in one for word in said.split()})
    door = open_search()
    for number in range(SEARCHES):
        save(
            private, door, f"s{number}", " ".join(chance.sample([word for word in words if word.isalpha()], 2)), BEFORE
        )


def _subscribed(store: "Store") -> None:
    """Each reader follows two searches of their own and a place."""
    from sqlalchemy import insert

    from dashboard.mail.store import subscriptions
    from dashboard.mail.subscriptions import State, Subscription, row

    readers = [
        Subscription(id=f"{number:012x}", address=f"r{number}@example.org", state=State.ACTIVE, wishes=_wishes(number))
        for number in range(READERS)
    ]
    with store.writing() as connection:
        connection.execute(insert(subscriptions), [row(one) for one in readers])


def _wishes(number: int) -> "Wishes":
    from dashboard.digest.news import Taste
    from dashboard.mail.subscriptions import Wishes

    return Wishes(
        taste=Taste(places=(("uk", "us", "de", "fr", "pt")[number % 5],)),
        searches=(f"s{2 * number}", f"s{2 * number + 1}"),
        language=("en", "de", "fr")[number % 3],
        profile=("lawyers", "editors")[number % 2],
    )

"""How long it takes, and how much memory, to mail a week to 5,000 readers over SMTP on this machine."""

import os
import resource
import socket
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

READERS = 5_000
SAMPLE = 500  # readers that are really mailed; each costs the same
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
        seconds, names = _mailed()
    once = len(names) == len(set(names)) == SAMPLE
    value = round(seconds * READERS / SAMPLE, 1)
    yield _row(
        f"mail: {READERS} readers (from {SAMPLE} mailed), each once", value, "s", "<= 600", once and value <= 600
    )
    memory = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    yield _row("mail: memory", memory, "MB", "<= 400", memory <= 400)


def _row(name: str, value: float, unit: str, goal: str, holds: bool) -> dict[str, object]:
    return {"name": name, "value": value, "unit": unit, "ratio": None, "baseline": None, "goal": goal, "holds": holds}


def _mailed() -> tuple[float, list[str]]:
    from aiosmtpd.controller import Controller

    from dashboard.mail import tokens
    from dashboard.mail.confirming import confirm
    from dashboard.mail.planning import Post
    from dashboard.mail.sending import send
    from dashboard.mail.smtp import server
    from dashboard.mail.store import open_store
    from dashboard.mail.subscriptions import Wishes, ask
    from tests.test_digest import full
    from tests.test_mail import SECRET, SENDER, weeks

    store = open_store("sqlite:///" + os.environ["AMICUS_HOME"] + "/mail.sqlite")
    for number in range(SAMPLE):
        one = ask(store, f"r{number}@example.org", Wishes(language=("en", "de", "fr")[number % 3]))
        confirm(store, SECRET, tokens.sign("confirm", one.id, SECRET))
    sink = Sink()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    full()
    begun = time.perf_counter()
    send(Post(store, server(f"smtp://127.0.0.1:{port}?tls=optional"), SENDER, SECRET), weeks, NOW)
    seconds = time.perf_counter() - begun
    controller.stop()
    return seconds, sink.names

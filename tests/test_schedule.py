"""The run that a timer starts: its steps, its log, its exit status, and that there is never more than one."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crawlers.memory.lock import LATER, Busy, alone
from dashboard.mail.sending import send
from dashboard.mail.store import open_store
from dashboard.upkeep import schedule
from dashboard.upkeep.schedule import Step
from tests.test_mail import NOW, post, subscriber, weeks

pytestmark = pytest.mark.process

COMMAND = [sys.executable, "-c", "from dashboard.cli import main; main()"]


def surroundings(home: Path, **settings: str) -> dict[str, str]:
    return {**os.environ, "AMICUS_HOME": str(home), "AMICUS_OFFLINE": "1", "AMICUS_SMTP": "", **settings}


def amicus(home: Path, *more: str, **settings: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *(more or ("run",))]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings(home, **settings), timeout=60)


def log(home: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (home / "run.log").read_text().splitlines()]


@contextmanager
def mute() -> Iterator[dict[str, str]]:
    """A mail server that takes calls and never says a word."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        url = f"smtp://127.0.0.1:{server.getsockname()[1]}?tls=optional"
        yield {"AMICUS_SMTP": url, "AMICUS_MAIL_FROM": "digest@amicus.example"}


@pytest.fixture
def waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a mail in its ledger that is to be handed over."""
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    monkeypatch.delenv("AMICUS_RECORDS", raising=False)
    store = open_store()
    subscriber(store)
    send(post(store, 1), weeks, NOW)
    return tmp_path


def test_two_runs_never_go_on_at_once_and_the_second_names_the_first(tmp_path: Path) -> None:
    with alone(tmp_path, "run", "a run"):
        done = amicus(tmp_path)
    assert done.returncode == LATER == 75
    assert done.stderr.startswith(f"a run is already running (process {os.getpid()}, since 2")


def test_a_lock_left_by_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "run.lock").write_text("1")
    assert amicus(tmp_path).returncode == 0


def test_a_run_without_network_and_mail_says_so(tmp_path: Path) -> None:
    done = amicus(tmp_path)
    assert (done.returncode, done.stdout.startswith("Nothing to do")) == (0, True)


def test_a_step_that_fails_is_in_the_log_and_in_the_exit_status(tmp_path: Path) -> None:
    done = amicus(tmp_path, AMICUS_SMTP="smtp://127.0.0.1:1?tls=optional", AMICUS_MAIL_FROM="")
    assert done.returncode == 1
    (line,) = log(tmp_path)
    assert line["step"] == "digest"
    assert "AMICUS_MAIL_FROM is not set" in str(line["said"])


def test_a_run_that_does_its_work_ends_with_nought(tmp_path: Path) -> None:
    done = amicus(tmp_path, AMICUS_SMTP="smtp://127.0.0.1:1?tls=optional", AMICUS_MAIL_FROM="digest@amicus.example")
    assert (done.returncode, done.stdout) == (0, "digest: ok 0 sent, 0 refused, 0 left for the next run\n")


def test_a_step_that_hangs_is_ended_and_is_to_be_tried_again(waiting: Path) -> None:
    with mute() as settings:
        done = amicus(waiting, "run", "--hours", "0.001", **settings)
    assert done.returncode == LATER
    (line,) = log(waiting)
    assert (line["status"], line["said"]) == (LATER, "took longer than 0.001 hours and was ended")
    with alone(waiting, "run"):
        pass


def test_a_step_goes_on_alone_when_its_run_is_killed_and_no_other_begins(waiting: Path) -> None:
    with mute() as settings:
        run = subprocess.Popen([*COMMAND, "run"], env=surroundings(waiting, **settings))
        step = started(waiting, run)
        run.kill()
        run.wait(10)
        second = amicus(waiting)
        os.kill(step, signal.SIGKILL)
    assert second.returncode == LATER
    assert f"digest in {step}" in second.stderr


def started(home: Path, run: subprocess.Popen[bytes]) -> int:
    """The process of the step, as soon as the lock names it."""
    while run.poll() is None:
        words = (home / "run.lock").read_text() if (home / "run.lock").exists() else ""
        if " in " in words:
            return int(words.rpartition(" ")[2])
    raise AssertionError("the run ended before its step began")


def test_two_senders_never_share_a_ledger(tmp_path: Path) -> None:
    settings = {"AMICUS_SMTP": "smtp://127.0.0.1:1?tls=optional", "AMICUS_MAIL_FROM": "digest@amicus.example"}
    with alone(tmp_path, "mail", "a sending of mails"):
        done = amicus(tmp_path, "digest", "--send", **settings)
    assert (done.returncode, done.stderr.startswith("a sending of mails is already running")) == (LATER, True)


@pytest.mark.parametrize(
    ("found", "whole"), [([], 0), ([0, 0], 0), ([0, 1], 1), ([75, 0], 75), ([75, 1], 1), ([-9, 75], 1)]
)
def test_the_exit_status_is_that_of_what_went_worst(found: list[int], whole: int) -> None:
    assert schedule.status([Step("update", one, "") for one in found]) == whole


@pytest.mark.parametrize(("mail", "offline", "names"), [(True, False, ["update", "digest"]), (False, True, [])])
def test_only_what_can_be_done_is_done(mail: bool, offline: bool, names: list[str]) -> None:
    assert schedule.steps(mail, offline) == names


def test_a_crawl_that_goes_on_is_to_be_waited_for(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(Busy) as told, alone(tmp_path):
        pass
    assert told.value.status == LATER

"""The run that a timer starts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import schedule

INSTANT = "2026-11-25T06:00:00Z"


def amicus(home: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "AMICUS_HOME": str(home), "AMICUS_OFFLINE": "1", **settings}
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", "run"]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


def test_two_runs_never_go_on_at_once(tmp_path: Path) -> None:
    with schedule.alone(tmp_path) as mine:
        assert mine
        assert amicus(tmp_path).returncode == schedule.BUSY


def test_a_lock_left_by_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / "run.lock").write_text("1")
    with schedule.alone(tmp_path) as mine:
        assert mine


def test_a_run_without_network_and_mail_says_so(tmp_path: Path) -> None:
    done = amicus(tmp_path, AMICUS_SMTP="")
    assert (done.returncode, done.stdout.startswith("Nothing to do")) == (0, True)


def test_a_step_that_fails_is_in_the_log_and_in_the_exit_status(tmp_path: Path) -> None:
    done = amicus(tmp_path, AMICUS_SMTP="smtp://127.0.0.1:1?tls=optional", AMICUS_MAIL_FROM="")
    assert done.returncode == 1
    (line,) = (tmp_path / "run.log").read_text().splitlines()
    assert json.loads(line)["step"] == "digest"
    assert "AMICUS_MAIL_FROM is not set" in json.loads(line)["said"]


@pytest.mark.parametrize(("mail", "offline", "names"), [(True, False, ["update", "digest"]), (False, True, [])])
def test_only_what_can_be_done_is_done(mail: bool, offline: bool, names: list[str]) -> None:
    assert schedule.steps(mail, offline) == names

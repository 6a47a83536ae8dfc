"""One scheduled run: crawl, tag and index, then mail; a line in the log for each step; no step hangs for ever."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from crawlers.memory.lock import LATER, sign

STEPS = {"update": ("update",), "digest": ("digest", "--send")}
GRACE = 30.0  # seconds that a step which is asked to end has for it


class Step(NamedTuple):
    """How one step ended: its exit status, and the last line it said."""

    name: str
    status: int
    said: str


def steps(mail: bool, offline: bool) -> list[str]:
    return [*([] if offline else ["update"]), *(["digest"] if mail else [])]


def run(home: Path, names: list[str], instant: Callable[[], str], lock: int, seconds: float) -> list[Step]:
    """A step that fails does not keep the next from running: what we hold is still worth a mail.

    Each step holds the `lock` too, so that no other run begins while it goes on, even when this process is killed;
    one that takes longer than so many `seconds` is ended.
    """
    ended = []
    for name in names:
        step = _step(name, lock, seconds)
        _log(home, instant(), step)
        ended.append(step)
    return ended


def status(ended: list[Step]) -> int:
    """1 when a step failed; else 75 when one found another process at it or had to be ended, so is to be tried again."""
    found = {step.status for step in ended} - {0}
    return 0 if not found else LATER if found == {LATER} else 1


def _step(name: str, lock: int, seconds: float) -> Step:
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", *STEPS[name]]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, pass_fds=(lock,), **pipes) as child:  # type: ignore[call-overload]
        sign(lock, f"{os.getpid()}, {name} in {child.pid}")
        try:
            out, err = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(child)
            return Step(name, LATER, f"took longer than {seconds / 3600:g} hours and was ended")
        lines = (err if child.returncode else out).strip().splitlines() or [""]
        return Step(name, child.returncode, lines[-1])


def _end(child: "subprocess.Popen[str]") -> None:
    """An interrupted update keeps what it was given."""
    child.send_signal(signal.SIGINT)
    try:
        child.communicate(timeout=GRACE)
    except subprocess.TimeoutExpired:
        child.kill()


def _log(home: Path, instant: str, step: Step) -> None:
    line = json.dumps({"at": instant, "step": step.name, "status": step.status, "said": step.said}, ensure_ascii=False)
    with (home / "run.log").open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")

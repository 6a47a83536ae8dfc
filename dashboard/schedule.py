"""One scheduled run: crawl, tag and index, then mail; never two at a time; a line in the log for each step."""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

BUSY = 75  # EX_TEMPFAIL: another run is going on, nothing was done
STEPS = {"update": ("update",), "digest": ("digest", "--send")}


class Step(NamedTuple):
    """How one step ended: its exit status, and the last line it said."""

    name: str
    status: int
    said: str


@contextmanager
def alone(home: Path) -> Iterator[bool]:
    """True while no other run of this data folder goes on. The lock ends with the process, however it ends."""
    with (home / "run.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        lock.write(str(os.getpid()))
        lock.flush()
        yield True


def steps(mail: bool, offline: bool) -> list[str]:
    return [*([] if offline else ["update"]), *(["digest"] if mail else [])]


def run(home: Path, names: list[str], instant: Callable[[], str]) -> list[Step]:
    """A step that fails does not keep the next from running: what we hold is still worth a mail."""
    ended = []
    for name in names:
        step = _step(name)
        _log(home, instant(), step)
        ended.append(step)
    return ended


def _step(name: str) -> Step:
    command = [sys.executable, "-c", "from dashboard.cli import main; main()", *STEPS[name]]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    lines = (done.stderr if done.returncode else done.stdout).strip().splitlines() or [""]
    return Step(name, done.returncode, lines[-1])


def _log(home: Path, instant: str, step: Step) -> None:
    line = json.dumps({"at": instant, "step": step.name, "status": step.status, "said": step.said}, ensure_ascii=False)
    with (home / "run.log").open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")

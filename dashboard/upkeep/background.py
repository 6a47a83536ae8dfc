"""The update that runs beside the dashboard: one subprocess at a time, its progress in a file, stopped on request."""

import contextlib
import os
import signal
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec

from crawlers import settings
from crawlers.sources import watched
from dashboard.views.care.first_start import Host, Progress, hosts

BOUNDS = ("--days", "30", "--requests", "40", "--seconds", "180")
_running: list[subprocess.Popen[bytes]] = []


def file() -> Path:
    """Written by the update itself; read by every session."""
    return settings.home() / "update.json"


def state() -> Progress:
    """How far it is; running only while the process lives, whatever the file says."""
    alive = bool(_running) and _running[-1].poll() is None
    told = _told()
    offline = settings.on("AMICUS_OFFLINE")
    return msgspec.structs.replace(told, running=alive, offline=offline)


def _told() -> Progress:
    try:
        return msgspec.json.decode(file().read_bytes(), type=Progress)
    except (OSError, msgspec.MsgspecError):  # none yet, or in the middle of being written
        return Progress()


def start() -> None:
    """Nothing happens when one is running or nobody may be contacted."""
    if settings.on("AMICUS_OFFLINE") or (_running and _running[-1].poll() is None):
        return
    file().unlink(missing_ok=True)
    command = [sys.executable, "-m", "dashboard", "update", *BOUNDS, "--progress", str(file())]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    _running.append(subprocess.Popen(command, env=os.environ.copy(), start_new_session=True, **quiet))  # type: ignore[call-overload]


def stop() -> None:
    """Asks the update to end after what is under way; what it was given is kept."""
    if _running and _running[-1].poll() is None:
        with contextlib.suppress(ProcessLookupError):
            _running[-1].send_signal(signal.SIGINT)


@cache
def plan() -> tuple[Host, ...]:
    return tuple(hosts(watched().sources.values()))

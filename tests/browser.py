"""A dashboard of its own for browser tests: records in a fresh folder, uvicorn on loopback, Chromium without a network."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.services import port as free_port
from tests.shared import ALL

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM = Path("/usr/bin/chromium")
AXE = ROOT / ".services" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
needs_chromium = pytest.mark.skipif(not ALL and not CHROMIUM.exists(), reason="Chromium is not here: make services")
needs_axe = pytest.mark.skipif(not ALL and not AXE.exists(), reason="axe-core is not here: make services")


@contextmanager
def served(home: Path, today: str = "2026-11-25") -> Iterator[str]:
    """The address of a dashboard over the records in a folder; it contacts nobody and ends with the block."""
    port = free_port()
    environment = {**os.environ, "AMICUS_HOME": str(home), "AMICUS_TODAY": today, "AMICUS_OFFLINE": "1"}
    command = [sys.executable, "-m", "uvicorn", "dashboard.app:app", "--port", str(port), "--log-level", "error"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait(f"http://127.0.0.1:{port}/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            with urlopen(url, timeout=1):
                return
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise RuntimeError("the dashboard did not start within 20 seconds")

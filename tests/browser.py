"""A dashboard of its own for browser tests: records in a fresh folder, uvicorn on loopback, Chromium without a network."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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
def served(home: Path, today: str = "2026-11-25", host: str = "127.0.0.1", **settings: str) -> Iterator[str]:
    """The address of a dashboard over the records in a folder; it contacts nobody and ends with the block."""
    port = free_port()
    fixed = {"AMICUS_HOME": str(home), "AMICUS_TODAY": today, "AMICUS_OFFLINE": "1"}
    environment = {**os.environ, **fixed, **settings}
    command = [sys.executable, "-m", "dashboard", "serve", "--host", host, "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
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


def opened(browser: Browser, address: str, width: int = 1280, scheme: str = "light") -> Page:
    """The page when it stands still; a call of any other host, or a refusal by the policy, fails the test."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    host = re.sub(r"^http|(?<=\d)/.*$", "", address)
    strange: list[str] = []
    page.on(
        "request",
        lambda one: (
            strange.append(one.url) if host not in one.url and not one.url.startswith(("data:", "blob:")) else None
        ),
    )
    page.on("console", lambda said: strange.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto(address)
    page.wait_for_selector(".am h1, main h1", timeout=20_000)
    page.wait_for_selector(".am-page, body > main, [data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(300)
    assert not strange
    return page


def turned(page: Page, scheme: str) -> None:
    """The same page in the other colours, without loading it again."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    app = "document.querySelector('.stApp')"
    page.wait_for_function(f"scheme => !{app} || getComputedStyle({app}).colorScheme === scheme", arg=scheme)
    page.wait_for_timeout(300)


def faults(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found: dict[str, Any] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{one['id']}: {node['html'][:160]}" for one in found["violations"] for node in one["nodes"][:3]]


@contextmanager
def browsing() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()

"""The published trackers in Chromium, from a folder: axe finds nothing, nobody is contacted, no sideways scroll."""

import functools
import http.server
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.public.files import publish
from tests.browser import browsing, faults, needs_axe, needs_chromium, opened
from tests.home import at_home, held
from tests.made import law

pytestmark = [pytest.mark.browser, needs_chromium]
PATHS = ["index.html", "uk/index.html", "ch/index.html", "ch/index.fr.html"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Served as any web host would, without the headers of our own server."""
    folder = tmp_path_factory.mktemp("site")
    _published(tmp_path_factory.mktemp("home"), folder)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _published(home: Path, folder: Path) -> None:
    with at_home(home):
        uk = law(id="uk/bill/7", jurisdiction="uk", source="uk-legislation", title="Online Hosts Bill")
        swiss = law(id="ch/act/1", jurisdiction="ch", source="ch-fedlex", title="Plattformgesetz", language="de")
        held(uk, swiss)
        publish(folder, date(2026, 11, 25), "2026-11-25T00:00:00Z", "https://trackers.example")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing_on_published_pages(site: str, chromium: Browser, path: str, width: int, scheme: str) -> None:
    page = opened(chromium, f"{site}/{path}", width, scheme)
    assert not faults(page)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.context.close()


def test_a_reader_changes_the_language_and_takes_the_calendar(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/ch/index.html")
    page.get_by_role("link", name="Français").click()
    assert page.locator("html").get_attribute("lang") == "fr"
    href = page.get_by_role("link", name="ICS").first.get_attribute("href")
    assert page.request.get(f"{site}/ch/{href}").text().startswith("BEGIN:VCALENDAR")
    page.context.close()

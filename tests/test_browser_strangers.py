"""A dashboard that others reach: strangers read public pages alone, and whom the proxy names may write. In Chromium."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from dashboard import private
from dashboard.kept import Kept
from index.private import open_private
from tests.browser import browsing, needs_chromium, opened, served
from tests.home import at_home, held
from tests.made import law
from tests.proxy import proxied

pytestmark = [pytest.mark.browser, needs_chromium]
BILL = "uk/bill/7"
PRIVATE = "These words are for our own eyes"
HEADER = {"AMICUS_USER_HEADER": "X-Forwarded-User", "AMICUS_PROXIES": "127.0.0.1"}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with at_home(folder):
        uk = law(id=BILL, jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        held(law(), uk)
        body = {"position": "Oppose", "why": PRIVATE, "note": PRIVATE, "goal": PRIVATE, "owner": "", "due": ""}
        for kind, subject in (("decision", BILL), ("folder", "Hosts"), ("item", f"Hosts#{BILL}")):
            private.keep(Kept(kind=kind, subject=subject, role="staff", at="2026-11-24T07:00:00Z", body=body))
    return folder


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def public(home: Path) -> Iterator[str]:
    """Listens on every address; reached here through loopback, as a proxy on this machine would."""
    with served(home, host="0.0.0.0", **HEADER) as address:
        yield address


@pytest.mark.parametrize("path", ["/assessments", f"/assessments?id={BILL}", "/collections", "/review"])
def test_a_stranger_sees_a_notice_where_private_words_stand(public: str, chromium: Browser, path: str) -> None:
    page = opened(chromium, public + path)
    expect(page.locator(".am").last).to_contain_text("for people who are signed in")
    assert PRIVATE not in page.content()
    assert not page.locator("form, [data-testid=stForm]").count()
    page.context.close()


@pytest.mark.parametrize("path", ["/", "/calendar", "/opportunities"])
def test_a_stranger_has_no_button_that_writes(public: str, chromium: Browser, path: str) -> None:
    page = opened(chromium, public + path)
    assert not page.locator("[data-testid=stForm], [data-testid=stButton], [data-testid=stExpander]").count()
    page.context.close()


def test_whom_the_proxy_names_reads_and_writes(public: str, home: Path, chromium: Browser) -> None:
    with proxied(urlsplit(public).port or 0, "counsel") as through:
        page = opened(chromium, f"{through}/assessments?id={BILL}")
        expect(page.locator("aside")).to_contain_text(PRIVATE)
        page.get_by_text("Change the decision").click()
        page.get_by_label("Why").fill("volunteers need time")
        page.get_by_role("button", name="Keep it (private)").press("Enter")  # by key: the form still slides open
        expect(page.locator("aside")).to_contain_text("volunteers need time")
        page.context.close()
    assert "volunteers need time" in " ".join(leaf.body for leaf in open_private(home / "private.db").shelf("decision"))


def raw(address: str, line: str, **headers: str) -> http.client.HTTPResponse:
    """One request as written, not tidied up by a client."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    method, path = line.split(" ", 1)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    return connection.getresponse()


@pytest.mark.parametrize(
    "path",
    [
        "/matter/../../../../etc/passwd",
        "/matter/%2e%2e%2f%2e%2e%2fetc/passwd",
        "/static/..%2f..%2f..%2f..%2fetc/passwd",
        "/component/..%5c..%5c/private.db",
        "/embed/uk/bill/..%00",
        "/tracker/..%2fprivate.db",
        "/feed/..%2f..%2fetc.atom",
        "//evil.example/%2e%2e",
        "/\\evil.example/",
    ],
)
def test_no_address_leads_out_of_our_files_or_to_another_host(public: str, path: str) -> None:
    answer = raw(public, f"GET {path}")
    body = answer.read()
    assert b"root:" not in body
    assert b"SQLite format" not in body
    assert "evil.example" not in (answer.getheader("Location") or "")
    assert answer.getheader("Content-Security-Policy")


def test_redirects_stay_here_whatever_host_is_named(public: str) -> None:
    moved = raw(public, "GET /api/windows.ics")
    assert (moved.status, moved.getheader("Location")) == (302, "/calendar/windows.ics")
    assert raw(public, "GET /api/windows.ics", Host="evil.example").status == 421


@pytest.mark.parametrize("path", ["/mail/stop/x.y", "/mail/settings/x.y", "/_stcore/upload_file/a/b"])
def test_no_other_page_can_make_a_reader_write(public: str, path: str) -> None:
    assert raw(public, f"POST {path}", Origin="https://evil.example", Content_Length="0").status == 403
    assert raw(public, f"PUT {path}", Sec_Fetch_Site="cross-site", Content_Length="0").status == 403


def test_a_forged_name_is_no_name(home: Path) -> None:
    with served(home, host="0.0.0.0") as address:
        forged = {"X_Forwarded_User": "counsel", "X_Amicus_Insider": "counsel", "X_Forwarded_For": "127.0.0.1"}
        assert raw(address, "GET /register.csv", **forged).status == 403


def test_a_browser_on_this_machine_needs_no_sign_in(home: Path) -> None:
    with served(home) as address:
        assert raw(address, "GET /register.csv").status == 200

"""Who may ask what: foreign hosts, foreign pages, strangers, forged headers. Answers come through the whole guard."""

from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from crawlers.fault import Fault
from dashboard.app import app
from dashboard.guard import INSIDER, Guard, proxies
from dashboard.security import Headers
from tests.home import at_home

HERE, PROXY, FAR = "127.0.0.1", "10.1.2.3", "203.0.113.9"
SOCKET = "ws://localhost:8501/talk"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AMICUS_SITE", "AMICUS_HOST", "AMICUS_USER_HEADER", "AMICUS_PROXIES"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy on 10.1.2.3 says who is signed in, at https://amicus.example."""
    monkeypatch.setenv("AMICUS_SITE", "https://amicus.example")
    monkeypatch.setenv("AMICUS_HOST", "0.0.0.0")
    monkeypatch.setenv("AMICUS_USER_HEADER", "X-Forwarded-User")
    monkeypatch.setenv("AMICUS_PROXIES", "10.1.0.0/16")


async def who(request: Request) -> PlainTextResponse:
    return PlainTextResponse(request.headers.get(INSIDER, "a stranger"))


async def talk(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers.get(INSIDER, "a stranger"))
    await socket.close()


def client(peer: str = HERE, site: str = "http://localhost:8501") -> TestClient:
    routes = [Route("/who", who, methods=["GET", "POST"]), WebSocketRoute("/talk", talk)]
    app = Starlette(routes=routes, middleware=[Middleware(Headers), Middleware(Guard)])
    return TestClient(app, base_url=site, client=(peer, 50000))


@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:8501", "[::1]:8501", "192.168.1.5:8501"])
def test_this_machine_and_numbers_are_hosts_of_ours(host: str) -> None:
    assert client().get("/who", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil@localhost", "localhost/..", "localhost:x", "", "a\u00e9"]
)
def test_a_name_that_others_may_lead_here_is_refused(host: str) -> None:
    answer = client().get("/who", headers={"Host": host.encode("latin-1")})
    assert answer.status_code == 421
    assert "AMICUS_SITE" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_two_hosts_are_none() -> None:
    assert client().get("/who", headers=[("Host", "localhost"), ("Host", "evil.example")]).status_code == 421


@pytest.mark.usefixtures("behind")
def test_the_address_of_readers_is_ours() -> None:
    assert client(PROXY, "https://amicus.example").get("/who").status_code == 200
    assert client(PROXY, "https://evil.example").get("/who").status_code == 421


@pytest.mark.parametrize(
    "said",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost:8501"},
    ],
)
def test_a_change_asked_for_by_another_page_is_refused(said: dict[str, str]) -> None:
    assert client().post("/who", headers=said).status_code == 403
    assert client().get("/who", headers=said).status_code == 200


@pytest.mark.parametrize("said", [{}, {"Origin": "http://localhost:8501", "Sec-Fetch-Site": "same-origin"}])
def test_a_change_from_our_own_page_or_from_no_browser_goes_through(said: dict[str, str]) -> None:
    assert client().post("/who", headers=said).status_code == 200


def test_a_socket_opened_by_another_page_is_closed() -> None:
    with pytest.raises(WebSocketDisconnect) as closed, client().websocket_connect(SOCKET, headers={"Origin": "null"}):
        pass
    assert closed.value.code == 1008


def heard(peer: str, site: str = "http://localhost:8501", **headers: str) -> str:
    """What a request is taken for; the socket must say the same as the page."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    page = str(client(peer, site).get("/who", headers=named).text)
    with client(peer, site).websocket_connect(f"ws{site[4:]}/talk", headers=named) as socket:
        assert socket.receive_text() == page
    return page


def test_a_browser_on_this_machine_is_an_insider() -> None:
    assert heard(HERE) == heard("::1") == heard("::ffff:127.0.0.1") == "local"


@pytest.mark.parametrize(
    ("peer", "said"),
    [
        (FAR, {}),
        (FAR, {"X_Forwarded_For": HERE}),
        (HERE, {"X_Forwarded_For": FAR}),
        (HERE, {"Forwarded": f"for={FAR}"}),
        (HERE, {"Via": "1.1 cache"}),
        (HERE, {"Host": "192.168.1.5:8501"}),
        (FAR, {"x_amicus_insider": "counsel"}),
    ],
)
def test_whoever_comes_from_elsewhere_is_a_stranger(peer: str, said: dict[str, str]) -> None:
    assert heard(peer, **said) == "a stranger"


@pytest.mark.parametrize(("name", "value"), [("AMICUS_HOST", "0.0.0.0"), ("AMICUS_SITE", "https://amicus.example")])
def test_a_server_that_others_reach_knows_no_local_user(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert heard(HERE) == "a stranger"


@pytest.mark.usefixtures("behind")
def test_a_listed_proxy_says_who_is_signed_in() -> None:
    assert heard(PROXY, "https://amicus.example", X_Forwarded_User="counsel") == "counsel"


@pytest.mark.usefixtures("behind")
@pytest.mark.parametrize(
    ("peer", "said"),
    [
        (FAR, {"X_Forwarded_User": "counsel"}),
        (HERE, {"X_Forwarded_User": "counsel"}),
        (PROXY, {}),
        (PROXY, {"X_Forwarded_User": " "}),
        (PROXY, {"x_amicus_insider": "counsel"}),
    ],
)
def test_nobody_else_says_so(peer: str, said: dict[str, str]) -> None:
    assert heard(peer, "https://amicus.example", **said) == "a stranger"


@pytest.mark.usefixtures("behind")
def test_a_header_that_comes_twice_is_nobody() -> None:
    twice: Any = [("X-Forwarded-User", "counsel"), ("X-Forwarded-User", "root")]
    assert client(PROXY, "https://amicus.example").get("/who", headers=twice).text == "a stranger"


def test_a_proxy_that_is_no_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMICUS_PROXIES", "10.0.0.0/8, proxy")
    with pytest.raises(Fault, match="AMICUS_PROXIES: 'proxy'"):
        proxies()


def test_an_answer_that_cannot_be_made_is_one_sentence_with_the_same_headers(tmp_path: Path) -> None:
    """No search server listens there."""
    with at_home(tmp_path, AMICUS_SEARCH="http://127.0.0.1:9"):
        answer = TestClient(app, base_url="http://localhost").get("/api/search.json?q=host")
    assert answer.status_code == 503
    assert answer.text.count("\n") == 1
    assert "default-src 'none'" in answer.headers["content-security-policy"]

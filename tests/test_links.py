"""No link leads nowhere: from every page, permanent page, feed, calendar, mail and export, followed until nothing is new."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.testclient import TestClient

from crawlers.settings import setting
from crawlers.vocabulary import Duty
from dashboard.digest.build import build
from dashboard.digest.html import html as mail
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.guard import INSIDER
from dashboard.mail.links import Links
from dashboard.reads import this_week
from dashboard.routes import routes
from tests.home import TODAY, at_home, held
from tests.made import law
from tests.test_counts import FILES, opened

pytestmark = pytest.mark.long

START = [
    *(f"/{path}" for path in FILES),
    *(f"/duty/{duty}" for duty in Duty),
    *(f"/{form}/{name}" for form in ("matter", "embed") for name in ("uk/bill/1", "zz/act/2026/7")),
    *(f"/tracker/{place}" for place in ("uk", "us-ak", "zz")),
    *(f"/feed/{name}.atom" for name in ("uk", "all")),
    "/calendar/windows.ics",
    "/api/search.json",
]
EACH = 12  # addresses of one kind that are followed beside the first ones


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        uk = law(id="uk/bill/1", jurisdiction="uk", source="uk-bills")
        unwatched = law(id="us-ak/bill/33/HB1", jurisdiction="us-ak", source="us-legiscan")
        older = replace(uk.texts[0], id="2025-03-01.en", date="2025-03-01")
        held(law(), replace(uk, texts=(*uk.texts, older)), unwatched)
        yield


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes()), headers={INSIDER: "1"}, follow_redirects=False)


def read(client: TestClient, address: str) -> str:
    """Its words, empty for a file that is none; fails where nothing is there."""
    if urlsplit(address).path.strip("/") in FILES:
        return str(html.tostring(opened(address).page, encoding="unicode"))
    answer = client.get(address)
    assert answer.status_code < 400, (address, answer.text[:200])
    moved = answer.headers.get("location", "")
    kind = answer.headers.get("content-type", "")
    return f'<a href="{moved}">' if moved else answer.text if re.search("text|xml|json", kind) else ""


def leads(words: str, address: str) -> Iterator[str]:
    """Links of ours that the words carry, whole."""
    for found in re.findall(r'(?:href|src|action)="([^"]+)"', words):
        yield urljoin(address, unescape(found))
    site = re.escape(setting("AMICUS_SITE"))
    for found in re.findall(rf'{site}([^\s"<>\\]*)', words.replace("\r\n ", "")):
        yield unescape(found) or "/"


def kind(address: str) -> str:
    """The page, route or form of a list: its filters make more addresses than anybody can open."""
    path = urlsplit(address).path
    return path if path.startswith("/api/") else path.split("/")[1]


def test_every_link_leads_to_something_that_is_there(client: TestClient) -> None:
    todo, seen = [*START, *leads(_mail(), "/")], dict.fromkeys(START, "")
    kinds: dict[str, int] = {}
    while todo:
        address, _, part = todo.pop().partition("#")
        if urlsplit(address).scheme or (seen.get(address)):
            continue
        kinds[kind(address)] = kinds.get(kind(address), 0) + (address not in START)
        if kinds[kind(address)] > EACH:
            continue
        seen[address] = words = read(client, address) or " "
        assert not part or f'id="{unquote(part)}"' in words, f"{address}#{part}"
        todo += leads(words, address)
    assert len(kinds) > 25, sorted(kinds)


def _mail() -> str:
    made = build(this_week.week(TODAY), Taste(), speech("en"), site=setting("AMICUS_SITE"))
    return mail(made, Links())

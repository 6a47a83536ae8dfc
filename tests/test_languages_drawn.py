"""Every page as a German reader gets it: no English sentence of ours is left, and other languages are marked as such."""

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard import private
from dashboard.kept import Kept
from dashboard.routes import routes
from tests.home import at_home, held, shown
from tests.made import law

BILL = "uk/bill/7"
PAGES: list[tuple[str, dict[str, str]]] = [
    ("thisweek", {}),
    ("search", {"q": "encyclopaedia"}),
    ("search", {"q": "nothingofthekind"}),
    ("duties", {}),
    ("compare", {"one": BILL, "two": "us/bill/9"}),
    ("opportunities", {}),
    ("deadline", {"docketed": "2026-11-12"}),
    ("calendar", {}),
    ("assessments", {}),
    ("assessments", {"id": BILL}),
    ("tracker", {}),
    ("tracker", {"place": "uk"}),
    ("collections", {}),
    ("digest", {}),
    ("sources", {}),
    ("review", {}),
    ("matter", {"id": BILL}),
    ("matter", {"id": BILL, "part": "text"}),
    ("matter", {"id": BILL, "part": "versions"}),
    ("matter", {"id": "uk/bill/none"}),
]
ROUTES = [f"/matter/{BILL}", "/tracker/uk", "/duty/removal_timeframe", f"/embed/{BILL}", "/matter/uk/bill/none"]
# Words that every English sentence has one of, and no German one.
ENGLISH = re.compile(r"\b(the|of|is|are|and|we|our|this|that|with|from|which|has|have|its|by|to|for|you|not|no)\b")
SPOKEN = ("aria-label", "title", "placeholder", "alt")


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        uk = law(id=BILL, jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        us = law(id="us/bill/9", jurisdiction="us", source="us-bills", title="Hosts Act")
        held(law(), uk, us)
        private.keep(kept("folder", "Ordner", goal="Ziel", lead="", seen="staff"))
        private.keep(kept("item", f"Ordner#{BILL}", position="Oppose", lead="", note="Notiz"))
        private.keep(kept("decision", BILL, position="Watch", why="Grund", owner="", due=""))
        yield


def kept(kind: str, subject: str, **body: str) -> Kept:
    return Kept(kind=kind, subject=subject, role="jurist", at="2026-11-24T06:00:00Z", body=body)


def drawn(name: str, asked: dict[str, str]) -> AppTest:
    return shown(name, **asked, lang="de")


def english(html: str) -> list[str]:
    """What reads as English in German parts: text, and what screen readers say of an element."""
    found = []
    for element in lxml.html.fromstring(f"<div lang='de'>{html}</div>").iter():
        if not isinstance(element.tag, str) or element.tag in {"style", "script"}:
            continue
        said = [(element, element.text), *((element, element.get(name)) for name in SPOKEN)]
        said += [(above, element.tail)] if (above := element.getparent()) is not None else []
        found += [words for one, words in said if words and ENGLISH.search(words) and tongue_of(one) == "de"]
    return [" ".join(words.split()) for words in found]


def tongue_of(element: Any) -> str:
    """What a part is said to be in; commands are no language, and the mail on the page Digest has tests of its own."""
    while element.get("lang") is None and element.get("class") not in {"cmd", "mono", "mail"}:
        element = element.getparent()
    return "" if element.get("class") in {"cmd", "mono", "mail"} else str(element.get("lang"))


def widgets(page: AppTest) -> list[str]:
    kinds = ("text_input", "text_area", "selectbox", "multiselect", "radio", "button", "expander")
    return [str(getattr(one, "label", "")) for kind in kinds for one in page.get(kind)]


def client() -> TestClient:
    return TestClient(Starlette(routes=routes()), follow_redirects=False)


@pytest.mark.parametrize(("name", "asked"), PAGES)
def test_a_page_in_german_has_no_english_sentence(name: str, asked: dict[str, str]) -> None:
    page = drawn(name, asked)
    assert [left for element in page.get("html") for left in english(element.proto.body)] == []
    assert [label for label in widgets(page) if ENGLISH.search(label)] == []


@pytest.mark.parametrize("path", ROUTES)
def test_a_permanent_page_in_german_has_no_english_sentence(path: str) -> None:
    answer = client().get(path, params={"lang": "de"})
    page = lxml.html.document_fromstring(answer.text)
    assert page.get("lang") == "de"
    assert english(lxml.html.tostring(page.find("body"), encoding="unicode")) == []


def test_a_chosen_language_is_kept_and_leads_back_to_the_page() -> None:
    reader = client()
    answer = reader.get("/language/pt", params={"back": "/search?q=a%20b"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/search?q=a%20b")
    page = reader.get("/duty/removal_timeframe", headers={"Accept-Language": "fr"})
    assert lxml.html.fromstring(page.text).get("lang") == "pt"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", "/\n/evil.example", ""])
def test_the_choice_of_a_language_leads_nowhere_else(back: str) -> None:
    assert client().get("/language/de", params={"back": back}).headers["location"] == "/"


def test_a_language_we_do_not_speak_cannot_be_chosen() -> None:
    answer = client().get("/language/tlh")
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers

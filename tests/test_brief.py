"""Briefs and assessments as papers: what stands in them, who may read them, and the three formats."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.testclient import TestClient

from crawlers.vocabulary import Kind, Status
from dashboard import private
from dashboard.dossier import briefed
from dashboard.dossier.made import drawn
from dashboard.dossier.outline import Paper, plain
from dashboard.guard import INSIDER
from dashboard.kept import Kept
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from tests.home import at_home, held
from tests.made import law

BILL, LAW, LENS = "uk/bill/7", "eu/celex/32030R0001", "uk-online-safety-act"
WHY = "Volunteers cannot be on call for a minister"
HERE = {INSIDER: "local"}
ENGLISH, GERMAN = tongue("en"), tongue("de")


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        title = "Online Safety (Encyclopaedias) Bill"
        bill = law(
            id=BILL, jurisdiction="uk", source="uk-legislation", title=title, kind=Kind.BILL, status=Status.COMMITTEE
        )
        other = law(
            id=LAW, jurisdiction="eu", source="eu-eur-lex", title="Hosting Regulation", url="https://law.example/1"
        )
        held(bill, other)
        body = {
            "position": "Seek amendment",
            "why": WHY,
            "owner": "UK lead",
            "due": "2026-12-04",
            "privacy": "It harms.",
        }
        private.keep(Kept(kind="decision", subject=BILL, role="counsel", at="2026-11-24T07:00:00Z", body=body))
        yield


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=routes()))


def parts(paper: Paper) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for block in paper.blocks:
        name = block.words if block.kind == "part" else name
        found.setdefault(name, [])
        if block.kind != "part":
            found[name].append(block.words)
    return found


def test_a_brief_says_next_date_who_decides_the_words_and_what_worked_elsewhere() -> None:
    told = parts(briefed.brief_of(BILL, ENGLISH, secret=True))
    assert told["Next date"][0].startswith("Fri 4 Dec 2026 (in 9 days): 23:59 London, ")
    assert "legislature (United Kingdom)" in told["Who decides"][0]
    assert [words.partition(":")[0] for words in told["What it says"][:2]] == [
        "EXEMPT · Section 3",
        "MUST · Section 2(1)",
    ]
    assert "A hosting service shall remove" in told["What it says"][1]
    assert "on call" in told["How it hits a host run by volunteers"][0]
    assert "does not apply to an encyclopaedia" in told["Wording that worked elsewhere"][0]
    assert told["We ask for"] == ["Seek amendment (counsel, Tue 24 Nov 2026)"]
    assert told["Sources"] == ["https://gazette.example/acts/7", "https://law.example/1"]


def test_every_number_in_a_brief_leads_to_a_source() -> None:
    paper = briefed.brief_of(BILL, ENGLISH, secret=True)
    sources = parts(paper)["Sources"]
    assert f"[{len(sources)}]" in plain(paper)
    assert f"[{len(sources) + 1}]" not in plain(paper)


def test_a_brief_without_a_source_says_so(tmp_path: Path) -> None:
    with at_home(tmp_path):
        held(replace(law(id="uk/bill/8", jurisdiction="uk", title="Lamps Bill", url=""), texts=(), norms=(), events=()))
        paper = briefed.brief_of("uk/bill/8", ENGLISH, secret=True)
    assert "No official page is known." in drawn(paper, "wiki").decode()

"""Briefs and assessments as papers: what stands in them, who may read them, and the three formats."""

import io
from collections.abc import Iterator
from typing import Any

import docx
import mwparserfromhell
import pytest
from lxml import html
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.testclient import TestClient

from crawlers.fault import Fault
from crawlers.vocabulary import Kind, Status
from dashboard import doors, private
from dashboard.dossier import briefed
from dashboard.dossier.made import drawn
from dashboard.dossier.outline import Paper, plain
from dashboard.guard import INSIDER
from dashboard.kept import Kept
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from index.advice import brief
from index.records import open_records
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


def test_a_brief_without_secrets_holds_nothing_that_people_wrote() -> None:
    assert WHY in plain(briefed.brief_of(BILL, ENGLISH, secret=True))
    told = plain(briefed.brief_of(BILL, ENGLISH, secret=False))
    assert WHY not in told
    assert "Seek amendment" not in told


def test_a_lens_has_a_brief_of_the_matters_it_finds() -> None:
    told = briefed.brief_of(LENS, ENGLISH, secret=False)
    assert told.title == "Brief: UK Online Safety Act"
    assert "Online Safety (Encyclopaedias) Bill" in plain(told)


def test_of_what_we_do_not_hold_there_is_no_brief() -> None:
    with pytest.raises(Fault, match="we hold no such matter"):
        briefed.brief_of("uk/bill/404", ENGLISH, secret=False)


def test_words_that_may_not_leave_are_not_in_a_brief(monkeypatch: pytest.MonkeyPatch) -> None:
    hidden = replace(doors.matter(BILL), source="a source that is no more")  # type: ignore[type-var]
    monkeypatch.setattr(doors, "matter", lambda _: hidden)
    assert "shall remove" not in plain(briefed.brief_of(BILL, ENGLISH, secret=False))


def test_a_brief_is_for_insiders_until_it_is_published_and_then_stays_as_it_was(client: TestClient) -> None:
    asked = f"/brief.html?id={BILL}"
    assert client.get(asked).status_code == 403
    assert WHY in client.get(asked, headers=HERE).text
    briefed.publish(BILL, ENGLISH)
    body = {"position": "Oppose", "why": "second thoughts"}
    private.keep(Kept(kind="decision", subject=BILL, role="counsel", at="2026-11-25T07:00:00Z", body=body))
    assert WHY in client.get(asked).text
    assert "second thoughts" not in client.get(asked).text
    assert "Published by people here" in client.get(asked).text
    briefed.withdraw(BILL)
    assert client.get(asked).status_code == 403


def test_an_assessment_shows_steps_answers_decision_and_history_to_insiders_alone(client: TestClient) -> None:
    asked = f"/assessment.html?id={BILL}"
    assert client.get(asked).status_code == 403
    told = client.get(asked, headers=HERE).text
    assert all(words in told for words in ("Are we a hosting service?", "Not answered yet", "Position", "History"))


def test_a_folder_is_a_table_for_insiders_alone_and_its_notes_stay_out(client: TestClient) -> None:
    at = "2026-11-25T07:00:00Z"
    seen = {"goal": "", "lead": "", "seen": "staff"}
    private.keep(Kept(kind="folder", subject="A & B", role="staff", at=at, body=seen))
    said = {"position": "Oppose", "says": "=too broad", "version": "", "lead": "Policy", "note": "a secret note"}
    private.keep(Kept(kind="item", subject=f"A & B#{BILL}", role="staff", at=at, body=said))
    asked = {"folder": "A & B"}
    assert client.get("/folder.csv", params=asked).status_code == 403
    table = client.get("/folder.csv", params=asked, headers=HERE)
    assert "Oppose,'=too broad,,Policy,no" in table.text
    matters = client.get("/folder.json", params=asked, headers=HERE).json()["matters"]
    assert [(one["matter"], one["position"]) for one in matters] == [(BILL, "Oppose")]
    assert "secret" not in table.text + str(matters)
    assert client.get("/folder.csv?folder=none", headers=HERE).status_code == 404


@pytest.mark.parametrize(
    "path", ["/brief.html?id=../x", "/brief.exe?id=uk/bill/7", "/brief.html", "/assessment.html?id=x"]
)
def test_odd_addresses_of_papers_are_404(client: TestClient, path: str) -> None:
    assert client.get(path, headers=HERE).status_code == 404


def test_the_three_formats_say_the_same() -> None:
    paper = briefed.brief_of(BILL, ENGLISH, secret=True)
    heads = [block.words for block in paper.blocks if block.kind in {"title", "part"}]
    page: Any = html.fromstring(drawn(paper, "html"))
    document = docx.Document(io.BytesIO(drawn(paper, "docx")))
    wiki = mwparserfromhell.parse(drawn(paper, "wiki").decode())
    assert [one.text_content() for one in page.xpath("//h1|//h2")] == heads
    assert [one.text for one in document.paragraphs if one.style.name in {"Title", "Heading 1"}] == heads  # type: ignore[union-attr]
    assert [str(one.title.strip_code()).strip() for one in wiki.filter_headings()] == heads
    assert not page.xpath("//script|//img|//iframe")
    assert not wiki.filter_templates()


def test_papers_are_in_the_reader_s_language_and_the_law_s_words_in_their_own() -> None:
    page: Any = html.fromstring(drawn(briefed.brief_of(BILL, GERMAN, secret=True), "html"))
    assert page.get("lang") == "de"
    assert "Nächster Termin" in page.text_content()
    assert page.xpath("//blockquote/span[@lang='en'][contains(., 'shall remove')]")
    judged = plain(briefed.assessment_of(BILL, GERMAN))
    assert GERMAN.say("What a person answers") in judged
    assert GERMAN.say("Seek amendment") in judged


def test_every_heading_of_a_paper_has_words_in_every_language() -> None:
    english = set(parts(briefed.brief_of(BILL, ENGLISH, secret=True))) - {""}
    for code in ("de", "fr", "es", "it", "pt"):
        told = set(parts(briefed.brief_of(BILL, tongue(code), secret=True)))
        assert all(tongue(code).knows(head) and tongue(code).say(head) in told for head in english)


def test_an_address_names_the_language_of_a_paper(client: TestClient) -> None:
    assert "Prochaine échéance" in client.get(f"/brief.html?id={BILL}&lang=fr", headers=HERE).text


def test_a_passage_that_only_opens_a_list_comes_after_those_that_say_something() -> None:
    found = brief.passages([law()])
    first, last = found[0].norm, found[-1].norm
    opened = replace(first, quote="Providers of hosting services shall:", provision="art_99")
    again = brief.passages([law(norms=(opened, replace(last, host_duty=True)))])
    assert [one.norm.provision for one in again][-1] == "art_99"


def test_wording_of_one_law_does_not_crowd_out_that_of_another() -> None:
    carve = next(norm for norm in law().norms if norm.modality == "exemption")
    twice = (carve, replace(carve, quote=f"{carve.quote} at all"))
    held = [law(id="eu/x/1", norms=twice), law(id="eu/x/2", norms=twice)]
    assert [one.matter.id for one in brief.elsewhere([], held)][:2] == ["eu/x/1", "eu/x/2"]


def test_of_a_matter_without_words_a_brief_says_so_and_gives_what_the_watch_list_says_of_it() -> None:
    facts = law(
        id="uk/bill/9",
        jurisdiction="uk",
        source="watchlist",
        title="Lamps Bill",
        texts=(),
        norms=(),
        summary="Lamps reach small hosts.",
    )
    open_records().write([facts], "2026-11-24T08:00:00Z")
    doors.follow()
    told = parts(briefed.brief_of("uk/bill/9", ENGLISH, secret=True))
    assert told["What it says"] == ["We hold facts about this matter, not its words. Read it at the source."]
    assert told["How it hits a host run by volunteers"] == ["Lamps reach small hosts."]

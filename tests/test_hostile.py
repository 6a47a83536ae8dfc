"""Words of an enemy in every export: they do nothing, whichever program reads the file."""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import feedparser
import mwparserfromhell
import pytest
from icalendar import Calendar
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from crawlers import settings
from dashboard.digest.build import build
from dashboard.digest.html import html as mail
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.dossier.briefed import assessment_of, brief_of
from dashboard.dossier.made import drawn
from dashboard.mail.links import Links
from dashboard.public.files import publish
from dashboard.reads import this_week
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from tests.home import at_home, held
from tests.hostile import EVIL, UNSEEN
from tests.made import law
from tests.poisoned import ID, PAYLOADS, poisoned

TODAY, HERE = date(2026, 11, 25), f"{settings.setting('AMICUS_SITE')}/"
PAGES = [
    f"/matter/{ID}",
    "/tracker/uk",
    "/tracker/uk?stage=left_out&month=12",
    "/duty/removal_timeframe",
    f"/embed/{ID}",
]


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        held(poisoned(PAYLOADS["all"]), law(id="uk/bill/7", jurisdiction="uk"))
        yield


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes()))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    publish(folder, TODAY, "2026-11-25T00:00:00Z", "https://amicus.example")
    return folder


def inert(body: str) -> None:
    """Nothing runs, loads, sends or links to where only a browser with a script would go; nothing deceives the eye."""
    page: Any = html.fromstring(body)
    assert not page.xpath("//script|//img|//iframe|//svg|//object|//embed|//base|//input[@name='q']")
    assert not [link for link in page.xpath("//@href|//@src|//@action") if not _safe(link)]
    assert not [name for one in page.iter() for name in getattr(one, "attrib", {}) if str(name).startswith("on")]
    assert not set(UNSEEN) & set(page.text_content()) - set("gnp.exe")


def _safe(link: str) -> bool:
    return link.startswith(("/", "?", "#", "https://", HERE)) or ":" not in link


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_hostile_words_is_inert_and_not_endless(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    inert(answer.text)
    assert len(answer.text) < 400_000


def test_published_pages_are_inert(site: Path) -> None:
    inert((site / "uk" / "index.html").read_text("utf-8"))
    inert((site / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("path", ["/tracker/uk?format=csv", "/api/search.csv"])
def test_no_cell_of_a_table_is_a_formula(client: TestClient, path: str) -> None:
    rows = list(csv.reader(io.StringIO(client.get(path).text)))
    assert any("HYPERLINK" in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if cell.lstrip(" \t").startswith(("=", "+", "-", "@"))]
    assert not [cell for row in rows for cell in row if set(cell) & set("\u202e\u200b\u2066\ufeff\r\n")]


def test_wikitext_of_hostile_words_is_one_table_and_nothing_else(client: TestClient, site: Path) -> None:
    for words in (client.get("/tracker/uk?format=wikitext").text, (site / "uk" / "tracker.wiki").read_text("utf-8")):
        code = mwparserfromhell.parse(words)
        tables = [tag for tag in code.filter_tags() if tag.tag == "table"]
        assert len(tables) == 1
        assert not code.filter_templates()
        assert not code.filter_wikilinks()
        assert {str(tag.tag) for tag in code.filter_tags()} <= {"table", "tr", "td", "th", "i", "b", "li", "span"}
        assert words.count("\n* ") == 5 + 2, (
            "the sentences a tracker opens with, two sources, and no item of a title's own"
        )
        assert not [link for link in code.filter_external_links() if EVIL in str(link.url)]
        assert len(words) < 20_000


def test_json_keeps_every_word_as_data(client: TestClient) -> None:
    answer = client.get(f"/matter/{ID}?format=json")
    assert json.loads(answer.text)["title"] == PAYLOADS["all"]
    assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("path", [f"/feed/all.atom?matter={ID}", "/feed/uk.atom"])
def test_feeds_of_hostile_words_are_well_formed(client: TestClient, path: str) -> None:
    read = feedparser.parse(io.BytesIO(client.get(path).content))
    assert read.entries
    assert not read.bozo
    assert not [link for entry in read.entries for link in [entry.link] if link.startswith(("javascript", "data"))]


def test_calendars_of_hostile_words_can_be_read(client: TestClient, site: Path) -> None:
    for body in (client.get(f"/calendar/all.ics?matter={ID}").content, (site / "uk" / "tracker.ics").read_bytes()):
        events = Calendar.from_ical(body).walk("VEVENT")
        assert len(events) >= 2
        assert max(map(len, body.split(b"\r\n"))) <= 75
        assert not [event for event in events if str(event.get("URL", "")).startswith(("javascript", "data"))]


@pytest.mark.parametrize("ending", ["html", "docx", "wiki"])
def test_papers_of_hostile_words_are_inert(ending: str) -> None:
    for paper in (brief_of(ID, tongue("en"), secret=True), assessment_of(ID, tongue("en"))):
        body = drawn(paper, ending)
        assert len(body) < 300_000
        if ending == "html":
            inert(body.decode())
        if ending == "wiki":
            code = mwparserfromhell.parse(body.decode())
            assert not code.filter_templates()
            assert not code.filter_wikilinks()
        if ending == "docx":
            assert docx.Document(io.BytesIO(body)).paragraphs


@pytest.mark.parametrize("profile", ["lawyers", "editors"])
def test_a_mail_of_hostile_words_is_inert_and_has_one_subject(profile: str) -> None:
    made = build(this_week.week(TODAY), Taste(), speech("en"), profile, site="https://amicus.example")
    assert made.sections
    body = mail(made, Links())
    inert(body)
    assert len(body) < 100_000
    assert not set("\r\n\u202e") & set(made.head.subject)
    assert not set("\u202e\u200b\u2066\ufeff") & set(text(made, Links()))

"""Whatever an enemy writes in whatever field of a record, nothing that leaves this program does anything with it."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import feedparser
import mwparserfromhell
import pytest
from icalendar import Calendar
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient
from typer.testing import CliRunner

from crawlers import settings
from dashboard import cli
from dashboard.digest.build import build
from dashboard.digest.html import html as mail
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.dossier.briefed import assessment_of, brief_of
from dashboard.dossier.made import FORMATS, drawn
from dashboard.mail.links import Links
from dashboard.mail.message import Parts, Sender, message
from dashboard.public.files import publish
from dashboard.reads import this_week
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from tests import exporters
from tests.home import TODAY, at_home, held
from tests.hostile import EVIL
from tests.made import law
from tests.poisoned import PAYLOADS, RECORDS, every

pytestmark = pytest.mark.long


DECEIVING = set("\u202e\u200b\u2066\ufeff\x1b\x07\x9b\x00")
HERE = settings.setting("AMICUS_SITE").rstrip("/")
_SPOKEN = r'<span lang="[\w-]+" dir="(?:ltr|rtl)"'
ACTIVE = "//script|//img|//iframe|//svg|//object|//embed|//base|//meta[@http-equiv='refresh']|//input[@name='q']"


def page(body: bytes) -> None:
    drawn: Any = html.fromstring(body)
    assert not drawn.xpath(ACTIVE)
    assert not [link for link in drawn.xpath("//@href|//@src|//@action|//@poster|//@data") if not _leads(link)]
    assert not [name for one in drawn.iter() for name in getattr(one, "attrib", {}) if str(name).startswith("on")]
    assert not [form for form in drawn.xpath("//@action") if EVIL in form]
    plain(drawn.text_content().encode())


def _leads(link: str) -> bool:
    return link == HERE or link.startswith(("/", "?", "#", "https://", f"{HERE}/")) or ":" not in link


def plain(body: bytes) -> None:
    assert not DECEIVING & set(body.decode())


def cells(body: bytes) -> None:
    rows = list(csv.reader(io.StringIO(body.decode())))
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert not [cell for row in rows for cell in row if set(cell) & DECEIVING or "\n" in cell]
    assert len({len(row) for row in rows}) <= 1


def entries(body: bytes) -> None:
    read = feedparser.parse(io.BytesIO(body))
    assert not read.bozo, read.bozo_exception
    assert not [link for one in (read.feed, *read.entries) for link in [one.get("link", "")] if not _leads(link)]


def days(body: bytes) -> None:
    assert max(map(len, body.split(b"\r\n"))) <= 75
    assert b"\nSUMMARY:owned" not in body
    for event in Calendar.from_ical(body).walk("VEVENT"):
        assert _leads(str(event.get("URL", "")))
        assert not DECEIVING & set(f"{event.get('SUMMARY', '')}{event.get('DESCRIPTION', '')}")


def words(body: bytes) -> None:
    """Wikitext, or a sentence."""
    code = mwparserfromhell.parse(body.decode())
    assert not code.filter_templates()
    assert not code.filter_wikilinks()
    assert not code.filter_comments()
    assert {str(tag.tag) for tag in code.filter_tags()} <= {
        "table",
        "tr",
        "td",
        "th",
        "i",
        "b",
        "li",
        "dd",
        "dt",
        "span",
    }
    assert not [
        tag
        for tag in code.filter_tags()
        if tag.tag == "span" and not re.fullmatch(_SPOKEN, str(tag)[:80].partition(">")[0])
    ]
    assert not [link for link in code.filter_external_links() if set(str(link.url)) & set("{}[]|<>'\"")]
    assert not re.search(r"^== x|^\* y", body.decode(), re.MULTILINE)
    plain(body)


def paper(body: bytes) -> None:
    """Nothing in the file is fetched, run or filled in when it is opened."""
    for name in (file := ZipFile(io.BytesIO(body))).namelist():
        part = file.read(name)
        assert b"macro" not in name.encode().lower()
        if name.startswith("word/") and name.endswith(".rels"):
            targets = re.findall(rb'Target="([^"]*)" TargetMode="External"', part)
            assert not [one for one in targets if not one.startswith((b"https://", b"http://"))]
        assert not re.search(rb"<w:(?:instrText|fldSimple|altChunk|object)\b", part)


def data(body: bytes) -> None:
    """Words are data: whoever reads them knows that they are a source's."""
    json.loads(body)


def style(body: bytes) -> None:
    assert EVIL.encode() not in body


CHECKS: dict[str, Callable[[bytes], None]] = {
    "text/html": page,
    "text/css": style,
    "text/plain": words,
    "text/csv": cells,
    "text/calendar": days,
    "application/json": data,
    "application/feed+json": data,
    "application/atom+xml": entries,
    "application/rss+xml": entries,
    FORMATS["docx"]: paper,
}
ENDINGS = {
    "html": page,
    "css": style,
    "wiki": words,
    "csv": cells,
    "ics": days,
    "json": data,
    "atom": entries,
    "docx": paper,
    "txt": words,
    "xml": entries,
}


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        held(*every(), law(id=exporters.BILL, jurisdiction="uk"))
        yield


def test_every_command_is_known_to_print_words_of_records_or_none() -> None:
    assert set(cli.names()) == set(exporters.COMMANDS) | exporters.SILENT
    assert not set(exporters.COMMANDS) & exporters.SILENT


@pytest.mark.parametrize("path", exporters.paths())
def test_everything_in_a_routes_address_is_known(path: str) -> None:
    for hole in exporters.FILLED:
        path = path.replace(hole, "")
    assert "{" not in path


@pytest.mark.parametrize("path", exporters.paths())
def test_no_answer_does_anything_with_an_enemys_words(path: str) -> None:
    client, asked = TestClient(Starlette(routes=routes())), 0
    for address in exporters.addresses(*RECORDS, of=path):
        answer = client.get(address)
        assert answer.status_code < 500, address
        assert not {name for name in answer.headers if "owned" in answer.headers[name] or name == "set-x"}, address
        if answer.content and answer.status_code != 304:
            CHECKS[answer.headers["content-type"].partition(";")[0]](answer.content)
            asked += 1
    assert asked


@pytest.mark.parametrize("command", sorted(set(exporters.COMMANDS) - {"publish"}))
def test_no_command_lets_an_enemy_order_the_terminal(command: str) -> None:
    for id in RECORDS:
        asked = [one.replace("{id}", id) for one in exporters.COMMANDS[command]]
        said = CliRunner().invoke(cli.app, [command.strip("_"), *asked])
        assert said.exit_code in {0, 1}, said.output
        assert not set("\x1b\x07\x9b\u202e\u2066") & set(said.output)


def test_no_published_file_does_anything_with_an_enemys_words(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, "2026-11-25T00:00:00Z", "https://amicus.example")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    for file in files:
        ENDINGS[file.suffix[1:]](file.read_bytes())
        assert file.stat().st_size < 2_000_000 or file.suffix == ".json"
    assert len(files) > 5


@pytest.mark.parametrize("id", RECORDS)
@pytest.mark.parametrize("ending", FORMATS)
def test_no_paper_does_anything_with_an_enemys_words(id: str, ending: str) -> None:
    for made in (brief_of(id, tongue("de"), secret=True), assessment_of(id, tongue("de"))):
        ENDINGS[ending](drawn(made, ending))


@pytest.mark.parametrize("profile", ["lawyers", "editors"])
def test_no_mail_does_anything_with_an_enemys_words(profile: str) -> None:
    made = build(this_week.week(TODAY), Taste(), speech("fr"), profile, site="https://amicus.example")
    told, shown = text(made, Links()), mail(made, Links())
    page(shown.encode())
    plain(told.encode())
    parts = Parts(
        id="x.1",
        to="a@b.example",
        subject=f"{made.head.subject}{PAYLOADS['lines']}",
        text=told,
        html=shown,
        sent="2026-11-25T07:00:00+00:00",
    )
    read = message_from_bytes(
        message(parts, Sender(address="x@y.example", site="https://y.example"), Links()), policy=policy.default
    )
    assert len(read.get_all("Subject", [])) == 1
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]

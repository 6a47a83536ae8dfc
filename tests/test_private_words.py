"""Acceptance test 11 of the mission: a private word never occurs in any public artefact. Words are planted wherever people write."""

import random
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from typer.testing import CliRunner

from crawlers.settings import home
from dashboard import cli, declaring, doors, private
from dashboard.digest.build import build
from dashboard.digest.gather import week
from dashboard.digest.html import html
from dashboard.digest.news import Taste
from dashboard.digest.speech import LANGUAGES, speech
from dashboard.digest.text import text
from dashboard.dossier import briefed
from dashboard.dossier.made import FORMATS, drawn
from dashboard.guard import Guard
from dashboard.kept import Kept
from dashboard.mail.links import Links
from dashboard.mail.store import open_store
from dashboard.mail.subscriptions import State, Wishes, ask, change
from dashboard.public.files import publish
from dashboard.reads.reviewed import Correction, answer
from dashboard.routes import routes
from dashboard.words.tongue import tongue
from index import saved
from index.advice import judgements, register
from index.advice.dossier import headings
from index.intake import ready
from index.records import open_records
from index.search import open_search
from nlp.queue import Waiting
from tests import exporters
from tests.home import at_home, held
from tests.made import law

TODAY, STAMP = date(2026, 11, 25), "2026-11-25T07:00:00Z"
BILL = exporters.BILL
ALPHABETS = ("abcdefghijklmnopqrstuvwxyz", "äöüßéèñçæøåœ", "абвгдежзийклмноп", "0123456789abcdef")
FACTS = ("position", "why", "owner", "due", "privacy", "expression", "note", "goal", "lead", "seen", "action", "state")
PUBLIC = "A position that was published"


class Words:
    """Unique words, each remembered with the place it was planted in."""

    def __init__(self, seed: int) -> None:
        self.chance, self.planted = random.Random(seed), dict[str, str]()

    def __call__(self, place: str) -> str:
        letters = self.chance.choice(ALPHABETS)
        word = "q" + "".join(self.chance.choice(letters) for _ in range(self.chance.randint(18, 26)))
        self.planted[word] = place
        return word

    def found(self, body: bytes) -> list[str]:
        """The places whose words are in it, in any usual way of writing bytes."""
        read = body.decode("utf-8", "replace").lower()
        escaped = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), read)
        return [place for word, place in self.planted.items() if word in read or word in escaped]


def plant(words: Words) -> None:
    """Through the very functions that the pages and commands use."""
    matter = doors.matter(BILL)
    assert matter is not None
    for kind, subject in (
        ("folder", words("folder's name")),
        ("item", f"folder#{BILL}"),
        ("decision", BILL),
        ("action", BILL),
    ):
        body = {name: words(f"{kind} {name}") for name in FACTS}
        private.keep(Kept(kind=kind, subject=subject, role=words(f"{kind} role"), at=STAMP, body=body))
    declaring.declare(f"{words('folder of a position')}#{BILL}", "counsel", "Oppose", PUBLIC, "")
    back = f"folder#{BILL}"
    declaring.declare(
        back, words("who published"), words("position taken back"), words("what it said"), words("of version")
    )
    declaring.take_back(back, words("who took it back"))
    saved.save(private.shelves(), open_search(), words("saved search's name"), words("saved search's words"), STAMP)
    judgements.judge(private.shelves(), BILL, judgements.Judged(scores={}, by=words("who scored")))
    for heading in headings():
        judgements.answer(private.shelves(), BILL, heading, words("answer"), words("who answered"))
    done = register.Done(day="2026-11-01", evidence=f"https://{words('evidence')}.example/", owner=words("owner"))
    for norm in matter.norms:
        register.record(private.shelves(), f"{BILL}#{norm.provision}#{norm.duty}", done)
    waiting = Waiting(matter, matter.texts[0], matter.norms[0], "")
    answer(waiting, "right", "reviewer", STAMP, words("review note"), Correction())
    wishes = Wishes(searches=(words("search followed"),), collections=(words("collection followed"),))
    one = ask(open_store(), f"{words.chance.randrange(10**12)}{'x'}@reader.example", wishes)
    words.planted[one.address.partition("@")[0]] = "address of a reader"
    change(open_store(), one.id, State.ACTIVE)


@pytest.fixture(scope="module", params=range(3))
def words(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Words]:
    with at_home(tmp_path_factory.mktemp("home"), AMICUS_SITE="https://amicus.example"):
        uk = law(id=BILL, jurisdiction="uk", source="uk-legislation", title="Online Hosts Bill")
        held(law(), uk)
        planted = Words(request.param)
        plant(planted)
        ready(TODAY)
        yield planted


@pytest.fixture
def stranger() -> TestClient:
    app = Starlette(routes=routes(), middleware=[Middleware(Guard)])
    return TestClient(app, base_url="https://amicus.example", client=("203.0.113.9", 1))


def test_11_words_are_really_planted(words: Words) -> None:
    kept = b"".join(path.read_bytes() for path in home().rglob("*") if path.is_file())
    assert set(words.found(kept)) == set(words.planted.values())


@pytest.mark.long
def test_11_no_route_tells_a_stranger_a_private_word(words: Words, stranger: TestClient) -> None:
    told = 0
    for address in exporters.addresses():
        answered = stranger.get(address)
        told += answered.status_code == 200
        assert not words.found(answered.content + str(answered.headers).encode()), address
    assert told > 100


def test_11_no_published_file_holds_a_private_word(words: Words, tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, "https://example.org")
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not {str(path): leak for path in files if (leak := words.found(path.read_bytes()))}


@pytest.mark.usefixtures("words")
def test_11_published_pages_are_made_without_the_private_file(tmp_path: Path) -> None:
    """A folder stands in its place: whoever opened it would fail. Published positions are there all the same."""
    file = home() / "private.db"
    away = file.rename(tmp_path / "private.db")
    private.shelves.cache_clear()
    file.mkdir()
    try:
        publish(tmp_path / "site", TODAY, STAMP, "https://example.org")
    finally:
        file.rmdir()
        away.rename(file)
    assert PUBLIC in (tmp_path / "site" / "uk" / "index.html").read_text()


def test_11_no_search_finds_a_private_word(words: Words) -> None:
    for word in words.planted:
        found = doors.search().find(f'"{word}"')
        assert (found.total, found.relaxed) == (0, ()), words.planted[word]


def test_11_a_published_position_stands_with_who_says_it_and_one_taken_back_does_not(
    words: Words, stranger: TestClient, tmp_path: Path
) -> None:
    publish(tmp_path, TODAY, STAMP, "https://example.org")
    names = ("index.html", "tracker.wiki", "tracker.atom", "tracker.json", "tracker.csv")
    routes = (
        "/tracker/uk?lang=en",
        *(f"/tracker/uk?lang=en&format={form}" for form in ("wikitext", "atom", "json", "csv")),
    )
    every = {name: (tmp_path / "uk" / name).read_text() for name in names}
    every |= {path: stranger.get(path).text for path in (f"/matter/{BILL}", *routes)}
    for where, told in every.items():
        assert PUBLIC in told, where
        assert "counsel" in told, where
        assert not words.found(told.encode()), where
    assert PUBLIC not in stranger.get(f"/matter/{BILL}?as_of=2026-11-25").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_11_no_mail_to_others_holds_a_private_word(words: Words, language: str) -> None:
    made = build(week(open_records(), "2026-11-20T00:00:00Z", "2026-11-26T00:00:00Z", TODAY), Taste(), speech(language))
    assert made.keys
    assert not words.found((text(made, Links()) + html(made, Links())).encode())


@pytest.mark.parametrize("ending", FORMATS)
def test_11_a_public_brief_holds_none(words: Words, ending: str) -> None:
    assert not words.found(drawn(briefed.brief_of(BILL, tongue("en"), secret=False), ending))


@pytest.mark.parametrize("command", ["changes", "search", "show", "publish"])
def test_11_no_command_that_others_may_run_on_the_records_prints_one(
    words: Words, command: str, tmp_path: Path
) -> None:
    """The rest of them speak to who sits at this machine: `brief`, `dossier`, `register`, `digest`."""
    asked = [one.format(id=BILL, folder=tmp_path) for one in exporters.COMMANDS[command]]
    said = CliRunner().invoke(cli.app, [command, *asked])
    assert said.exit_code == 0, said.output
    assert not words.found(said.output.encode())

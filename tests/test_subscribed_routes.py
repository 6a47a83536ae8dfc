"""Feeds, calendars and the links of mails, over HTTP."""

import io
from collections.abc import Iterator

import feedparser
import pytest
from icalendar import Calendar
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.testclient import TestClient

from crawlers.crawl.verdict import Run, Verdict
from dashboard.guard import INSIDER
from dashboard.mail import tokens
from dashboard.mail.links import brief
from dashboard.mail.store import open_store
from dashboard.mail.subscriptions import State, Subscription, Wishes, ask, by_address
from dashboard.routes import dossiers
from dashboard.routes.subscribed import routes
from index.records import open_records
from tests.test_clock_matters import CALL_EVIDENCE, PETITION

CHECKED = Run(source="us-scotus", started="2026-11-24T07:00:00Z", ended="2026-11-24T07:01:00Z", verdict=Verdict.OK)
KINDS = {
    "place": ("us", {}),
    "topic": ("all", {"topic": "copyright_open"}),
    "duty": ("all", {"duty": "removal_timeframe"}),
    "matter": ("all", {"matter": PETITION.id}),
    "lens": ("all", {"lens": "dsa-and-audit"}),
    "search": ("search", {"q": "kind:case"}),
    "place and search": ("us", {"q": "kind:case"}),
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AMICUS_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("AMICUS_TODAY", "2026-11-25")
        patch.delenv("AMICUS_RECORDS", raising=False)
        open_records().write([replace(PETITION, source="us-scotus"), CALL_EVIDENCE], "2026-11-24T06:00:00Z")
        open_records().save_run(CHECKED)
        with TestClient(Starlette(routes=[*routes(), *dossiers.routes()])) as found:
            yield found


def reader() -> Subscription:
    return ask(open_store(), "reader@example.org", Wishes())


def state() -> State | None:
    known = by_address(open_store(), "reader@example.org")
    return known.state if known else None


def signed(purpose: str, one: Subscription) -> str:
    return f"/mail/{purpose}/{tokens.sign(purpose, one.id, tokens.secret())}"


def test_a_place_has_a_feed_in_both_forms(client: TestClient) -> None:
    read = feedparser.parse(io.BytesIO(client.get("/feed/us.atom").content))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["US: A v. B"]
    assert client.get("/feed/us.json").json()["items"][0]["title"] == "US: A v. B"


def test_a_feed_that_has_not_changed_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/feed/all.atom")
    again = client.get("/feed/all.atom", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("address", ["/feed/{}.atom", "/feed/{}.json", "/calendar/{}.ics"])
def test_whatever_can_be_followed_has_a_form_for_each_program_and_is_not_sent_twice(
    client: TestClient, kind: str, address: str
) -> None:
    name, asked = KINDS[kind]
    first = client.get(address.format(name), params=asked)
    assert first.status_code == 200
    assert "Checked Tue 24 Nov 2026, 07:01 UTC; 1 of" in first.text.replace("\r\n ", "").replace("\\", "")
    for header, value in (
        ("If-None-Match", first.headers["ETag"]),
        ("If-Modified-Since", first.headers["Last-Modified"]),
    ):
        again = client.get(address.format(name), params=asked, headers={header: value})
        assert (again.status_code, again.content) == (304, b"")


def test_a_search_within_a_place_finds_nothing_of_another(client: TestClient) -> None:
    assert (
        client.get("/feed/us.json", params={"q": "kind:case"}).json()["items"]
        == client.get("/feed/us.json").json()["items"]
    )
    assert client.get("/feed/fr.json", params={"q": "kind:case"}).json()["items"] == []


def test_a_feed_of_a_search_never_leaves_out_a_word(client: TestClient) -> None:
    assert client.get("/feed/search.json", params={"q": "kind:case zzyzx"}).json()["items"] == []


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("nowhere", {}),
        ("all", {"topic": "x"}),
        ("all", {"duty": "x"}),
        ("all", {"lens": "x"}),
        ("all", {"matter": "<x>"}),
    ],
)
def test_what_we_do_not_know_has_no_feed_and_says_so(client: TestClient, address: str, asked: dict[str, str]) -> None:
    answer = client.get(f"/feed/{address}.atom", params=asked)
    assert (answer.status_code, answer.text.startswith("there is no")) == (404, True)
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_a_search_that_cannot_run_is_refused_in_words(client: TestClient) -> None:
    assert client.get("/feed/search.atom", params={"q": "nofield:("}).status_code == 400


def test_all_windows_are_one_calendar(client: TestClient) -> None:
    found = Calendar.from_ical(client.get("/calendar/windows.ics").content)
    assert len(found.walk("VEVENT")) >= 4


def test_a_calendar_of_one_matter_holds_no_other(client: TestClient) -> None:
    body = client.get("/calendar/all.ics", params={"matter": PETITION.id}).text
    assert "uk/consult" not in body
    assert "26-000" in body


def test_a_link_that_is_only_opened_changes_nothing(client: TestClient) -> None:
    one = reader()
    assert client.get(signed("confirm", one)).status_code == 200
    assert state() is State.ASKED


def test_confirm_stop_and_erase(client: TestClient) -> None:
    one = reader()
    client.post(signed("confirm", one))
    assert state() is State.ACTIVE
    assert client.post(signed("stop", one), data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert state() is State.STOPPED
    client.post(signed("settings", one), data={"do": "erase"})
    assert state() is None
    assert client.get(signed("settings", one)).status_code == 410


FORM = {
    "do": "save", "places": "EU, us-tx", "pace": "daily", "weekday": "0", "hour": "9", "zone": "Europe/Berlin",
    "language": "de", "profile": "editors", "topics": ["copyright_open"], "lenses": ["dsa-and-audit"],
}  # fmt: skip


def test_a_reader_changes_what_they_get_and_the_page_shows_it(client: TestClient) -> None:
    one = ask(open_store(), "changer@example.org", Wishes(searches=("ours",)))
    assert client.post(signed("settings", one), data=FORM).status_code == 200
    known = by_address(open_store(), "changer@example.org")
    assert known
    assert (known.wishes.taste.places, known.wishes.pace, known.wishes.hour) == (("eu", "us-tx"), "daily", 9)
    assert (known.wishes.searches, known.wishes.lenses) == (("ours",), ("dsa-and-audit",))
    page = client.get(signed("settings", one)).text
    assert "Wie oft" in page
    assert "eu us-tx" in page


@pytest.mark.parametrize(
    "wrong", [{"places": "nowhere"}, {"pace": "never"}, {"hour": "25"}, {"hour": "-1"}, {"zone": "Mars/X"}, {"lenses": ["x"]},
              {"language": "tlh"}, {"topics": ["<script>"]}]
)  # fmt: skip
def test_wishes_that_cannot_be_change_nothing_and_are_told(client: TestClient, wrong: dict[str, object]) -> None:
    one = ask(open_store(), "wrong@example.org", Wishes())
    answer = client.post(signed("settings", one), data=FORM | wrong)
    assert (answer.status_code, "<script>" in answer.text) == (400, False)
    known = by_address(open_store(), "wrong@example.org")
    assert known
    assert known.wishes == Wishes()


def test_a_form_without_end_is_refused(client: TestClient) -> None:
    assert client.post(signed("settings", reader()), data={"places": "x" * 100_000}).status_code == 413


@pytest.mark.parametrize("path", ["/mail/stop/x.y", "/mail/list/x.y", "/mail/confirm/<script>"])
def test_a_forged_link_is_refused_in_one_sentence(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 400
    assert "<script>" not in answer.text


def test_what_is_not_there_is_404(client: TestClient) -> None:
    assert client.get("/feed/us.exe").status_code == 404
    assert client.post("/mail/party/x").status_code == 404


def test_a_dossier_comes_as_page_document_and_wikitext(client: TestClient) -> None:
    answers = {
        ending: client.get(f"/dossier.{ending}", params={"id": PETITION.id}) for ending in ("html", "docx", "wiki")
    }
    assert "What must be filed" in answers["html"].text
    assert answers["docx"].content[:2] == b"PK"
    assert answers["wiki"].text.startswith("= A v. B =")


@pytest.mark.parametrize("id", ["", "../x", "us/scotus/none"])
def test_a_dossier_of_nothing_is_404(client: TestClient, id: str) -> None:
    assert client.get("/dossier.html", params={"id": id}).status_code == 404


def test_the_register_is_a_table_with_a_head_for_insiders_alone(client: TestClient) -> None:
    asked = client.get("/register.csv", headers={INSIDER: "counsel"})
    assert asked.text.startswith("matter,law,article,duty,quote,")
    assert client.get("/register.csv").status_code == 403
    other = client.get("/register.csv", params={"profile": "affiliate"}, headers={INSIDER: "counsel"})
    assert other.text.startswith("matter,law,article,duty,quote,")
    assert client.get("/register.csv", params={"profile": "x"}, headers={INSIDER: "counsel"}).status_code == 404


def test_the_short_address_of_a_mail_leads_to_the_matter(client: TestClient) -> None:
    led = client.get(f"/m/{brief(PETITION.id)}", follow_redirects=False)
    assert (led.status_code, led.headers["Location"]) == (307, f"http://127.0.0.1:8501/matter/{PETITION.id}")
    assert client.get("/m/nothing").status_code == 404


def test_a_feed_and_a_calendar_are_in_the_language_that_their_address_names(client: TestClient) -> None:
    english, german = (
        client.get("/feed/us.atom"),
        client.get("/feed/us.atom?lang=de", headers={"Accept-Language": "fr"}),
    )
    one, other = (feedparser.parse(io.BytesIO(answer.content)) for answer in (english, german))
    assert other.feed.title == "Amicus: Vereinigte Staaten"
    assert b'xml:lang="de"' in german.content
    assert [entry.id for entry in one.entries] == [entry.id for entry in other.entries]
    assert "//DE" in client.get("/calendar/us.ics?lang=de").text
    assert client.get("/feed/xx.atom?lang=de").text == "einen Ort 'xx' gibt es nicht\n"

"""Permanent pages and exports, over HTTP, from records in a folder of the test's own."""

import csv
import io
import json
from collections.abc import Iterator

import feedparser
import mwparserfromhell
import pytest
from icalendar import Calendar
from lxml import html
from msgspec.structs import replace
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from crawlers.matter import Matter, Provision, Text
from crawlers.settings import setting
from dashboard import pages
from dashboard.reads.about_matter import surroundings
from dashboard.routes import routes
from dashboard.security import Headers
from dashboard.views.matters import permanent
from dashboard.words.tongue import tongue
from tests.home import TODAY, at_home, held
from tests.made import ID, law

REAL = "uk/bill/7"
HOSTILE = '=HYPERLINK("https://evil.example")|}}]]<script>alert(1)</script>\u202e'


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with at_home(tmp_path_factory.mktemp("home")):
        real = law(id=REAL, jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        bad = law(id="uk/bill/8", jurisdiction="uk", source="uk-bills", title=HOSTILE, norms=())
        held(law(), real, bad)
        with TestClient(Starlette(routes=routes(), middleware=[Middleware(Headers)])) as found:
            yield found


def test_no_route_shadows_a_page() -> None:
    paths = {route.path for route in routes()}  # type: ignore[attr-defined]
    assert not paths & {f"/{page.path}" for page in pages.PAGES}


def test_a_matter_has_a_page_that_needs_no_script(client: TestClient) -> None:
    answer = client.get(f"/matter/{REAL}")
    page = html.fromstring(answer.content)
    assert answer.status_code == 200
    assert page.xpath("//h1")[0].text_content() == "Online Hosts Bill"
    assert page.get("lang") == "en"
    assert page.get("dir") == "ltr"
    assert not page.xpath("//script")
    assert page.xpath("//meta[@property='og:title']/@content") == ["Online Hosts Bill"]


def test_every_footnote_of_a_permanent_page_leads_to_its_source(client: TestClient) -> None:
    page = html.fromstring(client.get(f"/matter/{REAL}").content)
    asked = {href[1:] for href in page.xpath("//a[@class='fn']/@href")}
    assert asked
    assert asked <= set(page.xpath("//ol[@class='refs']/li/@id"))


def test_every_source_of_a_permanent_page_leads_back_to_what_it_proves(client: TestClient) -> None:
    page = html.fromstring(client.get(f"/matter/{REAL}").content)
    back = [str(href) for href in page.xpath("//ol[@class='refs']/li/a[1]/@href")]
    assert back
    assert [page.xpath(f"//a[@class='fn'][@id='{href[1:]}']/@href") for href in back] == [
        [f"#n{href[2:]}"] for href in back
    ]


def test_a_long_law_is_whole_on_its_page_under_folds_that_are_named() -> None:
    units = [
        Provision(id=f"art_{number}", number=f"Article {number}", text="A host shall keep a lamp.")
        for number in range(30)
    ]
    text = replace(law().texts[0], provisions=tuple(units))
    marked = replace(law().norms[0], text=text.id, provision="art_7", start=0, end=5, evidence=())
    matter = replace(law(), texts=(text,), norms=(marked,))
    page = _drawn(matter)
    folds = page.xpath("//details[@class='part'][.//div[@class='reader']]")
    assert [" ".join(fold[0].text_content().split()) for fold in folds] == [
        "Article 0 – Article 6 · 7 parts",
        "Article 7 · 1 statement",
        "Article 8 – Article 29 · 22 parts",
    ]
    assert not any(fold.get("open") for fold in folds)
    assert page.xpath("//details//@id[starts-with(., 'art_')]") == [unit.id for unit in units]


@pytest.mark.parametrize(("source", "parts"), [("uk-legislation", 2), ("ca-bills", 1), ("uk-find-case-law", 0)])
def test_a_permanent_page_shows_as_much_of_a_law_as_its_licence_lets_out(source: str, parts: int) -> None:
    units = tuple(Provision(id=f"art_{number}", number=f"{number}", text="A lamp is kept.") for number in range(2))
    marked = replace(law().norms[0], text="t", provision="art_1", start=0, end=5, quote="A lam", evidence=())
    matter = replace(
        law(), source=source, texts=(Text(id="t", language="en", title="x", provisions=units),), norms=(marked,)
    )
    page = _drawn(matter)
    assert len(page.xpath("//div[@class='prov']")) == parts
    assert bool(page.xpath("//table[contains(@class, 'nt')]")) is bool(parts)


def _drawn(matter: Matter) -> html.HtmlElement:
    with_all = surroundings(matter, TODAY, tongue("en"), permanent=True)
    return html.fromstring(str(permanent.matter(matter, with_all, tongue("en"), "")))


def test_a_day_before_we_knew_of_a_matter_and_a_day_that_is_none_are_said(client: TestClient) -> None:
    early = client.get(f"/matter/{REAL}?as_of=3 Mar 2020")
    assert early.status_code == 404
    assert "On Tue 3 Mar 2020 we did not know of it yet." in early.text
    assert f'href="/matter/{REAL}"' in early.text
    assert "4 Mar 2026" in client.get(f"/matter/{REAL}?as_of=03/04/2026").text
    assert "is not a day" in client.get(f"/matter/{REAL}?as_of=zz").text
    assert "As we knew it on Wed 25 Nov 2026." in client.get(f"/matter/{REAL}?as_of=25 Nov 2026").text
    assert "we did not know" not in client.get("/matter/uk/bill/404?as_of=2020-03-03").text


def test_every_answer_carries_the_policy(client: TestClient) -> None:
    for path in (f"/matter/{REAL}", "/nothing/here", "/api/changes.json", "/amicus.css"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "frame-ancestors 'none'" in policy


def test_only_the_card_may_be_framed(client: TestClient) -> None:
    assert "frame-ancestors *" in client.get(f"/embed/{REAL}").headers["content-security-policy"]


def test_what_is_not_here_is_said_with_the_next_step(client: TestClient) -> None:
    answer = client.get("/matter/uk/bill/404")
    assert answer.status_code == 404
    assert "Search for it" in answer.text


@pytest.mark.parametrize(
    "path", ["/matter/../etc/passwd", "/matter/%2e%2e/%2e%2e", "/matter/UPPER", "/tracker/<script>"]
)
def test_odd_addresses_find_nothing(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_a_matter_is_shown_as_it_was_known_on_a_day(client: TestClient) -> None:
    assert client.get(f"/matter/{REAL}?as_of=2026-11-23").status_code == 404
    assert "As we knew it on Tue 24 Nov 2026" in client.get(f"/matter/{REAL}?as_of=2026-11-24").text


def test_a_tracker_lists_its_place_and_says_what_was_not_checked(client: TestClient) -> None:
    page = client.get("/tracker/uk").text
    assert "Online Hosts Bill" in page
    assert "What was not checked" in page
    assert "Hosting Services Act" not in page


def test_a_stage_of_a_tracker_lists_as_many_matters_as_it_counts(client: TestClient) -> None:
    page = html.fromstring(client.get("/tracker/uk").content)
    for stage in page.xpath("//div[@class='funnel']/a"):
        listed = html.fromstring(client.get(f"/tracker/uk{stage.get('href')}").content)
        assert len(listed.xpath("//table[contains(@class, 'tk')]/tbody/tr")) == int(stage.xpath("string(b)"))


def test_what_an_organisation_thinks_of_a_law_is_on_no_permanent_tracker(client: TestClient) -> None:
    assert "Does it bind us?" not in client.get("/tracker/uk").text


def test_the_invented_place_is_in_no_list_of_real_ones(client: TestClient) -> None:
    for path in (
        "/api/changes.json",
        "/api/windows.json",
        "/api/search.json?q=hosting",
        "/api/changes.atom",
        "/api/windows.ics",
    ):
        assert ID not in client.get(path).text


def test_csv_has_no_formula(client: TestClient) -> None:
    for path in ("/tracker/uk?format=csv", "/api/search.csv"):
        rows = list(csv.reader(io.StringIO(client.get(path).text)))
        assert len(rows) > 2
        assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def test_wikitext_is_one_table_without_templates_or_tags(client: TestClient) -> None:
    code = mwparserfromhell.parse(client.get("/tracker/uk?format=wikitext").text)
    tables = [tag for tag in code.filter_tags() if tag.tag == "table"]
    assert len(tables) == 1
    assert not code.filter_templates()
    assert not [tag for tag in code.filter_tags() if tag.tag == "script"]
    assert len([row for row in tables[0].contents.filter_tags(recursive=False) if row.tag == "tr"]) == 3


def test_feeds_and_calendars_can_be_read(client: TestClient) -> None:
    assert not feedparser.parse(io.BytesIO(client.get("/tracker/uk?format=atom").content)).bozo
    events = Calendar.from_ical(client.get(f"/matter/{REAL}?format=ics").text).walk("VEVENT")
    assert [str(event["STATUS"]) for event in events if event.get("STATUS")].count("CANCELLED") == 1


def test_words_leave_only_as_their_licence_allows(client: TestClient) -> None:
    given = json.loads(client.get(f"/matter/{REAL}?format=json").text)
    assert "provisions" not in given["texts"][0]
    assert "snapshot" not in given


def test_a_sum_has_a_calendar(client: TestClient) -> None:
    answer = client.get("/deadline.ics?rule=us.scotus.cert.petitioner&docketed=2026-11-12")
    days = {str(event["SUMMARY"])[:10] for event in Calendar.from_ical(answer.text).walk("VEVENT")}
    assert days == {"Tell couns", "To be safe", "File by th"}
    assert client.get("/deadline.ics?rule=us.scotus.cert.petitioner&docketed=3/4/2026").status_code == 400


def test_a_comparison_prints_with_numbered_sources_and_is_a_table_of_a_wiki(client: TestClient) -> None:
    address = f"/comparison?one={REAL}&two={ID}"
    page = html.fromstring(client.get(address).content)
    assert not page.xpath("//button | //script")
    asked = {href[1:] for href in page.xpath("//a[@class='fn']/@href")}
    assert asked
    assert asked == set(page.xpath("//ol[@class='refs']/li/@id"))
    wiki = client.get(f"{address}&format=wikitext").text
    assert [tag.tag for tag in mwparserfromhell.parse(wiki).filter_tags() if tag.tag == "table"] == ["table"]
    assert "A hosting service shall remove" in wiki
    assert wiki == client.get(f"{address}&format=wikitext").text


def test_a_comparison_with_a_hostile_title_calls_nothing_and_one_without_words_is_not_here(client: TestClient) -> None:
    code = mwparserfromhell.parse(client.get(f"/comparison?one={REAL}&two=uk/bill/8&format=wikitext").text)
    assert not code.filter_templates()
    assert not code.filter_wikilinks()
    assert client.get(f"/comparison?one={REAL}&two=none/at/all").status_code == 404
    assert client.get("/comparison?one=../../etc").status_code == 404


@pytest.mark.parametrize("path", ["/matter/uk/bill/7", "/tracker/zz", "/duty/removal_timeframe"])
def test_a_permanent_page_says_in_its_head_where_it_stands_and_what_can_be_subscribed(
    client: TestClient, path: str
) -> None:
    page = html.document_fromstring(client.get(path, params={"lang": "fr"}).text)
    there = f"{setting('AMICUS_SITE')}{path}"
    assert page.xpath("//head/link[@rel='canonical']/@href") == [there]
    assert page.xpath("//head/meta[@property='og:url']/@content") == [there]
    assert page.xpath("//head/meta[@property='og:locale']/@content") == ["fr"]
    assert page.xpath("//head/meta[@property='og:description']/@content")[0]
    kinds = page.xpath("//head/link[@rel='alternate']/@type")
    assert {"application/atom+xml", "text/calendar"} <= set(kinds)
    for link in page.iterfind("head/link[@rel='alternate']"):
        address = link.get("href") or ""
        where = address if address.startswith("/") else f"{path}{address}"
        assert client.get(where, follow_redirects=True).status_code == 200, where


def test_the_code_of_a_card_can_be_pasted_elsewhere(client: TestClient) -> None:
    page = client.get("/matter/zz/act/2026/7").text
    assert f'src="{setting("AMICUS_SITE")}/embed/zz/act/2026/7"' in str(
        html.document_fromstring(page).xpath("string()")
    )

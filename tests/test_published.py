"""Published trackers: the same bytes twice, nothing private, licences obeyed, nobody else contacted."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import mwparserfromhell
import pytest
from lxml import html
from msgspec.structs import replace

from crawlers.crawl.verdict import Run, Verdict
from crawlers.fault import Fault
from crawlers.sources import watched
from crawlers.vocabulary import Kind, Status
from dashboard import declaring, doors
from dashboard.public.files import publish
from dashboard.public.relevant import concerning
from dashboard.views.trackers.five_sentences import sentences
from dashboard.words.tongue import tongue
from index.records import open_records
from tests.home import at_home, held
from tests.made import FIRST, law

TODAY = date(2026, 11, 25)
STAGES = (Status.IN_FORCE, Status.COMMITTEE, Status.IN_FORCE)
STAMP = "2026-11-25T00:00:00Z"


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with at_home(tmp_path_factory.mktemp("home")):
        uk = law(id="uk/bill/7", jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        medals = law(
            id="uk/ukpga/2020/4",
            jurisdiction="uk",
            source="uk-bills",
            title="Medals Act",
            norms=(),
            topics=(),
            relevance=None,
        )
        swiss = law(id="ch/act/1", jurisdiction="ch", source="ch-fedlex", title="Plattformgesetz", language="de")
        held(law(), uk, medals, swiss)
        ended = {"started": STAMP, "ended": "2026-11-23T06:00:00Z"}
        open_records().save_run(Run(source="ch-fedlex", **ended, verdict=Verdict.OK, fetched=1, requests=1))
        yield


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_twice_gives_the_same_bytes_and_writes_nothing_again(tmp_path: Path) -> None:
    first = publish(tmp_path / "a", TODAY, STAMP)
    before = everything(tmp_path / "a")
    assert publish(tmp_path / "a", TODAY, STAMP).written == 0
    publish(tmp_path / "b", TODAY, STAMP)
    assert before == everything(tmp_path / "b")
    assert first.files == len(before)


def test_the_invented_place_is_not_published_unless_it_is_named(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    assert not (tmp_path / "zz").exists()


def test_a_page_opens_with_five_sentences_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    page = html.fromstring((tmp_path / "uk" / "index.html").read_bytes())
    assert len(page.xpath("//main/ul[1]/li")) == 5
    assert not page.xpath("//script")
    assert not page.xpath("//img")
    assert not page.xpath("//iframe")
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../amicus.css"]
    assert (tmp_path / "amicus.css").is_file()
    assert "url(" not in (tmp_path / "amicus.css").read_text("utf-8")


def test_links_inside_a_page_lead_to_something(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    page = html.fromstring((tmp_path / "uk" / "index.html").read_bytes())
    inside = {href[1:] for href in page.xpath("//a/@href") if href.startswith("#")}
    assert inside <= set(page.xpath("//@id"))
    files = [href for href in page.xpath("//a/@href") if not re.match(r"#|https?:|\.\./", href)]
    assert all((tmp_path / "uk" / name).is_file() for name in files)


def test_15_wikitext_is_a_table_with_sources_and_the_days_they_were_checked(tmp_path: Path) -> None:
    """Acceptance test 15 of the mission."""
    run = Run(
        source="ch-fedlex", started=STAMP, ended="2026-11-23T06:00:00Z", verdict=Verdict.OK, fetched=1, requests=1
    )
    open_records().save_run(run)
    publish(tmp_path, TODAY, STAMP, "https://example.org", ["ch"])
    code = mwparserfromhell.parse((tmp_path / "ch" / "tracker.en.wiki").read_text("utf-8"))
    [table] = [tag for tag in code.filter_tags() if tag.tag == "table"]
    head, row = [one for one in table.contents.filter_tags(recursive=False) if one.tag == "tr"]
    names = [str(cell.contents).strip() for cell in head.contents.filter_tags(recursive=False)]
    cells = [str(cell.contents).strip() for cell in row.contents.filter_tags(recursive=False)]
    told = dict(zip(names, cells, strict=True))
    assert told["Last checked"] == "2026-11-23"
    assert told["Next"].startswith("2026-12-04 ")
    assert told["Source"].startswith("[https://gazette.example/acts/7 ")
    assert told["Matter"].startswith("[https://example.org/ch/index.html#ch/act/1 ")


def test_the_wikitext_of_a_place_is_in_its_language_and_opens_with_the_five_sentences(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, "", ["ch"])
    german = (tmp_path / "ch" / "tracker.wiki").read_text("utf-8")
    assert german.startswith("== Schweiz ==\n* ")
    assert german.partition("{|")[0].count("\n* ") == 5
    assert "!! Stand" in german
    assert (tmp_path / "ch" / "tracker.fr.wiki").read_text("utf-8").startswith("== Suisse ==")


def test_a_tracker_says_how_many_matters_it_leaves_out(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    page = (tmp_path / "uk" / "index.html").read_text("utf-8")
    assert "Medals Act" not in page
    assert "1 other matter of this place is not listed" in page


def test_every_link_of_a_published_file_to_our_site_leads_to_a_line_of_its_page(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, "https://example.org")
    ids = set(html.fromstring((tmp_path / "uk" / "index.html").read_bytes()).xpath("//@id"))
    for name in ("tracker.atom", "tracker.ics", "tracker.wiki"):
        body = (tmp_path / "uk" / name).read_text("utf-8").replace("\r\n ", "")
        links = set(re.findall(r"https://example\.org/uk/index\.html#([^\s\"<]+)", body))
        assert links
        assert links <= ids
        assert "/matter/" not in body


def test_words_that_may_not_be_republished_stay_here(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    assert FIRST not in (tmp_path / "uk" / "tracker.json").read_text("utf-8")


def test_a_law_in_which_nothing_about_hosts_was_found_is_in_no_tracker(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    assert not [name for name, body in everything(tmp_path).items() if b"Medals Act" in body]
    assert "uk/ukpga/2020/4" in {card.id for card in doors.cards("uk")}


def test_an_unknown_place_is_named(tmp_path: Path) -> None:
    with pytest.raises(Fault, match="there is no place 'qq'"):
        publish(tmp_path, TODAY, STAMP, places=["qq"])


def test_a_place_has_a_page_in_each_of_its_languages_and_in_english(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, places=["ch"])
    pages = {name: html.fromstring((tmp_path / "ch" / name).read_bytes()) for name in ("index.html", "index.fr.html")}
    assert [page.get("lang") for page in pages.values()] == ["de", "fr"]
    assert set(pages["index.html"].xpath("//header//nav/a/@href")) == {
        "index.fr.html",
        "index.it.html",
        "index.en.html",
    }


def test_a_page_names_the_licence_of_each_source(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, places=["ch"])
    assert watched().sources["ch-fedlex"].licence in (tmp_path / "ch" / "index.en.html").read_text("utf-8")


def test_the_first_page_says_how_many_matters_each_place_has_and_what_comes_next(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    page = html.fromstring((tmp_path / "index.html").read_bytes())
    [row] = [row for row in page.xpath("//tbody/tr") if "United Kingdom" in row.text_content()]
    assert [cell.text_content() for cell in row.xpath("td")][:2] == ["1", "Fri 4 Dec 2026"]


def test_a_site_in_one_language_has_no_page_in_another(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, language="de")
    pages = [html.fromstring(path.read_bytes()) for path in tmp_path.rglob("*.html")]
    assert {page.get("lang") for page in pages} == {"de"}
    assert b'xml:lang="de"' in (tmp_path / "uk" / "tracker.atom").read_bytes()
    assert publish(tmp_path, TODAY, STAMP, language="de").written == 0


def test_a_page_s_feed_and_calendar_are_in_its_language(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP)
    for page, feed in (("index.html", "tracker.atom"), ("index.en.html", "tracker.en.atom")):
        found = html.fromstring((tmp_path / "ch" / page).read_bytes())
        assert found.xpath("//link[@rel='alternate']/@href") == [feed]
        assert f'xml:lang="{found.get("lang")}"'.encode() in (tmp_path / "ch" / feed).read_bytes()


def test_the_wikitext_ends_with_every_source_its_day_and_its_licence(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, "", ["ch"])
    told = (tmp_path / "ch" / "tracker.en.wiki").read_text("utf-8").partition("|}")[2]
    assert "Mon 23 Nov 2026" in told
    assert "Swiss Copyright Act" in told


def test_a_row_names_its_source_and_the_licence_of_it(tmp_path: Path) -> None:
    publish(tmp_path, TODAY, STAMP, places=["ch"])
    [row] = csv.DictReader((tmp_path / "ch" / "tracker.csv").read_text("utf-8").splitlines())
    assert (row["source"], row["licence"]) == ("ch-fedlex", watched().sources["ch-fedlex"].licence)


def test_a_matter_with_a_published_position_is_in_the_tracker_whatever_its_words_say(tmp_path: Path) -> None:
    declaring.declare("Folder#uk/ukpga/2020/4", "counsel", "Support", "Medals are fine.", "")
    publish(tmp_path / "with", TODAY, STAMP, places=["uk"])
    declaring.take_back("Folder#uk/ukpga/2020/4", "counsel")
    publish(tmp_path / "without", TODAY, STAMP, places=["uk"])
    for name in ("index.html", "tracker.wiki", "tracker.json", "tracker.csv", "tracker.atom"):
        assert "Medals are fine." in (tmp_path / "with" / "uk" / name).read_text("utf-8"), name
        assert "Medals" not in (tmp_path / "without" / "uk" / name).read_text("utf-8"), name


def test_a_tracker_says_in_a_plain_sentence_how_far_its_matters_are() -> None:
    cards = [law(id=f"uk/bill/{number}", jurisdiction="uk", status=status) for number, status in enumerate(STAGES)]
    fresh = doors.freshness(TODAY, tongue("de"), "uk")
    assert (
        sentences("uk", cards, fresh, TODAY, tongue("de"))[1]
        == "Alles betrifft einen Ort, Vereinigtes Königreich: 2 sind schon Gesetz und 1 ist noch nicht Gesetz."
    )


@pytest.mark.parametrize(
    ("source", "day", "listed"),
    [("coe-hudoc", "2026-11-01", False), ("coe-hudoc", "2026-12-01", True), ("watchlist", "2026-11-01", True)],
)
def test_news_is_on_a_tracker_only_for_a_date_ahead_or_where_a_person_chose_it(
    source: str, day: str, listed: bool
) -> None:
    event = replace(law().events[0], date=day, cancelled=False)
    release = law(id="coe/ecri/PR-1", jurisdiction="coe", kind=Kind.SIGNAL, source=source, events=(event,))
    assert bool(concerning([release], TODAY)) is listed


def test_a_place_with_matters_in_every_stage_has_them_all_in_its_sentence(tmp_path: Path) -> None:
    with at_home(tmp_path / "home"):
        held(*(law(id=f"uk/bill/{number}", jurisdiction="uk", status=status) for number, status in enumerate(Status)))
        publish(tmp_path / "site", TODAY, STAMP, language="de", places=["uk"])
    for name in ("index.html", "tracker.wiki"):
        said = (tmp_path / "site" / "uk" / name).read_text("utf-8").partition("<table")[0].partition("{|")[0]
        assert "von 1 ist der Stand nicht bekannt" in said, name

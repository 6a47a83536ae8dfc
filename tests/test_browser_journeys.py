"""The three users' journeys from end to end, in Chromium: policy staff, a lawyer, an affiliate."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import mwparserfromhell
import pytest
from icalendar import Calendar
from msgspec.structs import replace
from playwright.sync_api import Browser, expect

from crawlers.matter import Matter
from crawlers.vocabulary import Duty, Kind, Status
from dashboard.digest.build import build
from dashboard.digest.gather import week
from dashboard.digest.news import Taste
from dashboard.digest.speech import speech
from dashboard.digest.text import text
from dashboard.mail.links import Links
from index.private import open_private
from index.records import open_records
from index.saved import listed
from tests.browser import browsing, needs_chromium, opened, served
from tests.home import at_home, held
from tests.made import law
from tests.test_clock_matters import PETITION

pytestmark = [pytest.mark.browser, needs_chromium]
TODAY = date(2026, 11, 25)
UK, FR = "uk/bill/7", "fr/bill/9"
CASE = replace(PETITION, source="us-scotus", topics=law().topics, relevance=law().relevance)
WHY = "Readers need no account with us"
PUBLIC = [
    f"/matter/{UK}",
    f"/matter/{UK}?format=json",
    "/tracker/uk",
    "/tracker/uk?format=json",
    "/api/search.json?q=age",
    "/feed/uk.atom",
]


def checks(id: str, place: str, source: str, title: str) -> Matter:
    """A bill that asks hosts to check ages."""
    base = law(id=id, jurisdiction=place, source=source, title=title, kind=Kind.BILL, status=Status.COMMITTEE)
    duty, rest = base.norms[0], base.norms[1:]
    return replace(base, norms=(replace(duty, duty=Duty.AGE_ASSURANCE), *rest))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with at_home(folder):
        uk = checks(UK, "uk", "uk-legislation", "Online Hosts (Age Checks) Bill")
        fr = checks(FR, "fr", "fr-assemblee", "Proposition de loi sur la majorité numérique")
        swiss = law(id="ch/act/1", jurisdiction="ch", source="ch-fedlex", title="Plattformgesetz", language="de")
        held(uk, fr, swiss, CASE)
    return folder


@pytest.fixture(scope="module")
def site(home: Path) -> Iterator[str]:
    with served(home) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


def test_policy_staff_find_age_checks_in_two_countries_compare_note_a_position_and_save(
    site: str, home: Path, chromium: Browser
) -> None:
    page = opened(chromium, f"{site}/search")
    page.locator("input[type=search]").fill("duty:age_assurance")
    page.keyboard.press("Enter")
    expect(page.locator(".results h3")).to_have_count(2)
    expect(page.locator(".facet", has_text="United Kingdom").first).to_contain_text("France")
    page.get_by_text("Save this search").click()
    page.get_by_label("Name").fill("age checks")
    page.get_by_role("button", name="Keep it (private)").press("Enter")  # by key: the form still slides open
    expect(page.locator(".note", has_text="Kept.")).to_contain_text("90 days")
    page.context.close()
    assert [saved.name for saved in listed(open_private(home / "private.db"))] == ["age checks"]

    page = opened(chromium, f"{site}/compare?one={UK}&two={FR}")
    expect(page.locator(".cmp .law")).to_have_count(4)
    page = opened(chromium, f"{site}/assessments?id={UK}")
    page.get_by_label("Why").first.fill(WHY)
    page.get_by_role("button", name="Keep it (private)").first.click()
    expect(page.locator("aside").last).to_contain_text(WHY)
    assert not [path for path in PUBLIC if WHY in page.request.get(site + path).text()]
    page.context.close()


def test_a_lawyer_goes_from_the_link_in_the_digest_to_the_quote_the_rule_and_the_sum(
    site: str, home: Path, chromium: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AMICUS_HOME", str(home))
    monkeypatch.setenv("AMICUS_TODAY", TODAY.isoformat())
    found = week(open_records(), "2026-11-20T00:00:00Z", "2026-11-26T00:00:00Z", TODAY)
    mail = text(build(found, Taste(places=("uk", "us")), speech("en"), "lawyers", site), Links())
    addresses = list(dict.fromkeys(re.findall(rf"{re.escape(site)}/(?:m|matter)/\S+", mail)))
    assert len(addresses) == 2, mail
    pages = {page.locator("h1").inner_text(): page for page in (opened(chromium, one) for one in addresses)}

    bill = pages["Online Hosts (Age Checks) Bill"]
    mark = bill.locator("table.nt a.fn").first
    evidence = bill.locator(str(mark.get_attribute("href")))
    expect(evidence).to_contain_text("A hosting service shall remove")
    expect(evidence).to_contain_text("en.test.01")
    expect(evidence.get_by_role("link", name="Official text")).to_have_attribute(
        "href", "https://gazette.example/acts/7"
    )

    case = pages[CASE.title]
    expect(case.locator("main")).to_contain_text("Mon 14 Dec 2026")
    expect(case.locator("main")).to_contain_text("30 calendar days")
    expect(case.locator("main")).to_contain_text("unverified")
    for page in pages.values():
        page.context.close()


def test_an_affiliate_reads_the_tracker_in_their_language_and_takes_calendar_and_wikitext(
    site: str, chromium: Browser
) -> None:
    context = chromium.new_context(locale="fr-CH")
    page = context.new_page()
    page.goto(f"{site}/tracker/ch")
    assert page.locator("html").get_attribute("lang") == "fr"
    expect(page.locator("h1")).to_have_text("Suisse")
    expect(page.locator("table.tk")).to_contain_text("Plattformgesetz")
    with page.expect_download() as taken:
        page.get_by_role("link", name="ICS").first.click()
    events = Calendar.from_ical(Path(taken.value.path()).read_bytes()).walk("VEVENT")
    assert "2026-12-04" in {str(event.decoded("DTSTART"))[:10] for event in events}
    wiki = page.request.get(f"{site}/tracker/ch?format=wikitext").text()
    assert [tag.tag for tag in mwparserfromhell.parse(wiki).filter_tags() if tag.tag == "table"] == ["table"]
    assert "Plattformgesetz" in wiki
    context.close()


def test_a_reviewer_shortens_the_words_that_carry_a_tag_and_every_page_says_so_at_once(
    site: str, chromium: Browser
) -> None:
    page = opened(chromium, f"{site}/review?matter={UK}")
    expect(page.locator(".two2")).to_contain_text("The model says")
    words = page.get_by_label("Words that carry it (you may shorten or widen)")
    whole = words.input_value()
    words.fill("words of another law")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".note.bad")).to_contain_text("does not have these words")
    words.fill(whole.rpartition(" ")[0])
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".meta", has_text="done here").first).to_contain_text("1 done here")
    page.context.close()
    page = opened(chromium, f"{site}/matter/{UK}")
    assert whole.rpartition(" ")[0] in page.content()
    assert "reviewer" in page.content()
    page.context.close()


def test_the_digest_is_seen_as_the_mail_will_arrive_and_its_links_open_beside_it(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/digest")
    mail = page.frame_locator("iframe").first
    expect(mail.locator("h1")).to_be_visible()
    assert mail.locator("base").get_attribute("target") == "_blank"
    expect(page.locator("pre.mail")).to_contain_text(mail.locator("h1").inner_text())
    page.context.close()


def test_an_action_leads_the_assessments_while_it_is_not_done(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/assessments?id={UK}")
    page.get_by_text("Add an action").click()
    page.get_by_label("What is to be done").fill("Brief the board")
    page.get_by_label("Due").first.fill("20 Nov 2026")
    page.get_by_role("button", name="Keep it (private)").first.press("Enter")
    expect(page.locator("#actions ~ table")).to_contain_text("Late:")
    page.context.close()
    page = opened(chromium, f"{site}/assessments")
    expect(page.locator("#actions ~ table")).to_contain_text("Brief the board")
    page.context.close()

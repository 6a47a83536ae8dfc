"""The dashboard in Chromium: every page and route draws, contacts nobody else, and axe finds nothing to mend."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from dashboard import private
from dashboard.kept import Kept
from dashboard.pages import PAGES
from tests.browser import CHROMIUM, FLAGS, faults, needs_axe, needs_chromium, opened, served, turned
from tests.home import at_home, held
from tests.made import law

pytestmark = [pytest.mark.browser, needs_chromium]
BILL = "uk/bill/7"
EVIL = "<script>document.title='owned'</script><img src=https://evil.example/x onerror=alert(1)>"
ROUTES = [
    f"/matter/{BILL}",
    "/tracker/uk",
    "/duty/removal_timeframe",
    f"/embed/{BILL}",
    "/matter/uk/bill/none",
    f"/comparison?one={BILL}&two=us/bill/9",
]
SHOWN = [f"/{page.path}" for page in PAGES if page.path != "matter"] + [
    f"/matter?id={BILL}",
    f"/matter?id={BILL}&part=text&article=sec_2",
    "/search?q=encyclopaedia&kind=act",
    "/tracker?place=uk",
    f"/assessments?id={BILL}",
    f"/matter?id={BILL}&part=versions",
    f"/compare?one={BILL}&two=us/bill/9",
    f"/compare?one={BILL}&two=us/bill/9&show=side",
    "/collections?part=duties",
    "/collections?part=positions",
    f"/collections?folder=Hosts&change={BILL}",
    "/search?q=nothingofthekind",
    "/?lang=de",
    "/deadline?rule=us.scotus.cert.petitioner&docketed=2026-11-12",
]

KEPT: list[tuple[str, str, dict[str, str]]] = [
    ("folder", "Hosts", {"goal": "Keep editors free", "lead": "", "seen": "staff"}),
    ("item", f"Hosts#{BILL}", {"position": "Seek amendment", "lead": "policy", "note": "Ask about volunteers"}),
    ("item", "Hosts#us/bill/9", {"position": "Watch", "lead": "", "note": ""}),
    ("action", f"{BILL}#1", {"what": "Answer the call", "owner": "counsel", "due": "2026-11-20", "done": ""}),
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    with at_home(home):
        uk = law(id=BILL, jurisdiction="uk", source="uk-bills", title="Online Hosts Bill")
        us = law(id="us/bill/9", jurisdiction="us", source="us-bills", title="Hosts Act", norms=law().norms[:1])
        bad = law(id="uk/bill/8", jurisdiction="uk", source="uk-bills", title=EVIL, note=EVIL)
        held(law(), uk, us, bad)
        for kind, subject, body in KEPT:
            private.keep(Kept(kind=kind, subject=subject, role="lawyer", at="2026-11-24T06:00:00Z", body=body))
        with served(home) as address:
            yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield browser
        browser.close()


@needs_axe
@pytest.mark.parametrize("path", [*SHOWN, *ROUTES])
def test_axe_finds_nothing_wide_or_on_a_phone_light_or_dark_and_nobody_else_is_contacted(
    site: str, chromium: Browser, path: str
) -> None:
    page = opened(chromium, site + path, 1280)
    assert page.title() != "owned"
    assert not faults(page)
    turned(page, "dark")
    assert not faults(page)
    page.set_viewport_size({"width": 360, "height": 900})
    page.wait_for_timeout(300)
    assert not faults(page)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    turned(page, "light")
    assert not faults(page)
    page.context.close()


def test_the_register_has_rows_to_be_looked_at(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/collections?part=duties")
    expect(page.locator("table.rg tbody tr")).not_to_have_count(0)
    page.context.close()


def test_a_chosen_language_stays_when_another_page_is_opened(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/duties")
    page.get_by_role("link", name="Deutsch").click()
    expect(page.locator(".am h1")).to_have_text("Pflichten")
    page.goto(f"{site}/sources")
    expect(page.locator(".am h1")).to_have_text("Quellen")
    expect(page.locator(".unread")).to_have_count(1)
    page.context.close()


def test_evidence_opens_with_enter_and_closes_with_escape_back_to_its_mark(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/matter?id={BILL}")
    mark = page.locator("button.fn").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".ev:popover-open")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator(".ev:popover-open")).to_have_count(0)
    expect(mark).to_be_focused()
    page.context.close()


def test_the_text_of_a_matter_has_an_address(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/matter?id={BILL}&part=text&article=sec_3")
    expect(page.locator(".reader")).to_contain_text("Who is left out")
    page.context.close()


def test_a_facet_narrows_in_place_and_its_address_shows_the_same_list_elsewhere(site: str, chromium: Browser) -> None:
    page = opened(chromium, f"{site}/search?q=encyclopaedia")
    page.locator(".facet a", has_text="United Kingdom").click()
    page.wait_for_url("**jurisdiction=uk**")
    expect(page.locator(".results h3").first).to_contain_text("Online Hosts Bill")
    other = opened(chromium, page.url)
    expect(other.locator(".active a")).to_have_count(1)
    expect(other.locator(".results h3").first).to_contain_text("Online Hosts Bill")
    page.context.close()
    other.context.close()


def test_on_a_phone_the_keyboard_goes_down_the_search_and_the_list_is_near_its_top(
    site: str, chromium: Browser
) -> None:
    page = opened(chromium, f"{site}/search?q=hosting", 360)
    at = "main a[href], main button, main input, main summary"
    tops = page.eval_on_selector_all(
        f":is({at})", "all => all.filter(e => e.checkVisibility()).map(e => Math.round(e.getBoundingClientRect().top))"
    )
    assert all(after >= before - 40 for before, after in pairwise(tops)), tops
    assert page.locator(".results li").first.bounding_box()["y"] < 900  # type: ignore[index]
    page.locator("details.wide > summary").click()
    page.locator(".facet a", has_text="United Kingdom").click()
    page.wait_for_url("**jurisdiction=uk**")
    page.context.close()


def test_a_matter_that_nobody_leads_is_taken_and_a_note_is_written_on_its_provision(
    site: str, chromium: Browser
) -> None:
    page = opened(chromium, f"{site}/collections?folder=Hosts")
    page.get_by_role("link", name="Take it").click()
    page.get_by_label("Who leads (a role)").locator("visible=true").first.fill("counsel")
    page.get_by_role("button", name="Take it").click()
    expect(page.locator("table.ct").first).to_contain_text("counsel")
    page.get_by_role("link", name="Write on Hosts Act").click()
    page.get_by_label("Note (private)").fill("Volunteers are no staff.")
    page.get_by_label("The note is on this provision").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Keep it").locator("visible=true").first.click()
    note = page.locator(".nts li", has_text="Volunteers are no staff.")
    expect(note.locator("a").last).to_have_attribute("href", re.compile(r"part=text&article="))
    page.context.close()

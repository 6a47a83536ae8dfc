"""Words of an enemy in Chromium: nothing runs, nobody is called, and a word of one megabyte does not break the page."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser

from dashboard import private
from dashboard.digest.html import html
from dashboard.kept import Kept
from tests import hostile, poisoned
from tests.browser import browsing, faults, needs_axe, needs_chromium, opened, served
from tests.home import at_home, held
from tests.made import law
from tests.poisoned import ID
from tests.test_digest import FAILED, LINKS, full, made

pytestmark = [pytest.mark.browser, needs_chromium]
SHOWN = [
    "/",
    f"/matter?id={ID}",
    f"/matter?id={ID}&part=text&article=sec_1",
    f"/matter?id={ID}&part=text&article=sec_2",
    f"/matter?id={ID}&part=versions",
    "/search?q=host",
    "/tracker?place=uk",
    f"/compare?one={ID}&two=uk/bill/7",
    "/opportunities",
    "/calendar",
    f"/assessments?id={ID}",
    "/collections",
    "/duties",
    "/digest",
    f"/review?matter={ID}",
]
OTHERS = [f"/matter?id={id}" for id in poisoned.RECORDS if id != ID]
ROUTES = [f"/matter/{ID}", "/tracker/uk", "/duty/removal_timeframe", f"/embed/{ID}", f"/brief.html?id={ID}"]
ADDED = (
    "document.querySelectorAll('.am :is(script, img:not([src^=\"/\"]), iframe, svg, form[action^=http], style)').length"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    with at_home(home):
        other = law(id="uk/bill/7", jurisdiction="uk", source="uk-legislation", title="Online Hosts Bill")
        held(*poisoned.every(), other)
        body = dict.fromkeys(("position", "why", "owner", "due", "note", "goal", "lead"), hostile.WORDS)
        for kind, subject in (("decision", ID), ("folder", hostile.SCRIPT), ("item", f"{hostile.SCRIPT}#{ID}")):
            private.keep(Kept(kind=kind, subject=subject, role=hostile.SCRIPT, at="2026-11-24T07:00:00Z", body=body))
        with served(home) as address:
            yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browsing() as browser:
        yield browser


@pytest.mark.parametrize(
    ("path", "width"), [*((path, 1280) for path in [*SHOWN, *OTHERS]), *((path, 360) for path in [*ROUTES, *SHOWN[:3]])]
)
def test_hostile_words_do_nothing_and_stay_within_the_page(site: str, chromium: Browser, path: str, width: int) -> None:
    page = opened(chromium, site + path, width)
    assert page.title() != "owned"
    assert page.evaluate(ADDED) == 0
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.context.close()


@needs_axe
@pytest.mark.parametrize("path", ROUTES)
def test_axe_finds_nothing_on_pages_of_hostile_words(site: str, chromium: Browser, path: str) -> None:
    page = opened(chromium, site + path)
    assert not faults(page)
    assert page.evaluate(ADDED) == 0
    page.context.close()


@pytest.mark.parametrize("width", [600, 360])
def test_a_mail_is_no_wider_than_its_reader_whatever_a_source_says(chromium: Browser, width: int) -> None:
    """A fault names the address that was asked, and some are of two hundred characters without a place to break."""
    said = replace(FAILED, reason=f"https://example.org/sparql?query={'SELECT%20' * 40}: page error")
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.set_content(html(made(replace(full(), sources=(said,))), LINKS))
    assert "SELECT%20SELECT" in page.inner_text("body")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()

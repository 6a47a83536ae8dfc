"""A number that is a link leads to a list of as many, on every page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from msgspec.structs import replace

from crawlers.vocabulary import Modality
from dashboard import doors
from dashboard.kept import Kept
from dashboard.pages import PAGES
from dashboard.private import keep
from dashboard.reads import search_page, search_url
from dashboard.views.trackers.duties import table
from dashboard.words.tongue import tongue
from tests.home import TODAY, at_home, held, shown
from tests.library import library
from tests.made import law

pytestmark = pytest.mark.long

LEARNED = "2026-11-24T06:00:00Z"
FILES = {page.path: page.file for page in PAGES}
# how a number of a page looks: in the strip, a tile, a facet, a cell, or in a sentence of ours
NUMBERS = (
    "//*[contains(@class, 'strip') or contains(@class, 'funnel') or contains(@class, 'tiles') or contains(@class, 'sum4')]//a[b]"
    "|//*[contains(@class, 'facet')]//a|//td[contains(@class, 'r')]/a|//*[contains(@class, 'act')]//b/a|//h3/a[not(@lang)]"
    "|//*[contains(@class, 'fresh') or self::p[contains(@class, 'meta') or contains(@class, 'tiny')]]/a|//p[@class='lead']/a"
)
OURS = re.compile(r"#|/(?!matter|dossier|language)")  # not the pages of one matter


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    with at_home(folder):
        laid = law(id="uk/bill/1", jurisdiction="uk", source="uk-bills")
        freed = tuple(replace(norm, host_duty=False, modality=Modality.EXEMPTION) for norm in laid.norms)
        gone = law(id="uk/bill/3", jurisdiction="uk", source="uk-bills", status="withdrawn")
        aside = law(id="uk/bill/4", jurisdiction="uk", source="uk-bills", norms=(), topics=(), relevance=None)
        body = {"goal": "", "lead": "", "seen": "staff"}
        keep(Kept(kind="folder", subject="Hosts", role="staff", at=LEARNED, body=body))
        says = {"position": "Oppose", "says": "", "version": "", "lead": "", "note": "Read it again."}
        keep(Kept(kind="item", subject="Hosts#uk/bill/1", role="staff", at=LEARNED, body=says))
        held(*library(), laid, replace(laid, id="uk/bill/2", norms=freed), gone, aside, law())
        yield folder


class Shown(NamedTuple):
    """A page as it was drawn, at its address."""

    path: str
    query: str
    page: Any


def opened(address: str) -> Shown:
    parts = urlsplit(address)
    path = parts.path.strip("/")
    asked = {name: values if len(values) > 1 else values[0] for name, values in parse_qs(parts.query).items()}
    app = shown(FILES[path], **asked)
    drawn = [*(one.proto.body for one in app.get("html")), *(_linked(one.proto) for one in app.get("bidi_component"))]
    return Shown(path, parts.query, html.fromstring(f"<div>{''.join(drawn)}</div>"))


def _linked(proto: Any) -> str:
    """The component of links carries its words as data."""
    return proto.bytes.decode() if isinstance(proto.bytes, bytes) else str(proto.bytes)


def number(link: Any) -> int:
    """The last that stands apart in the link, else the first in its words; 0 where it has none."""
    apart = [one.text_content() for one in link.xpath(".//b|.//span") if re.search(r"\d", one.text_content())]
    found = re.findall(r"\d+", (apart[-1] if apart else link.text_content()).replace(",", ""))
    return int(found[0]) if found else 0


def rows(page: Any, path: str) -> int:
    return len(page.xpath(path))


def said(page: Any, path: str) -> int:
    return int(re.findall(r"\d+", " ".join(one.text_content() for one in page.xpath(path)).replace(",", ""))[-1])


# how each page lists what its numbers count, by what its address asks for
WEEK = {
    "": lambda page: said(page, "//p[a='Show all']"),
    "later": lambda page: rows(page, "//table[contains(@class, 'wk')]/tbody/tr"),
    "windows": lambda page: rows(page, "//table[contains(@class, 'wk')]/tbody/tr"),
    "undated": lambda page: rows(page, "//h2[@id='undated']/following-sibling::ul[1]/li"),
    "law": lambda page: rows(page, "//h2[@id='law']/following-sibling::ul[1]/li"),
    "moved": lambda page: rows(page, "//table[contains(@class, 'mv')]/tbody/tr"),
    "new": lambda page: rows(page, "//div[@class='newt']//li"),
    "correction": lambda page: rows(page, "//h2[@id='correction']/following-sibling::ul[1]/li"),
}
LISTS: dict[str, Callable[[Any], int]] = {
    "search": lambda page: said(page, "//p[@class='counted']/b"),
    "sources": lambda page: rows(page, "//table[contains(@class, 'so stack')]/tbody/tr"),
    "calendar": lambda page: rows(page, "//table[contains(@class, 'ag')]/tbody/tr"),
    "duties": lambda page: said(page, "//p[@class='counted']/b"),
    "review": lambda page: rows(page, "//div[@class='am']/ul/li"),
    "tracker": lambda page: rows(page, "//table[contains(@class, 'tk')]/tbody/tr"),
    "collections": lambda page: rows(page, "(//table[contains(@class, 'ct') or contains(@class, 'rg')])[1]/tbody/tr"),
}


def listed(from_: Shown, href: str) -> int:
    """How many stand in the list that a link leads to; the part of a page that a fragment names is on the same page."""
    parts = urlsplit(href)
    there = from_ if href.startswith("#") else opened(href)
    asked = {name: values[0] for name, values in parse_qs(there.query).items()}
    if there.path == "":
        return int(WEEK[asked.get("show", parts.fragment)](there.page))
    if parts.fragment.startswith("bound-"):
        at = there.page.xpath(f"//tr[@id='{parts.fragment}']")[0]
        following = [*at.itersiblings()]
        end = next((index for index, row in enumerate(following) if row.get("id")), len(following))
        return 1 + end
    if parts.fragment == "notes":
        return rows(there.page, "//ul[@class='nts']/li")
    if there.path == "tracker" and "month" in asked:
        return rows(there.page, "//p[a='Show all']/following-sibling::ul[1]/li")
    return LISTS[there.path](there.page)


@pytest.mark.parametrize(
    "address",
    [
        *(f"/{page.path}" for page in PAGES if page.path not in {"compare", "deadline", "matter", "digest"}),
        "/search?q=library",
        "/search?jurisdiction=uk&sort=closing",
        "/tracker?place=uk",
        "/tracker?place=zz",
        "/calendar?month=2026-12",
        "/collections?folder=Hosts",
        "/collections?part=duties",
        "/collections?part=positions",
        "/?place=uk",
        "/sources?place=uk",
    ],
)
def test_a_number_leads_to_a_list_of_as_many(address: str) -> None:
    page = opened(address)
    links = {link.get("href"): link for link in page.page.xpath(NUMBERS) if not link.get("aria-current")}
    counts = {href: count for href, link in links.items() if OURS.match(href) and (count := number(link))}
    assert {href: listed(page, href) for href in counts} == counts


def test_the_pages_have_numbers_to_follow() -> None:
    """So that the test above cannot pass because nothing is a number any more."""
    found = {
        address: sum(bool(number(link)) for link in opened(address).page.xpath(NUMBERS))
        for address in ("/", "/search", "/duties", "/tracker", "/tracker?place=uk", "/sources", "/assessments")
    }
    assert min(found.values()) >= 2, found


def test_a_cell_of_duties_counts_the_matters_of_its_list() -> None:
    _, made = table(doors.cards(), tongue("en"))
    cells = [cell for row in made for cell in row.cells if cell.count]
    assert len(cells) > 3
    for cell in cells:
        state = search_url.asked(parse_qs(urlsplit(cell.href).query))
        assert search_page.asked(state, TODAY).total == cell.count, cell.href

"""Each style of paging, to its last page."""

from datetime import date

import pytest

from crawlers import paging
from crawlers.crawl.addresses import filled
from crawlers.files import reading
from crawlers.sources import watched
from tests.loopback import source

URL = "https://api.example.org/bills?sort=new&page=2"


def test_by_number_ends_with_the_last_page() -> None:
    assert paging.by_number(URL, "page", pages=3) == "https://api.example.org/bills?sort=new&page=3"
    assert paging.by_number(URL, "page", pages=2) is None
    assert paging.by_number("https://x.org/?p=0", "p", pages=2, first=0) == "https://x.org/?p=1"
    assert paging.by_number("https://x.org/?p=1", "p", pages=2, first=0) is None


def test_the_next_page_is_asked_with_all_else_as_it_was() -> None:
    asked = "https://x.org/?f=a:b%2Bc&q=%22d%20e%22&p%61ge=1&flag"
    assert paging.by_number(asked, "page", pages=3) == "https://x.org/?f=a:b%2Bc&q=%22d%20e%22&flag&page=2"


def test_by_offset_ends_with_the_total() -> None:
    assert paging.by_offset("https://x.org/?skip=20", "skip", 20, 45) == "https://x.org/?skip=40"
    assert paging.by_offset("https://x.org/?skip=40", "skip", 20, 45) is None
    assert paging.by_offset("https://x.org/", "skip", 0, 45) is None


def test_a_token_that_comes_again_ends_it() -> None:
    assert paging.by_token("https://x.org/", "cursor", "a b") == "https://x.org/?cursor=a+b"
    assert paging.by_token("https://x.org/?cursor=a+b", "cursor", "a b") is None
    assert paging.by_token("https://x.org/", "cursor", None) is None


def test_a_link_to_itself_ends_it() -> None:
    assert paging.by_link("https://x.org/a", "/b") == "https://x.org/b"
    assert paging.by_link("https://x.org/a", "/a") is None


def test_days_from_the_first_to_today() -> None:
    assert list(paging.days("2026-11-23", "2026-11-25")) == [date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)]
    assert list(paging.days("2020-01-01", "2026-11-25", most=2)) == [date(2026, 11, 24), date(2026, 11, 25)]
    assert list(paging.days("", "2026-11-25")) == [date(2026, 11, 25)]
    assert list(paging.days("2026-12-01", "2026-11-25")) == []


def test_a_sitemap_gives_what_changed_since() -> None:
    body = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
    <url><loc>https://x.org/1</loc><lastmod>2026-11-01T08:00:00Z</lastmod></url>
    <url><loc>https://x.org/2</loc><lastmod>2026-11-20</lastmod></url><url><loc>https://x.org/3</loc></url></urlset>"""
    changed = paging.sitemap(reading.xml(body), "2026-11-10")
    assert [entry.url for entry in changed] == ["https://x.org/2", "https://x.org/3"]


def test_addresses_are_filled_with_days_in_the_sources_own_form() -> None:
    entry = source("x", "https://x.org/?since={since:%d/%m/%Y}&to={today}&y={year}&k={key}")
    assert list(filled(entry, "2026-11-01", "2026-11-25", "K")) == [
        "https://x.org/?since=01/11/2026&to=2026-11-25&y=2026&k=K"
    ]


def test_a_daily_file_is_asked_for_each_day() -> None:
    entry = source("x", "https://x.org/{day:%d-%m-%Y}.json")
    assert list(filled(entry, "2026-11-24", "2026-11-25", "")) == [
        "https://x.org/24-11-2026.json",
        "https://x.org/25-11-2026.json",
    ]
    assert len(list(filled(entry, "2020-01-01", "2026-11-25", ""))) == 31


@pytest.mark.parametrize(
    ("today", "terms"), [("2031-09-30", ("29", "30")), ("2031-10-01", ("30", "31")), ("2100-10-04", ("99", "00"))]
)
def test_a_term_of_the_supreme_court_begins_in_october(today: str, terms: tuple[str, str]) -> None:
    asked = list(filled(watched().source("us-scotus-opinions"), "", today, ""))
    assert asked == [f"https://www.supremecourt.gov/opinions/slipopinion/{term}" for term in terms]

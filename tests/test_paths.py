"""Each source is crawled from its own fixtures: listing, details, texts; then again, when one page has changed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Run
from crawlers.response import Found, Request, Response, Unreadable
from crawlers.sources import Politeness, Source, by_parser, watched
from crawlers.values.fields import SHAPE
from tests import served
from tests.crawl import Plan, Told, crawl
from tests.served import Server, first_addresses, pages, serving
from tests.test_fixtures import FIXTURES, responses

pytestmark = pytest.mark.process

TODAY = datetime.now(UTC).date().isoformat()  # from the day before this one the second run asks for changes
PATHS = {source.id: found for source in served.driven() if (found := pages(source, TODAY))}
SOURCES = {source.id: source for source in served.driven() if source.id in PATHS}
NAMED = {"us-billstatus", "de-gii", "ca-legisinfo"}  # their known answer is a real matter, which no invented page holds


class Crawled(NamedTuple):
    """Three crawls of every path: before the second the last page that each source was sent has changed, nothing
    before the third, in which the server sends everything again.
    """

    told: Told
    asked: list[str]
    again: Told
    sent: list[str]  # addresses that the second crawl was given a body of
    changed: dict[str, str]
    blind: Told


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    """All of them in three crawls, against one server on loopback that holds their files."""
    handler = "tests.paths.Rerouted"
    plan = Plan(
        str(tmp_path_factory.mktemp("paths")),
        [_prompt(source) for source in SOURCES.values()],
        scrapy={"DOWNLOAD_HANDLERS": {"http": handler, "https": handler}},
        today=TODAY,
    )
    with serving({url: body for found in PATHS.values() for url, body in found.items()}) as server:
        environment = {"AMICUS_TEST_PORT": str(server.port), **served.keys(list(SOURCES.values()))}
        told = crawl(plan, **environment)
        asked, once = server.asked[:], len(server.sent)
        again = [url for url in server.sent if not _file(server.pages.get(url, b""))]  # files are asked for once
        changed = {id: url for url in again for id in PATHS if url in PATHS[id]}
        _change(server, changed)
        second, sent = crawl(plan, **environment), server.sent[once:]
        server.validators = False
        yield Crawled(told, asked, second, sent, changed, crawl(plan, **environment))


def _file(body: bytes) -> bool:
    """A PDF, or one enclosed in JSON."""
    return body.startswith(b"%PDF-") or b'"data": "JVBERi' in body[:300]


def _prompt(source: Source) -> Source:
    """Without what only a real crawl needs: pauses, a number of matters to expect, and a canary that is no page of the path."""
    known = source.canary if source.canary and source.canary.url in PATHS[source.id] else None
    if known and source.feed and not (FIXTURES / source.id).exists():
        known = replace(known, contains="<item>")  # another feed is served in its place
    return replace(source, politeness=Politeness(reason="a test", delay=0, concurrency=4), canary=known, minimum=0)


def _change(server: Server, changed: dict[str, str]) -> None:
    """One page of each source has other bytes; what a second run asks under a later day is what it was."""
    server.pages |= {url: server.pages[url] + b"\n" for url in changed.values()}
    server.pages |= {new: server.pages[old] for id in PATHS for new, old in later(id).items() if old in server.pages}


def later(id: str) -> dict[str, str]:
    """By address of a second run, the first run's; another one where a listing is asked from a day on, page by page."""
    since = (date.fromisoformat(TODAY) - timedelta(days=1)).isoformat()
    asked = zip(first_addresses(SOURCES[id], since, TODAY), first_addresses(SOURCES[id], "", TODAY), strict=False)
    dated = [(second, first) for second, first in asked if second != first]
    return {url.replace(first, second): url for second, first in dated for url in PATHS[id] if url.startswith(first)}


def run(crawled: Crawled, id: str) -> Run:
    assert id in crawled.told.runs, f"{id} was not crawled"
    return crawled.told.runs[id]


def test_every_source_that_an_update_asks_is_crawled_here() -> None:
    assert not [source.id for source in served.crawled() if source.id not in PATHS]


@pytest.mark.parametrize("id", [id for id in watched().sources if id not in PATHS and (FIXTURES / id).exists()])
def test_a_source_that_is_crawled_nowhere_is_followed_nowhere(id: str) -> None:
    """What is only imported asks for nothing more: a parser that follows addresses has a path, which is crawled here."""
    source = watched().source(id)
    parser = import_module(by_parser(source))
    found = [one for response in responses(FIXTURES / id) for one in _given(parser, response, source)]
    assert not [one.url for one in found if isinstance(one, Request)]


def _given(parser: ModuleType, response: Response, source: Source) -> list[Found]:
    try:
        return list(parser.parse(response, source))
    except (Unreadable, *SHAPE):
        return []


@pytest.mark.parametrize("id", PATHS)
def test_the_path_of_a_source_ends_in_matters(crawled: Crawled, id: str) -> None:
    assert run(crawled, id).fetched, run(crawled, id)


@pytest.mark.parametrize("id", [id for id in PATHS if id not in NAMED and _prompt(SOURCES[id]).canary])
def test_a_known_answer_at_the_head_of_a_path_is_in_it(crawled: Crawled, id: str) -> None:
    assert run(crawled, id).canary, f"the fixtures of {id} lack {SOURCES[id].canary}"


@pytest.mark.parametrize("id", PATHS)
def test_every_request_of_the_path_is_answered_and_read(crawled: Crawled, id: str) -> None:
    assert not run(crawled, id).faults


@pytest.mark.parametrize("id", PATHS)
def test_the_next_run_is_sent_only_what_changed(crawled: Crawled, id: str) -> None:
    """What has an address of its own for each day is a new page every day; all else is "not modified" but one."""
    dated = later(id)
    old = {url for url in crawled.sent if url in PATHS[id] and url not in dated}
    assert old == {crawled.changed[id]} - set(dated.values())


@pytest.mark.parametrize("id", PATHS)
def test_the_next_run_finds_no_fewer_matters(crawled: Crawled, id: str) -> None:
    assert crawled.again.runs[id].fetched == run(crawled, id).fetched


@pytest.mark.parametrize("id", PATHS)
def test_the_same_pages_sent_again_change_nothing(crawled: Crawled, id: str) -> None:
    """What a source without validators sends again is known by its bytes."""
    assert crawled.blind.runs[id].unchanged == 0
    assert crawled.blind.runs[id].fetched == crawled.again.runs[id].fetched
    assert not crawled.blind.matters(id)

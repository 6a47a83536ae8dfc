"""A question with a known answer: whatever address it is put to, that address is read for what it says, too, run after run."""

from collections.abc import Iterator

import pytest

from crawlers.crawl.verdict import Verdict
from crawlers.sources import Canary
from tests.crawl import Plan, Told, crawl
from tests.loopback import bill, bills, site, source

pytestmark = pytest.mark.process

LISTING, DETAIL, ALONE = 2, 3, 4
LINKED = {"number": "1", "title": "Bill 1", "detail": "/1"}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Told]]:
    """Three crawls: the first is sent pages, the others hear that nothing was modified."""
    with site(ALONE) as served:
        for number in (LISTING, DETAIL, ALONE):
            served.put(number, "/", bills(LINKED, total=1, etag='"list"'))
            served.put(number, "/1", bill("1", etag='"one"'))
        served.put(ALONE, "/known", bill("9", etag='"known"'))
        known = {LISTING: ("/", "Bill 1"), DETAIL: ("/1", "Bill 1"), ALONE: ("/known", "Bill 9")}
        asked = [
            source(f"at-{number}", served.url(number), canary=Canary(url=served.url(number, path), contains=words))
            for number, (path, words) in known.items()
        ]
        plan = Plan(str(tmp_path_factory.mktemp("canary")), asked)
        yield [crawl(plan) for _ in range(3)]


@pytest.mark.parametrize("place", [LISTING, DETAIL, ALONE])
@pytest.mark.parametrize("run", range(3))
def test_the_known_answer_is_found_and_everything_else_is_read(runs: list[Told], place: int, run: int) -> None:
    told = runs[run].runs[f"at-{place}"]
    assert (told.canary, told.verdict, told.fetched, told.declared) == (True, Verdict.OK, 1, 1), told.reason


@pytest.mark.parametrize("place", [LISTING, DETAIL, ALONE])
def test_what_a_canary_alone_says_is_no_matter(runs: list[Told], place: int) -> None:
    assert set(runs[0].matters(f"at-{place}")) == {f"zz/bill/at-{place}/1"}
    assert not runs[1].batches
    assert not runs[2].batches

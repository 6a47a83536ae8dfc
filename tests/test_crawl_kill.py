"""A crawl that is killed loses nothing and asks nothing twice but what was under way."""

from pathlib import Path

import pytest

from tests.kills import killed

pytestmark = pytest.mark.process

KILLS, PAGES = 2, 24


def test_a_killed_crawl_goes_on_where_it_stopped(tmp_path: Path) -> None:
    left = killed(tmp_path, KILLS, PAGES, seed=7)
    assert not left.lost
    assert len(left.stored) == PAGES
    assert sum(left.repeated.values()) <= KILLS
    assert left.run.whole
    assert left.records >= PAGES

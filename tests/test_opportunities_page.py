"""Opportunities in pages: those with a day first, every window once, and how many there are said at the head."""

import re
from datetime import date

from msgspec.structs import replace

from dashboard.views.acting.opportunities import PAGE, chances, page
from dashboard.words.tongue import tongue
from index.advice.opportunities import opportunities
from tests.test_clock_matters import PETITION

TODAY = date(2026, 11, 25)
ENGLISH = tongue("en")
UNDATED = replace(PETITION, events=(), texts=())


def test_the_pages_of_windows_hold_each_once_and_the_head_counts_them_all() -> None:
    cases = [PETITION, *(replace(UNDATED, id=f"us/scotus/26-9{at:03}") for at in range(PAGE + 7))]
    rows = chances(opportunities(cases, TODAY), {case.id: case for case in cases}, "all", TODAY, ENGLISH)
    seen = [
        one
        for after in ("", str(PAGE))
        for one in re.findall(r"matter\?id=([^\"]+)", str(page(rows, "all", after, ENGLISH)))
    ]
    assert len(seen) == len(rows) > PAGE
    assert {*seen} == {case.id for case in cases}
    first = str(page(rows, "all", "", ENGLISH))
    dated = sum(row.step is not None for row in rows)
    assert 0 < dated < len(rows)
    assert f"{dated} windows have a day" in first
    assert f"{len(rows) - dated} have none" in first
    assert f"kind=all&amp;after={PAGE}" in first
    assert "Next page" not in str(page(rows, "all", str(PAGE), ENGLISH))
    assert {str(page(rows, "all", after, ENGLISH)) for after in ("²", "-1", "9" * 5000, str(len(rows)))} == {first}

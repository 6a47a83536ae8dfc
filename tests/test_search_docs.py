"""What docs/search.md says can be typed is what the parser reads; what it says is refused is refused in those words."""

import re
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from benchmarks import growth
from index.queries.fields import FIELDS
from index.query import All, Any_, BadQuery, Boost, Not, Part, read
from index.search import Search, open_search

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "search.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(.+?)` \| (.+) \|$", re.MULTILINE)


def rows(heading: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = ROW.findall(PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0])
    return found


TYPED, REFUSED = [typed for typed, _ in rows("What can be typed")], rows("What is refused")


def nodes(part: Part | None) -> list[Part]:
    inner = part.parts if isinstance(part, All | Any_) else (part.part,) if isinstance(part, Not | Boost) else ()
    return [*([part] if part else []), *(leaf for one in inner for leaf in nodes(one))]


def test_every_kind_of_question_and_every_field_is_in_the_table() -> None:
    read_as = [leaf for typed in TYPED for leaf in nodes(read(typed).root)]
    assert {type(leaf) for leaf in read_as} == set(get_args(Part))
    assert {getattr(leaf, "field", "") for leaf in read_as} - {""} == set(FIELDS)


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Search:
    opened = open_search(str(tmp_path_factory.mktemp("search")))
    opened.rebuild([], date(2026, 6, 1))
    return opened


@pytest.mark.parametrize(("typed", "says"), REFUSED)
def test_what_is_refused_is_refused_in_these_words(door: Search, typed: str, says: str) -> None:
    with pytest.raises(BadQuery) as fault:
        door.read(typed)
    assert str(fault.value) == says


def test_the_picture_draws_the_figures_of_the_page() -> None:
    found = growth.told(PAGE)
    assert growth.table(found) in PAGE
    assert growth.svg(found) == (ROOT / growth.PICTURE).read_text(encoding="utf-8"), "run: python -m benchmarks.growth"


def test_a_new_figure_takes_the_place_of_the_old_and_others_stay() -> None:
    rows = [
        {"name": "rebuild, tantivy, 100,000 units", "value": 9.0, "ratio": 1.5},
        {"name": "search page, tantivy, 100,000 units, high, p95", "value": 8.0, "ratio": 2.0},
        {"name": "search page, tantivy, 100,000 units, high, p50", "value": 1.0, "ratio": 2.0},
        {"name": "something else", "value": 1.0, "ratio": None},
    ]
    before = [growth.Point("tantivy", 100_000, "high", 1.0, 1.0), growth.Point("tantivy", 10_000, "high", 1.0, 1.0)]
    assert growth.together(before, growth.points(rows)) == [
        growth.Point("tantivy", 10_000, "high", 1.0, 1.0),
        growth.Point("tantivy", 100_000, "high", 8.0, 4.0),
        growth.Point("tantivy", 100_000, "rebuild", 9.0, 6.0),
    ]

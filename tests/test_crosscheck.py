"""Files of two sources are compared by a command and on a page: what agrees is counted, what differs is named by kind."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from crawlers.fault import Fault
from crawlers.sources import watched
from dashboard.cli import app
from dashboard.views.care import disagree
from dashboard.words.tongue import tongue
from index.disagreement.contradictions import Sort
from index.disagreement.crosscheck import check, sides, written
from tests.crosscheck import DAY, DOCS, OURS, PAIRS, ROOT, checked, line
from tests.shared import needs_corpus

OURS_BY_NAME = [f"ca-legisinfo={ROOT}/fixtures/ca-legisinfo", f"ca-bills={ROOT}/fixtures/ca-bills"]


def stands(pair: str) -> bool:
    """The row of the page is what the parsers make of the files now, and enough matters were compared."""
    now = checked(pair)
    return now.compared >= PAIRS[pair]["least"] and line(pair, now) in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("pair", OURS)
def test_our_own_documents_of_two_sources_agree(pair: str) -> None:
    assert stands(pair), "run `python -m tests.crosscheck` and read what changed"
    assert not checked(pair).found


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair not in OURS])
@pytest.mark.long
def test_recorded_documents_of_two_sources_differ_only_in_what_the_page_says(pair: str) -> None:
    assert stands(pair), "run `python -m tests.crosscheck` and read what changed"


def test_every_pair_has_its_row() -> None:
    assert [row.pair for row in written()] == list(PAIRS)


def changed(folder: Path, *, old: str, new: str) -> list[str]:
    """The two sides, of which the bill's XML says something else."""
    for file in (ROOT / "fixtures/ca-bills").glob("*.xml"):
        text = file.read_text(encoding="utf-8")
        (folder / file.name).write_text(text.replace(old, new), encoding="utf-8")
    return [OURS_BY_NAME[0], f"ca-bills={folder}"]


def test_another_name_on_one_side_is_found_and_counted_by_kind(tmp_path: Path) -> None:
    told = check(sides(changed(tmp_path, old="Free Encyclopedias", new="Paid Shelves"), watched()), DAY)
    assert {one.sort for one in told.found} == {Sort.TITLE}
    assert "| 1 | 0 | 0 | 0 |" in line("pair", told)


def test_the_files_of_one_folder_are_compared_with_each_other(tmp_path: Path) -> None:
    changed(tmp_path, old="Free Encyclopedias", new="Paid Shelves")
    for file in list(tmp_path.iterdir()):
        original = ROOT / "fixtures/ca-bills" / file.name
        (tmp_path / f"original-{file.name}").write_bytes(original.read_bytes())
    assert check(sides([f"ca-bills={tmp_path}"], watched()), DAY).found


@pytest.mark.parametrize("named", [["ca-bills"], ["ca-bills=/nowhere/at/all"]])
def test_what_cannot_be_compared_is_one_sentence(named: list[str]) -> None:
    with pytest.raises(Fault, match="SOURCE=PATH"):
        sides(named, watched())


def test_one_file_alone_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text("<Bill/>")
    with pytest.raises(Fault, match="nothing to compare"):
        sides([f"ca-bills={tmp_path}/a.xml"], watched())


def test_the_command_says_how_many_were_compared_and_lists_what_differs(tmp_path: Path) -> None:
    named = changed(tmp_path, old="Free Encyclopedias", new="Paid Shelves")
    told = CliRunner().invoke(app, ["sources", "--differences", "--json", "--files", named[0], "--files", named[1]])
    assert "1 matters are on more than one side" in told.stderr
    assert [one["sort"] for one in json.loads(told.stdout)] == ["title"]


def test_the_page_of_sources_shows_every_pair() -> None:
    shown = disagree.section([], 0, {}, tongue("en"), written())
    assert all(pair.replace("'", "&#39;") in shown for pair in PAIRS)
    assert "What differs" in shown

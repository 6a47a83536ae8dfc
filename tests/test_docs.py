"""What README and docs say is what the code has: commands, settings, sources, the session's output."""

import re
from pathlib import Path

from crawlers import catalogue
from crawlers.settings import SETTINGS
from crawlers.sources import watched
from dashboard.cli import names
from tests.test_crawl import CASES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_lists_every_command_and_no_other() -> None:
    told = re.findall(r"^\| `([a-z]+)` \|", README, re.MULTILINE)
    assert sorted(told) == sorted(name.strip("_") for name in names())


def test_readme_lists_every_setting_with_its_default() -> None:
    for setting in SETTINGS:
        default = f"`{setting.default}`" if setting.default else ""
        assert f"| `{setting.name}` | {default} | {setting.says} |" in README
    assert set(re.findall(r"`(AMICUS_[A-Z_]+)`", README)) == {setting.name for setting in SETTINGS}


def test_the_page_of_sources_is_the_one_made_from_the_file() -> None:
    written = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
    assert written == catalogue.page(watched()), "run: make docs"


def test_the_session_in_readme_is_true() -> None:
    from typer.testing import CliRunner

    from dashboard.cli import app

    command = re.search(r"\$ amicus (deadline .*)", README)
    assert command
    said = CliRunner().invoke(app, command[1].split()).output
    shown = README.partition(command[0] + "\n")[2].partition("\n```")[0]
    assert said.startswith(shown)


def test_every_file_that_readme_names_is_there() -> None:
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / path).exists(), path


def test_every_page_of_docs_is_reached_from_readme() -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs").glob("*.md")}
    reached: set[str] = set()
    left = [README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")]
    while left:
        words = left.pop()
        found = {name for name in pages if f"({name})" in words or f"docs/{name}" in words} - reached
        reached |= found
        left += [pages[name] for name in found]
    assert sorted(set(pages) - reached) == []


def test_the_page_of_the_tagger_s_speed_is_written_by_its_benchmark() -> None:
    from benchmarks import tagging

    told = (ROOT / "docs" / "tagging.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in told if line.startswith("| tagging")]
    assert tagging.page([]).splitlines() == told[: -len(rows)]
    assert [row[0] for row in rows] == list(tagging.NAMES)
    for _, value, _, _, goal, holds in rows:
        number, most = (int(re.sub(r"\D", "", words) or 0) for words in (value.split()[0], goal))
        assert holds == ("" if not goal else "yes" if (number <= most) == goal.startswith("<") else "no")


def test_changelog_has_an_entry() -> None:
    assert re.search(r"^## .*\d{4}", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_page_of_the_crawl_tells_how_every_case_ends() -> None:
    page = (ROOT / "docs" / "crawl.md").read_text(encoding="utf-8")
    rows = [f"| {case.says or 'nothing: it is read'} | {case.verdict} |" for case in CASES]
    assert [row for row in rows if row not in page] == []
    assert page.count("\n| ") == len(rows) + 2  # the head of the table, and robots

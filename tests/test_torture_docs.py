"""docs/torture.md names every case of `make torture`, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_page_of_torture_names_every_case() -> None:
    page = (ROOT / "docs" / "torture.md").read_text(encoding="utf-8")
    files = (ROOT / "tests" / "torture").glob("test_*.py")
    cases = {name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(), re.MULTILINE)}
    assert set(re.findall(r"^\| `(test_\w+)` \|", page, re.MULTILINE)) == cases


def test_each_case_says_what_it_does_what_must_hold_how_long_it_took_and_how_it_ended() -> None:
    page = (ROOT / "docs" / "torture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `test_.*$", page, re.MULTILINE)
    assert all(len([cell for cell in row.strip("|").split("|") if cell.strip()]) == 5 for row in rows)

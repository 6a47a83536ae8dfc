"""The table of formats says what the parsers make of the recorded files; every one of them is read, or refused with a reason."""

from pathlib import Path

import pytest

from tests.formats import DOCS, FOLDERS, line, row
from tests.leftout import left_out
from tests.shared import CORPUS, needs_corpus

SMALL = 1_500_000  # bytes of a folder that is read again on every change; tests/torture reads all


def size(folder: str) -> int:
    return sum(file.stat().st_size for file in (CORPUS / folder).rglob("*") if file.is_file())


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if size(folder) < SMALL])
def test_a_row_of_the_table_is_true(folder: str) -> None:
    """All of it but the name of the format, which is that of jurisdictions.yaml."""
    rows = [text.split(" | ") for text in DOCS.read_text(encoding="utf-8").splitlines()]
    source, _, *told = line(row(folder)).split(" | ")
    assert [source, *told] in [[cells[0], *cells[2:]] for cells in rows], "run `python -m tests.formats`"


def test_no_file_is_passed_over_in_silence() -> None:
    assert ", 0 neither." in DOCS.read_text(encoding="utf-8")


def test_every_mapped_folder_has_its_row() -> None:
    table = DOCS.read_text(encoding="utf-8")
    assert [folder for folder in FOLDERS if f"| {folder} |" not in table] == []


def test_names_that_reach_no_record_are_told(tmp_path: Path) -> None:
    from crawlers.matter import Matter
    from crawlers.vocabulary import Kind, Status

    file = tmp_path / "bill.json"
    file.write_text(
        '{"title": "On lamps", "clerk": "9 Lamp Street", "day": "March 3, 2031", "rows": [{"clerk": "absent"}]}'
    )
    matter = Matter(
        id="zz/bill/1", source="zz", jurisdiction="zz", kind=Kind.BILL, title="On lamps", language="en",
        status=Status.INTRODUCED, published="2031-03-03",
    )  # fmt: skip
    assert left_out([(file, (matter,))]) == ["clerk"]

"""A bill that was gutted keeps its id and is told; its summary is stale until the source writes another."""

from pathlib import Path

import msgspec
import pytest

from crawlers.matter import Matter, Provision, Text
from index.changes import What
from index.differences.stale_summary import summary_stale_since
from index.records import Records, open_records
from tests.library import library

replace = msgspec.structs.replace


def bill(*texts: Text, summary: str = "About the lending of books.") -> Matter:
    return replace(library(1)[0], texts=texts, norms=(), summary=summary)


def version(day: str, words: str) -> Text:
    provisions = tuple(Provision(id=f"sec_{n}", number=str(n), text=f"{words} in room {n}") for n in range(5))
    return Text(id=f"{day}.en", date=day, language="en", provisions=provisions)


FIRST = version("2026-01-01", "Every library lends each reader as many books as the reader can carry home")
AMENDED = version("2026-02-01", "Every library lends each reader as many books and maps as the reader can carry home")
GUTTED = version("2026-03-01", "A harbour master may order that no ship enters at night without a pilot on board")


@pytest.fixture
def records(tmp_path: Path) -> Records:
    held = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    held.write([bill(FIRST)], "2026-01-02T00:00:00Z")
    return held


def stale(records: Records) -> str:
    held = records.get(bill(FIRST).id)
    assert held is not None
    return summary_stale_since(records, held)


def test_an_amended_bill_keeps_its_summary(records: Records) -> None:
    records.write([bill(FIRST, AMENDED)], "2026-02-02T00:00:00Z")
    assert not stale(records)


def test_13_a_gutted_bill_keeps_its_id_and_its_summary_is_stale(records: Records) -> None:
    records.write([bill(FIRST, AMENDED)], "2026-02-02T00:00:00Z")
    records.write([bill(FIRST, AMENDED, GUTTED)], "2026-03-02T00:00:00Z")
    told = [change for change in records.changes("2026-03-01") if change.what is What.TEXT]
    assert [(change.matter, change.label) for change in told] == [(bill(FIRST).id, "replaced")]
    assert stale(records)
    assert len(records.history(bill(FIRST).id)) == 3


def test_another_summary_is_as_new_as_the_words(records: Records) -> None:
    records.write([bill(FIRST, GUTTED)], "2026-03-02T00:00:00Z")
    records.write([bill(FIRST, GUTTED, summary="About ships at night.")], "2026-03-09T00:00:00Z")
    assert not stale(records)


LETTER = Text(
    id="letter.en", date="2026-04-01", language="en", label="Veto explanation",
    provisions=(Provision(id="1", text="I return this bill."),),
)  # fmt: skip
ANNEX = replace(GUTTED, id="2026-02-01.en.annex", date=AMENDED.date, provisions=GUTTED.provisions[:3])


@pytest.mark.parametrize("paper", [LETTER, ANNEX], ids=["a letter about the bill", "an annex of the same day"])
def test_a_paper_that_is_no_version_of_the_whole_replaces_nothing(records: Records, paper: Text) -> None:
    records.write([bill(FIRST, AMENDED, paper)], "2026-04-02T00:00:00Z")
    told = [change.label for change in records.changes("2026-04-01") if change.what is What.TEXT]
    assert set(told) == {"added"}
    assert not any(change.what is What.NORM for change in records.changes("2026-04-01"))


def test_the_version_after_a_letter_is_compared_with_the_version_before_it(records: Records) -> None:
    records.write([bill(FIRST, LETTER)], "2026-04-02T00:00:00Z")
    final = replace(AMENDED, id="final.en", date="2026-05-01")
    records.write([bill(FIRST, LETTER, final)], "2026-05-02T00:00:00Z")
    (change,) = [change for change in records.changes("2026-05-01") if change.what is What.TEXT]
    assert change.label == "added"

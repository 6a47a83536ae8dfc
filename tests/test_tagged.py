"""Whatever a recorded official file holds is tagged: exact quotes, a reason for each tag, the same bytes again."""

from pathlib import Path

import pytest

from crawlers import facts, imports
from crawlers.sources import watched
from nlp.tag import tag
from tests.shared import CORPUS, needs_corpus
from tests.tagged import unsound, unsteady

FOLDERS = facts.load(Path(__file__).with_name("corpus.yaml"))
SMALL, FEW = (
    150_000,
    3,
)  # bytes of a file, and files of a folder, that are tagged on every change; tests/torture tags all


@needs_corpus
@pytest.mark.corpus
@pytest.mark.long
@pytest.mark.parametrize("folder", FOLDERS)
def test_recorded_files_are_tagged_with_words_that_are_there(folder: str) -> None:
    small = [path for path in imports.files([CORPUS / folder]) if path.stat().st_size <= SMALL]
    outcomes = imports.outcomes(watched().source(FOLDERS[folder]), small[:: max(1, len(small) // FEW)][:FEW])
    tagged = [tag(matter) for outcome in outcomes for matter in outcome.matters]
    assert [fault for matter in tagged for fault in (*unsound(matter), *unsteady(matter))] == []

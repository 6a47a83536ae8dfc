"""Every matter of every recorded official file is tagged, and every tag is held to its words."""

import pytest

from crawlers import imports
from crawlers.sources import watched
from nlp.tag import tag
from tests.shared import CORPUS, needs_corpus
from tests.tagged import unsound
from tests.test_tagged import FOLDERS


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_recorded_file_is_tagged_with_words_that_are_there(folder: str) -> None:
    outcomes = imports.outcomes(watched().source(FOLDERS[folder]), [CORPUS / folder])
    found = (unsound(tag(matter)) for outcome in outcomes for matter in outcome.matters)
    assert [fault for faults in found for fault in faults] == []

"""Every row of the table of formats, read again from all recorded files."""

import pytest

from tests.formats import DOCS, page
from tests.shared import needs_corpus

pytestmark = [pytest.mark.corpus, needs_corpus]


def test_the_whole_table_is_true() -> None:
    assert page().splitlines() == DOCS.read_text(encoding="utf-8").splitlines()

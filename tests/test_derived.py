"""No optional part that a file lacks, empties or writes another way makes a reader stumble, or say what the file does not."""

import pytest

from crawlers.sources import watched
from tests.derived import faults
from tests.test_fixtures import FIXTURES, responses, sources


@pytest.mark.parametrize("id", sources())
def test_files_of_a_source_may_lack_any_part(id: str) -> None:
    source = watched().source(id)
    assert [fault for response in responses(FIXTURES / id) for fault in faults(response, source, most=12)] == []

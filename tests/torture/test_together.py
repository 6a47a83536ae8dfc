"""Two writers and ten readers for a minute."""

from pathlib import Path

import pytest

from tests import services
from tests.together import Stores, embedded, stale, together


def test_a_minute_together_shows_no_error_and_nothing_goes_back(tmp_path: Path) -> None:
    a_minute(embedded(tmp_path))


@pytest.mark.server
def test_a_minute_together_on_servers_shows_no_error_and_nothing_goes_back() -> None:
    with services.postgresql() as records, services.elasticsearch() as search:
        a_minute(Stores(records, search))


def a_minute(stores: Stores) -> None:
    seen = together(stores, 60.0, reads=1_000_000)
    assert seen.ends == [0, 0]
    assert not seen.went_back
    assert seen.answers > 100
    assert stale(stores) == []

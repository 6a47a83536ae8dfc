"""A number leads to a list of as many."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from msgspec.structs import replace

from crawlers.vocabulary import Modality
from dashboard import doors
from dashboard.reads import search_page, search_url
from dashboard.views.trackers.duties import table
from dashboard.words.tongue import tongue
from tests.home import at_home, held
from tests.library import library
from tests.made import law

TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("home")
    with at_home(folder):
        laid = law(id="uk/bill/1", jurisdiction="uk", source="uk-bills")
        freed = tuple(replace(norm, host_duty=False, modality=Modality.EXEMPTION) for norm in laid.norms)
        held(*library(), laid, replace(laid, id="uk/bill/2", norms=freed))
        yield folder


def test_a_cell_of_duties_counts_the_matters_of_its_list() -> None:
    _, rows = table(doors.cards(), tongue("en"))
    cells = [cell for row in rows for cell in row.cells if cell.count]
    assert len(cells) > 3
    for cell in cells:
        state = search_url.asked(parse_qs(urlsplit(cell.href).query))
        assert search_page.asked(state, TODAY).total == cell.count, cell.href

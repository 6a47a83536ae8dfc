"""Who pastes an address, an id or a whole title comes to the matter that it is of."""

from pathlib import Path

import msgspec
import pytest

from index.queries import addresses
from index.search import Search, open_search
from tests.library import TODAY, library
from tests.made import law

CASE = "us/cand/4:31-cv-09906"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    door = open_search(str(tmp_path_factory.mktemp("pasted")))
    act, bill, case, rule, lamps = (
        law(id=id, jurisdiction=id[:2], title=title, title_native="", url=url, identifiers=(), texts=())
        for id, title, url in (
            ("uk/ukpga/2031/9", "Lamps Act 2031", "https://www.legislation.gov.uk/ukpga/2031/9"),
            (
                "us/bill/132/s/9901",
                "Almanac Letters Act",
                "https://www.congress.gov/bill/132nd-congress/senate-bill/9901",
            ),
            (CASE, "Open Shelf, LLC v. Lender", ""),
            ("eu/celex/32031R0007", "Regulation on lamps", ""),
            (
                "de/gii/lampg",
                "Lampengesetz: Gesetz über Lampen (Lesen und Leihen)",
                "https://www.gesetze-im-internet.de/lampg/",
            ),
        )
    )
    door.rebuild([*library(30), act, bill, case, rule, lamps], TODAY, "1")
    return door


@pytest.mark.parametrize(
    ("pasted", "id"),
    [
        ("https://www.legislation.gov.uk/ukpga/2031/9", "uk/ukpga/2031/9"),
        ("legislation.gov.uk/ukpga/2031/9/section/10", "uk/ukpga/2031/9"),
        ("http://www.legislation.gov.uk/id/ukpga/2031/9", "uk/ukpga/2031/9"),
        ("https://www.congress.gov/bill/132nd-congress/senate-bill/9901/text", "us/bill/132/s/9901"),
        ("https://eur-lex.europa.eu/legal-content/DE/TXT/HTML/?uri=CELEX%3A32031R0007&from=EN", "eu/celex/32031R0007"),
        ("http://data.europa.eu/eli/reg/2031/7/oj", "eu/celex/32031R0007"),
        ("https://www.courtlistener.com/docket/990001/open-shelf-llc-v-lender/", CASE),
        ("https://www.gesetze-im-internet.de/lampg/__3.html", "de/gii/lampg"),
        ("see https://www.gesetze-im-internet.de/lampg/.", "de/gii/lampg"),
        ("us/bill/132/s/9901", "us/bill/132/s/9901"),
        ("Lampengesetz: Gesetz über Lampen (Lesen und Leihen)", "de/gii/lampg"),
    ],
)
def test_what_is_pasted_finds_its_matter_alone(search: Search, pasted: str, id: str) -> None:
    assert [hit.matter for hit in search.find(pasted).hits] == [id]


def test_the_address_of_what_is_not_held_finds_nothing(search: Search) -> None:
    assert not search.find("https://www.legislation.gov.uk/ukpga/2030/9").hits


def test_a_matter_is_known_by_its_own_address_and_those_of_its_texts() -> None:
    matter = law()
    known = set(addresses.of(msgspec.structs.replace(matter, aliases=("zz/act/2026/8",))))
    assert {addresses.key(matter.url), "zz act 2026 7", "act 2026 8"} <= known
    assert all(addresses.key(text.url) in known for text in matter.texts if text.url)


def test_a_long_address_is_cut_alike_where_it_is_kept_and_where_it_is_asked_for(tmp_path: Path) -> None:
    long = f"https://example.org/{'lamps/' * 200}"
    door = open_search(str(tmp_path))
    door.rebuild([law(url=long, id="uk/act/1/1", jurisdiction="uk")], TODAY, "1")
    assert door.find(long).total == 1

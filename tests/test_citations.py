"""Places in laws are read as people cite them, and provisions are placed as they are cited."""

import pytest

from index.queries import names
from index.queries.cited_places import cited


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("GDPR article 17", ["17"]),
        ("Art. 16(2)(a) DSA", ["16", "16 2", "16 2 a"]),
        ("§ 44b UrhG", ["44b"]),
        ("§5 DDG", ["5"]),
        ("47 USC 230(c)(1)", ["230", "230 c", "230 c 1"]),
        ("HRA s 6", ["6"]),
        ("Artikel 6 Absatz 1 Buchstabe f DSGVO", ["6", "6 1", "6 1 f"]),
        ("§ 3 Abs. 2 Satz 1", ["3", "3 2", "3 2 1"]),
        ("Article 6, paragraph 1, point (f)", ["6", "6 1", "6 1 f"]),
        ("art. 6, al. 2", ["6", "6 2"]),
        ("art. 5 comma 2 lett. b", ["5", "5 2", "5 2 b"]),
        ("artigo 19, § 1º", ["19", "19 1"]),
        ("section 5 paraguay 3", ["5"]),
        ("considérant 51", ["rec 51"]),
        ("Erwägungsgrund 51 und Artikel 9", ["rec 51", "9"]),
        ("Regulation 2016/679", []),
        ("Regulation (EU) 2022/2065", []),
        ("HB 77", []),
    ],
)
def test_a_cited_place(text: str, places: list[str]) -> None:
    assert [place for one in cited(text) for place in one.places()] == places


@pytest.mark.parametrize(
    ("id", "places"),
    [
        ("art_16/par_2/pnt_a", ("16", "16 2", "16 2 a")),
        ("rec_51", ("rec 51",)),
        ("prt_5", ("prt 5",)),
        ("prt_1/chp_2/sec_230/sub_c", ("230", "230 c")),
        ("sec_13/sec_7/sub_3", ("7", "7 3")),
        ("par_170", ("170",)),
        ("annex_1/pnt_3", ("annex 1", "annex 1 3")),
        ("head", ()),
    ],
)
def test_a_provision_is_placed_by_its_own_number(id: str, places: tuple[str, ...]) -> None:
    assert names.places(id) == places


@pytest.mark.parametrize(
    ("id", "spelled"),
    [
        ("us/bill/119/s/1748", {"s 1748", "s1748"}),
        ("us-va/bill/2026/HB77", {"HB77", "HB 77"}),
        ("eu/celex/62012CJ0131", {"C-131/12"}),
        ("eu/celex/62023TJ0348", {"T-348/23"}),
        ("it/dlgs/2006-152", {"152/2006", "dlgs 152/2006"}),
        ("eu/celex/32016R0679", {"2016/679", "Regulation (EU) 2016/679"}),
    ],
)
def test_a_number_is_found_as_it_is_printed(id: str, spelled: set[str]) -> None:
    assert spelled <= set(names.numbers(id))


def test_a_directive_is_called_so_in_every_language() -> None:
    called = set(names.popular("eu/celex/32019L0790"))
    assert {"DSM Directive", "DSM-Richtlinie", "directive DSM", "direttiva DSM"} <= called

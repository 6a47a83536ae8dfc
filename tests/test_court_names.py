"""A case is also found by the name of its court, which its own words seldom say."""

import pytest

from crawlers.courts.names import court_id, court_name
from crawlers.vocabulary import Kind
from index.queries.names import context
from tests.made import law


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("nysd", "Southern District of New York"),
        ("med", "District of Maine"),
        ("dcd", "District of Columbia"),
        ("txwb", "Western District of Texas Bankruptcy Court"),
        ("ca9", "Court of Appeals for the Ninth Circuit"),
        ("cadc", "Court of Appeals for the District Of Columbia Circuit"),
        ("xxd", ""),
        ("nyfamct", ""),
    ],
)
def test_a_federal_court_has_a_name_by_its_short_id(id: str, name: str) -> None:
    assert court_name(id) == name


def test_the_name_of_a_circuit_leads_back_to_its_id() -> None:
    assert court_id(court_name("ca11")) == "ca11"


def test_only_cases_are_found_by_their_court() -> None:
    case = law(id="us/scotus/31-12", jurisdiction="us", kind=Kind.CASE)
    assert "Supreme Court of the United States" in set(context(case))
    assert "Court of Appeals for the Ninth Circuit" in set(
        context(law(id="us/ca9/31-12", jurisdiction="us", kind=Kind.CASE))
    )
    assert "District of South Carolina" not in set(context(law(id="za/scd/31-12", jurisdiction="za", kind=Kind.CASE)))
    assert not {name for name in context(law(id="us/scotus/31-12")) if "Court" in name}

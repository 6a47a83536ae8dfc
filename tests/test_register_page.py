"""The register of duties as people see it: by state, law and owner, what binds States apart; and verdicts of every profile."""

from collections.abc import Mapping
from datetime import date

import pytest
from msgspec.structs import replace

from crawlers.matter import Matter
from crawlers.vocabulary import Bearer
from dashboard.surroundings import bound
from dashboard.views.register import Asked, table
from dashboard.words.tongue import tongue
from index.binding.profile import profiles
from index.compliance import Done, Row, register
from tests.made import law

TODAY = date(2026, 11, 25)
ONE = law()
OTHER = law(id="zz/act/other", title="Of States", norms=tuple(replace(n, bearer=Bearer.STATE) for n in law().norms))


@pytest.fixture(scope="module")
def laws() -> Mapping[str, Matter]:
    return {each.id: each for each in (ONE, OTHER)}


@pytest.fixture(scope="module")
def rows(laws: Mapping[str, Matter]) -> list[Row]:
    first = register([ONE], {}, TODAY)
    return register(laws.values(), {first[0].key: Done(owner="trust and safety")}, TODAY)


def test_what_binds_states_stands_apart_and_is_not_counted_as_ours(rows: list[Row], laws: Mapping[str, Matter]) -> None:
    assert {row.matter: row.states for row in rows} == {ONE.id: False, OTHER.id: True}
    ours, _, apart = table(rows, laws, Asked(), TODAY, tongue("en")).partition("Through the laws of States</h2>")
    assert f"{OTHER.id}&amp;part=text" in apart
    assert f"{OTHER.id}&amp;part=text" not in ours


def test_the_register_is_asked_by_law_and_by_owner(rows: list[Row]) -> None:
    assert {row.matter for row in Asked(law=OTHER.id).of(rows)} == {OTHER.id}
    assert [row.owner for row in Asked(owner="trust and safety").of(rows)] == ["trust and safety"]
    assert {row.owner for row in Asked(owner="nobody").of(rows)} == {""}
    assert Asked(law=ONE.id).address(owner="nobody").count("=") == 3


def test_a_law_is_judged_for_every_profile() -> None:
    reasons = [one.reason for one in bound(ONE, tongue("en"))]
    assert [reason.partition(".")[0] for reason in reasons] == [each.name for each in profiles().values()]

"""Ids keep to one grammar and survive every place they travel through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers import ids

PART = st.text(alphabet="abzABZ019._:()+-", min_size=1, max_size=12).filter(lambda part: set(part) != {"."})
IDS = st.builds(
    lambda place, parts: "/".join((place, *parts)),
    st.text(alphabet="abz019-", min_size=1, max_size=8),
    st.lists(PART, min_size=1, max_size=4),
)
KNOWN = [
    "eu/celex/32016R0679R(02)",
    "us/mdd/1:25-cv-00322",
    "uk/ukpga/2023/50",
    "us-ne/bill/109/LB383",
    "de/gii/netzdg",
]


@pytest.mark.parametrize("id", KNOWN)
def test_the_series_in_use_are_within_the_grammar(id: str) -> None:
    assert ids.require(id) == id


@pytest.mark.parametrize("id", ["", "eu", "EU/celex/1", "eu/a b", "eu//1", "eu/../x", "eu/.", "/eu/1", "eu/1/", "eu/é"])
def test_what_is_outside_the_grammar_is_refused_with_the_rule(id: str) -> None:
    with pytest.raises(ids.BadId, match="write jurisdiction/series/number"):
        ids.require(id)


@given(IDS)
def test_a_file_name_is_one_name(id: str) -> None:
    name = ids.to_file(id)
    assert "/" not in name
    assert ":" not in name


@given(IDS, IDS)
def test_two_ids_never_share_a_file_name(one: str, other: str) -> None:
    assert (ids.to_file(one) == ids.to_file(other)) == (one == other)


@given(IDS)
def test_a_query_value_gives_the_id_back(id: str) -> None:
    from urllib.parse import parse_qs

    assert parse_qs(f"id={ids.to_query(id)}")["id"] == [id]


@given(st.text(max_size=40))
def test_words_become_a_part_of_an_id_or_are_refused(words: str) -> None:
    try:
        part = ids.part(words)
    except ids.BadId:
        return
    assert ids.valid(f"zz/{part}")

"""The address of a search: one state, one address, and back."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.reads import search_url
from dashboard.reads.search_url import FIELDS, SORTS, State
from index.query import read

values = st.text("abcdefghijklmnopqrstuvwxyz_-0123456789 äß", min_size=1, max_size=20)
states = st.builds(
    lambda q, filters, sort, after: search_url.state(
        search_url.pairs(State(q=q.strip(), filters=tuple(filters), sort=sort, after=after))
    ),
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(FIELDS), values), max_size=6),
    st.sampled_from(SORTS),
    st.sampled_from(["", "1", "20260101000001"]),
)


@given(states)
def test_a_state_comes_back_from_its_address(state: State) -> None:
    assert search_url.read(search_url.write(state)) == state


@given(states)
def test_the_same_state_has_one_address(state: State) -> None:
    assert search_url.write(search_url.read(search_url.write(state))) == search_url.write(state)


@given(st.text(max_size=200))
def test_no_address_is_too_odd_to_read(address: str) -> None:
    assert isinstance(search_url.read(f"/search?{address}"), State)


def test_a_filter_twice_toggled_is_gone() -> None:
    state = search_url.toggled(State(q="age"), "duty", "age_assurance")
    assert search_url.toggled(state, "duty", "age_assurance") == State(q="age")


def test_filters_of_one_field_are_alternatives_and_of_two_fields_conditions() -> None:
    state = State(q="age", filters=(("jurisdiction", "uk"), ("jurisdiction", "us"), ("kind", "bill")))
    assert search_url.query(state) == "age (jurisdiction:uk OR jurisdiction:us) kind:bill"
    read(search_url.query(state))


def test_the_words_keep_their_place_so_that_an_error_points_into_them() -> None:
    assert search_url.query(State(q="a (b", filters=(("kind", "bill"),))).startswith("a (b ")

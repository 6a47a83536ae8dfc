"""Of any facts in any order: said twice they are no news, they end in one state, and what was known on a day stays."""

import hashlib
import tempfile
from collections.abc import Sequence
from datetime import date
from functools import reduce
from itertools import pairwise
from random import Random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.joining.merge import merge
from crawlers.matter import Event, Matter, Provision, Text, to_json
from crawlers.vocabulary import EventKind, Status
from index import intake
from index.differences.matters import derive
from index.records import Records, open_records
from tests.library import library

replace = msgspec.structs.replace
BARE = replace(library(1)[0], texts=(), events=(), norms=(), topics=(), relevance=None, status=Status.UNKNOWN)
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 31)).map(date.isoformat)
WORDS = st.sampled_from(["A host removes an item within 24 hours.", "A host keeps a list.", "Nobody is bound."])


def texts(day: str, language: str, words: str) -> Text:
    return Text(id=f"{day}.{language}", date=day, language=language, provisions=(Provision(id="art_1", text=words),))


PARTS = st.one_of(
    st.builds(lambda status, day: replace(BARE, status=status, status_as_of=day), st.sampled_from(Status), DAYS),
    st.builds(
        lambda kind, day, label: replace(BARE, events=(Event(date=day, kind=kind, label=label),)),
        st.sampled_from(EventKind),
        DAYS,
        st.sampled_from(["", "first", "second"]),
    ),
    st.builds(lambda *said: replace(BARE, texts=(texts(*said),)), DAYS, st.sampled_from(["en", "de"]), WORDS),
    st.builds(lambda summary: replace(BARE, summary=summary), st.text(max_size=9)),
)
# each from a response of its own: of one response read twice, the later reading stands, whatever its day
FACTS = st.lists(PARTS, min_size=1, max_size=4).map(lambda facts: [_read_from(fact) for fact in facts])


def _read_from(fact: Matter) -> Matter:
    return replace(fact, snapshot=hashlib.sha256(to_json(fact)).hexdigest())


def kept(records: Records, facts: Sequence[Matter]) -> Matter:
    for day, fact in enumerate(facts, 1):
        intake.take(records, [fact], f"2026-01-0{day}T00:00:00Z")
    found = records.get(BARE.id)
    assert found is not None
    return found


@given(FACTS)
def test_the_same_state_twice_is_no_change(facts: list[Matter]) -> None:
    state = reduce(merge, facts)
    assert derive(state, state, "2026-02-01T00:00:00Z") == []


@settings(max_examples=12, deadline=None)
@given(FACTS)
def test_the_same_facts_again_are_no_news(facts: list[Matter]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        records = open_records(f"sqlite:///{folder}/records.db")
        kept(records, facts)
        again = intake.take(records, facts, "2026-02-01T00:00:00Z")
        assert (again.new, again.changed) == (0, 0)
        assert records.changes("2026-02-01") == []
        records.engine.dispose()


@settings(max_examples=12, deadline=None)
@given(FACTS, st.randoms())
def test_any_order_of_the_same_facts_ends_in_the_same_state(facts: list[Matter], chance: Random) -> None:
    other = list(facts)
    chance.shuffle(other)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        doors = [open_records(f"sqlite:///{folder}/records.db") for folder in (one, two)]
        assert kept(doors[0], facts) == kept(doors[1], other)
        for door in doors:
            door.engine.dispose()


@settings(max_examples=12, deadline=None)
@given(FACTS)
def test_what_was_known_grows_and_no_day_of_it_changes(facts: list[Matter]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        records = open_records(f"sqlite:///{folder}/records.db")
        known: dict[str, Matter | None] = {}
        for day, fact in enumerate(facts, 1):
            intake.take(records, [fact], f"2026-01-0{day}T00:00:00Z")
            known[f"2026-01-0{day}"] = records.get(BARE.id)
            assert {day: records.get(BARE.id, day) for day in known} == known
        held = [len(state.events) + len(state.texts) for state in known.values() if state]
        assert all(fewer <= more for fewer, more in pairwise(held))
        told = [len(records.changes("", until=f"{day}T23:59:59Z")) for day in known]
        assert told == sorted(told)
        records.engine.dispose()

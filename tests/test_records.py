"""Records forget nothing, tell what changed, and give back any day."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event as Signal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawlers.matter import Deadline, Event, Matter, Provision, Text
from crawlers.vocabulary import Duty, EventKind, Status
from index import intake
from index.changes import Change, Sort, What
from index.differences.laws import Label
from index.differences.matters import derive
from index.differences.versions import How, compare
from index.records import Records, open_records
from tests.library import library, norm

replace = msgspec.structs.replace


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return open_records(f"sqlite:///{tmp_path / 'records.db'}")


def test_write_twice_changes_nothing(records: Records) -> None:
    matters = library(30)
    assert records.write(matters, "2026-01-01T00:00:00Z")[:3] == (30, 0, 0)
    assert records.write(matters, "2026-01-02T00:00:00Z")[:3] == (0, 0, 30)
    assert len(records.changes("2026-01-01")) == 30
    assert not records.changes("2026-01-02")


def test_any_day_is_given_back_exactly(records: Records) -> None:
    first, *others = library(5)
    second = replace(first, status=Status.LAPSED, title="Another title")
    records.write([first, *others], "2026-01-01T10:00:00Z")
    records.write([second], "2026-01-05T10:00:00Z")
    assert records.get(first.id) == second
    assert records.get(first.id, "2026-01-04") == first
    assert records.get(first.id, "2026-01-05T09:59:59Z") == first
    assert records.get(first.id, "2025-12-31") is None
    assert sorted(records.matters(as_of="2026-01-03"), key=lambda one: one.id) == sorted(
        [first, *others], key=lambda one: one.id
    )


def test_each_fact_names_the_reading_that_gave_it_and_what_it_replaced(records: Records) -> None:
    one = replace(library(1)[0], source="uk-bills", snapshot="a" * 64, parser="uk_bills 1", norms=(), summary="Old.")
    intake.take(records, [one], "2026-01-01T00:00:00Z")
    later = replace(one, summary="Another.", snapshot="b" * 64, parser="uk_bills 2")
    intake.take(records, [later], "2026-01-02T00:00:00Z", frozenset({"a" * 64}))
    held = records.get(one.id)
    assert held is not None
    found = {origin.field: origin for origin in records.origins(held)}
    assert (found["title"].snapshot, found["title"].learned) == ("a" * 64, "2026-01-01T00:00:00Z")
    assert (found["summary"].snapshot, found["summary"].parser) == ("b" * 64, "uk_bills 2")
    assert found["summary"].instead == ("Old.", "uk-bills")


def test_origins_of_a_past_day_are_those_of_then(records: Records) -> None:
    one = replace(library(1)[0], snapshot="a" * 64, summary="Old.")
    intake.take(records, [one], "2026-01-01T00:00:00Z")
    intake.take(
        records, [replace(one, summary="Another.", snapshot="b" * 64)], "2026-01-02T00:00:00Z", frozenset({"a" * 64})
    )
    before = records.get(one.id, "2026-01-01")
    assert before is not None
    found = {origin.field: origin.snapshot for origin in records.origins(before, "2026-01-01")}
    assert found["summary"] == "a" * 64


def test_an_official_fact_says_whose_word_it_overrode(records: Records) -> None:
    one = replace(library(1)[0], source="uk-bills", snapshot="a" * 64, title="The Reading Act")
    intake.take(records, [replace(one, source="manual", title="A reading act", snapshot="")], "2026-01-01T00:00:00Z")
    intake.take(records, [one], "2026-01-02T00:00:00Z")
    held = records.get(one.id)
    assert held is not None
    (title,) = [origin for origin in records.origins(held) if origin.field == "title"]
    assert (title.source, title.instead) == ("uk-bills", ("A reading act", "manual"))


def test_what_is_written_later_was_not_known_before(records: Records) -> None:
    one, other = library(2)
    records.write([one], "2026-03-05T08:00:00Z")
    records.write([other, replace(one, title="Later")], "2026-03-01T08:00:00Z")
    assert list(records.matters(as_of="2026-03-04")) == []
    assert [learned for _, learned in records.history(other.id)] == ["2026-03-05T08:00:00Z"]
    assert {change.learned for change in records.changes("")} == {"2026-03-05T08:00:00Z"}


def test_nothing_that_is_being_written_falls_between_two_digests(records: Records) -> None:
    began, goes_on = Signal(), Signal()

    def slowly() -> Iterator[Matter]:
        began.set()
        goes_on.wait()
        yield library(1)[0]

    with ThreadPoolExecutor(2) as pool:
        writer = pool.submit(records.write, slowly())
        began.wait()
        asker = pool.submit(records.settled)
        assert not asker.done()
        goes_on.set()
        until = asker.result()
        writer.result()
    records.write([replace(library(1)[0], title="Later")])
    first, second = records.changes("")
    assert first.learned <= until <= second.learned


def test_an_alias_leads_to_its_matter(records: Records) -> None:
    one = library(1)[0]
    records.write([replace(one, id="uk/bill/provisional/9", provisional=True)], "2026-01-01T00:00:00Z")
    intake.take(records, [replace(one, aliases=("uk/bill/provisional/9",))], "2026-01-02T00:00:00Z")
    found = records.get("uk/bill/provisional/9")
    assert found is not None
    assert found.id == one.id
    assert [card.id for card in records.cards()] == [one.id]
    assert records.get("uk/bill/provisional/9", "2026-01-01") is not None


def test_a_removed_matter_stays_readable_as_of_then(records: Records) -> None:
    one = library(1)[0]
    records.write([one], "2026-01-01T00:00:00Z")
    assert records.remove([one.id], "2026-01-03T00:00:00Z") == 1
    assert records.get(one.id) is None
    assert records.get(one.id, "2026-01-02") == one
    assert records.after(0) == ([], [one.id])


def test_cards_are_light(records: Records) -> None:
    records.write(library(20))
    assert all(not text.provisions for card in records.cards() for text in card.texts)
    assert {card.jurisdiction for card in records.cards("de")} == {"de"}


def test_words_are_stored_once(records: Records) -> None:
    one = library(1)[0]
    records.write([replace(one, status=status) for status in (Status.PASSED,)])
    records.write([replace(one, status=Status.ENACTED)])
    with records.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM text").scalar() == 1


def test_import_again_in_any_order_is_the_same(tmp_path: Path) -> None:
    matters = library(40)
    states = []
    for name, order in (("a", matters), ("b", matters[::-1])):
        held = open_records(f"sqlite:///{tmp_path / name}.db")
        intake.take(held, order, "2026-01-01T00:00:00Z")
        assert intake.take(held, order, "2026-01-02T00:00:00Z")[:2] == (0, 0)
        states.append(list(held.matters()))
    assert states[0] == states[1]


def law(words: str, hours: str) -> Matter:
    """An act that has its duty to remove within so many hours."""
    provision = Provision(id="art_3", number="Article 3", text=words)
    text = Text(id=f"{hours}.en", date=f"2026-01-{hours}", language="en", provisions=(provision,))
    duty = replace(
        norm(text.id, provision),
        deadline=Deadline(text=f"{int(hours)} hours", start=0, end=1, duration=f"PT{int(hours)}H"),
    )
    return replace(library(1)[0], texts=(text,), norms=(duty,))


def both(before: Matter, after: Matter) -> Matter:
    return replace(after, texts=(*before.texts, *after.texts), norms=(*before.norms, *after.norms))


def test_5_24_hours_become_3_is_one_change_in_law() -> None:
    before = law("A host removes an item within 24 hours.", "24")
    after = both(before, law("A host removes an item within 3 hours.", "03"))
    older, newer = replace(before.texts[0], date="2025-01-01"), after.texts[1]
    before = replace(before, texts=(older,))
    after = replace(after, texts=(older, newer))
    found = [change for change in derive(before, after, "2026-02-01T00:00:00Z") if change.what is What.NORM]
    assert [(change.label, change.was, change.now) for change in found] == [(Label.SHORTER, "24 hours", "3 hours")]
    assert [change.norm.after.duty for change in found if change.norm and change.norm.after] == [Duty.REMOVAL_TIMEFRAME]


def test_another_tagger_is_no_other_law() -> None:
    before = law("A host removes an item within 24 hours.", "24")
    assert derive(before, replace(before, norms=()), "2026-02-01T00:00:00Z") == []


def test_a_clean_up_is_clerical_throughout() -> None:
    before = replace(library(1)[0], parser="made/1", snapshot="ab")
    after = replace(before, parser="made/2", title="Wholly other", status=Status.LAPSED)
    assert {change.sort for change in derive(before, after, "2026-02-01T00:00:00Z")} == {Sort.CLERICAL}


def event_change(old: Event, new: Event) -> Change:
    one = library(1)[0]
    found = derive(replace(one, events=(old,)), replace(one, events=(new,)), "2026-02-01T00:00:00Z")
    assert len(found) == 1
    return found[0]


def test_dates_move_are_called_off_or_were_wrong() -> None:
    hearing = Event(date="2026-03-01", kind=EventKind.HEARING, label="Hearing")
    past = replace(hearing, date="2026-01-01")
    assert event_change(hearing, replace(hearing, date="2026-03-09")).label == "moved"
    assert event_change(hearing, replace(hearing, cancelled=True)).label == "cancelled"
    assert event_change(past, replace(past, date="2026-01-02")).sort is Sort.CORRECTION
    assert event_change(hearing, replace(hearing, label="Public hearing")).sort is Sort.CLERICAL


def test_moved_and_renumbered_provisions_are_recognised() -> None:
    old = Text(
        id="a",
        provisions=(
            Provision(id="art_1", text="This Act is about the lending of books to everybody."),
            Provision(id="art_2", text="A library keeps a catalogue which anybody may read."),
            Provision(id="art_3", text="The minister may set a fee for late returns of books."),
        ),
    )
    new = Text(
        id="b",
        provisions=(
            Provision(id="art_1", text="This Act is about the lending of books to everybody."),
            Provision(id="art_2", text="New words that were not there at all before today."),
            Provision(id="art_3", text="A library keeps a catalogue which anybody may read."),
        ),
    )
    found = [
        (pair.how, pair.after.id if pair.after else pair.before.id if pair.before else "") for pair in compare(old, new)
    ]
    assert found == [(How.SAME, "art_1"), (How.ADDED, "art_2"), (How.MOVED, "art_3"), (How.DROPPED, "art_3")]


STATES = st.lists(
    st.sampled_from([Status.PROPOSED, Status.PASSED, Status.ENACTED, Status.REPEALED]), min_size=1, max_size=5
)


@settings(max_examples=15, deadline=None)
@given(STATES)
def test_what_was_known_on_a_day_never_changes(states: list[Status]) -> None:
    import tempfile

    one = library(1)[0]
    with tempfile.TemporaryDirectory() as folder:
        held = open_records(f"sqlite:///{folder}/records.db")
        known: dict[str, Matter | None] = {}
        for number, status in enumerate(states, 1):
            held.write([replace(one, status=status)], f"2026-01-0{number}T12:00:00Z")
            known[f"2026-01-0{number}"] = held.get(one.id)
            assert all(held.get(one.id, day) == then for day, then in known.items())
        held.engine.dispose()


def test_newer_records_are_refused_with_one_sentence(tmp_path: Path) -> None:
    from index.store.database import NoRecords

    url = f"sqlite:///{tmp_path / 'records.db'}"
    held = open_records(url)
    with held.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NoRecords, match="newer Amicus"):
        open_records(url)

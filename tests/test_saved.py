"""Saved searches find what a batch holds; private words stay in their own file."""

from pathlib import Path

import msgspec
import pytest

from index import saved
from index.lenses import lenses
from index.private import Leaf, Private
from index.query import BadQuery, read
from index.records import Records, open_records
from index.search import open_search
from tests.library import TODAY, library

replace = msgspec.structs.replace
SINCE = "2026-02-01T00:00:00Z"


@pytest.fixture
def records(tmp_path: Path) -> Records:
    held = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    held.write(library(24), "2026-01-01T00:00:00Z")
    return held


@pytest.fixture
def private(tmp_path: Path) -> Private:
    return Private(tmp_path / "private.db")


def test_8_a_matter_amended_into_scope_is_found(records: Records) -> None:
    one = library(1)[0]
    assert saved.matching(records.some([one.id]), [read("unicorn")], TODAY) == [set()]
    provision = replace(one.texts[0].provisions[0], text="Every host keeps a unicorn.")
    text = replace(one.texts[0], id="later", date="2026-01-31", provisions=(provision,))
    records.write([replace(one, texts=(*one.texts, text))], "2026-02-03T00:00:00Z")
    assert saved.matching(records.some([one.id]), [read("unicorn")], TODAY) == [{one.id}]


@pytest.mark.parametrize("query", ["/unicorn/", "source:unicorn", "-source:uk-bils"])
def test_a_query_that_no_engine_runs_is_refused_when_it_is_saved(private: Private, tmp_path: Path, query: str) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild([], TODAY)
    with pytest.raises(BadQuery):
        saved.save(private, door, "Bad", query, SINCE)
    assert saved.listed(private) == []


@pytest.mark.parametrize(
    ("source", "said"),
    [("nope", "the page Sources and `amicus sources` list them all"), ("us-bils", "write one of us-bills")],
)
def test_a_source_that_there_is_none_of_names_near_ones_or_where_all_are(
    tmp_path: Path, source: str, said: str
) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild([], TODAY)
    with pytest.raises(BadQuery, match="there is no source") as refused:
        door.find(f"lawn source:{source}")
    assert said in str(refused.value)
    assert refused.value.position == len("lawn source:")


def test_a_source_that_is_watched_no_more_can_be_asked_and_saved_while_something_of_it_is_held(
    private: Private, tmp_path: Path
) -> None:
    deleted = replace(library(1)[0], source="uk-deleted")
    door = open_search(str(tmp_path / "search"))
    door.rebuild([deleted], TODAY)
    assert [hit.matter for hit in door.find("source:uk-deleted").hits] == [deleted.id]
    saved.save(private, door, "Deleted", "source:UK-Deleted remove", SINCE)
    door.update([], TODAY, gone=[deleted.id])
    with pytest.raises(BadQuery, match="there is no source"):
        door.matters("source:uk-deleted")
    (kept,) = saved.listed(private)
    assert saved.matching([deleted], [kept.asked], TODAY) == [{deleted.id}]


def test_a_preview_shows_volume_before_saving(records: Records, tmp_path: Path) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild(records.matters(), TODAY, "1")
    shown = saved.preview(records, door, read("remove"), TODAY.replace(month=2))
    assert shown.matters == len({change.matter for change in shown.changes}) > 0


def test_matching_a_batch_is_what_search_finds(records: Records, tmp_path: Path) -> None:
    door = open_search(str(tmp_path / "search"))
    door.rebuild(records.matters(), TODAY, "1")
    asked = [
        *("remove", '"transparency report"', "kind:bill", "duty:removal_timeframe", "NOT remove", "libr*"),
        *(
            '"report transparency"~3 kind:act',
            "remve~1",
            "(remove OR entfernen) -kind:case",
            "date:[2015-03 TO 2016-02]",
        ),
        *("person:reed jurisdiction:(uk OR fr)", "Löschpflicht", "L-4", "remove^3 relevance:[0 TO 1]", "*"),
    ]
    matched = saved.matching(records.matters(), [read(query) for query in asked], TODAY)
    for query, matters in zip(asked, matched, strict=True):
        assert matters == {hit.matter for hit in door.find(query, 100).hits}, query


def test_a_batch_of_any_size_is_matched(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [read("remove"), read("kind:act"), read('"24 hours"')]
    whole = saved.matching(records.matters(), asked, TODAY)
    monkeypatch.setattr(saved, "BATCH", 7)
    assert saved.matching(records.matters(), asked, TODAY) == whole
    assert saved.matching([], asked, TODAY) == [set(), set(), set()]


def test_private_words_are_for_their_owner_alone(private: Private) -> None:
    private.keep(Leaf(shelf="note", name="uk/bill/0/L-0", body="we will oppose", owner="ada"))
    assert private.path.stat().st_mode & 0o777 == 0o600
    assert private.read("note", "uk/bill/0/L-0", "bo") is None
    assert [leaf.body for leaf in private.shelf("note", "ada")] == ["we will oppose"]
    private.drop("note", "uk/bill/0/L-0", "ada")
    assert private.every() == []


def test_ten_lenses_can_be_asked() -> None:
    assert len(lenses()) == 10
    assert all(lens.asked().root and len(lens.about) > 150 for lens in lenses())

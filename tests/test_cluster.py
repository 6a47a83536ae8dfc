"""A cluster behind TLS that wants to know who asks; one that is stopped and comes back; scope over both engines."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import msgspec
import pytest

from crawlers.matter import Matter
from index import intake, saved
from index.engines.elastic_filling import of_summaries
from index.engines.engine import Busy, NoEngine
from index.private import Private
from index.query import BadQuery, read
from index.records import open_records
from index.search import open_search
from tests import services
from tests.library import TODAY, library
from tests.tls import proxy

pytestmark = pytest.mark.server
replace = msgspec.structs.replace


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with services.elasticsearch() as address:
        yield address


@pytest.mark.parametrize(
    ("key", "wanted"), [("c2VjcmV0", "ApiKey c2VjcmV0"), ("elastic:secret", "Basic ZWxhc3RpYzpzZWNyZXQ=")]
)
def test_a_cluster_is_asked_over_tls_with_our_key_and_its_certificate(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str, wanted: str
) -> None:
    with proxy(url, tmp_path, wanted) as guarded:
        monkeypatch.setenv("AMICUS_SEARCH_KEY", key)
        monkeypatch.setenv("AMICUS_SEARCH_CA", guarded.ca)
        door = open_search(guarded.url)
        door.rebuild(library(20), TODAY, "1")
        assert door.find("kind:(bill OR act OR case)").total == 20
        assert set(guarded.asked) == {wanted}


def test_a_wrong_key_and_an_unknown_certificate_are_one_sentence(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with proxy(url, tmp_path, "ApiKey right") as guarded:
        monkeypatch.setenv("AMICUS_SEARCH_KEY", "wrong")
        with pytest.raises(NoEngine, match="does not answer"):
            open_search(guarded.url).find("anything")
        monkeypatch.setenv("AMICUS_SEARCH_CA", guarded.ca)
        with pytest.raises(NoEngine, match=r"refused .401"):
            open_search(guarded.url).find("anything")


def test_8_a_bill_amended_into_scope_is_told_and_found_on_both_engines(url: str, tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    records.write(library(20), "2026-01-01T00:00:00Z")
    doors = [open_search(str(tmp_path / "search")), open_search(url)]
    for door in doors:
        intake.rebuild(records, door, TODAY)
        assert door.find("unicorn AND keeps").total == 0
    one = library(1)[0]
    provision = replace(one.texts[0].provisions[0], text="Every host keeps a unicorn.")
    later = replace(one.texts[0], id="later", date="2026-01-31", provisions=(provision,))
    records.write([replace(one, texts=(*one.texts, later))], "2026-02-03T00:00:00Z")
    assert saved.matching(records.some([one.id]), [read("unicorn AND keeps")], TODAY) == [{one.id}]
    for door in doors:
        intake.follow(records, door, TODAY)
        assert [hit.matter for hit in door.find("unicorn AND keeps").hits] == [one.id]


@pytest.mark.parametrize(
    "query", ["/unicorn/", "uni*corn", "?nicorn", "kind:unicorn", "date:[x TO 2024]", '"open', "source:unicorn"]
)
def test_9_what_one_engine_cannot_run_is_refused_on_both_when_it_is_saved(url: str, tmp_path: Path, query: str) -> None:
    for door in (open_search(str(tmp_path / "search")), open_search(url)):
        door.rebuild([], TODAY)
        with pytest.raises(BadQuery):
            saved.save(Private(tmp_path / "private.db"), door, "Bad", query, "2026-01-01T00:00:00Z")
        with pytest.raises(BadQuery):
            door.find(query)


def test_two_processes_that_fill_an_index_at_once_take_turns_and_leave_one_that_is_whole(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a worker and a dashboard do that start together behind a new version."""
    address = f"sqlite:///{tmp_path / 'records.db'}"
    records, other = open_records(address), open_records(address)
    records.write(library(20), "2026-01-01T00:00:00Z")
    before = records.matters

    def read() -> Iterator[Matter]:
        for number, matter in enumerate(before()):
            if number == 10:
                with pytest.raises(Busy, match="another process fills the search index"):
                    intake.rebuild(other, open_search(url), TODAY)
            yield matter

    monkeypatch.setattr(records, "matters", read)
    intake.rebuild(records, open_search(url), TODAY)
    assert open_search(url).find("").total == 20
    assert intake.follow(other, open_search(url), TODAY) == 0


@pytest.mark.parametrize("index", [str, of_summaries])
def test_an_index_that_somebody_deleted_is_filled_anew_by_whoever_asks_or_writes(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, index: Callable[[str], str]
) -> None:
    """That of the passages, or that of the summaries beside it."""
    for name, value in (("AMICUS_HOME", str(tmp_path)), ("AMICUS_SEARCH", url)):
        monkeypatch.setenv(name, value)
    open_records().write(library(10), "2026-05-01T00:00:00Z")
    door = intake.ready(TODAY)
    intake.rebuild(open_records(), door, TODAY)
    with httpx.Client(base_url=url) as cluster:
        for ask in (lambda: door.find("remove"), lambda: intake.follow(open_records(), door, TODAY)):
            (held,) = cluster.get("/_alias/amicus").json()
            cluster.delete(f"/{index(held)}").raise_for_status()
            ask()
            assert door.find("").total == 10


def test_summaries_are_one_segment_and_go_with_their_passages(url: str) -> None:
    door = open_search(url)
    for number in range(3):
        door.rebuild(library(20 + number), TODAY, "1")
        door.update(library(50)[40 + number :], TODAY, "2")
    door.engine.fresh().close()
    door.rebuild(library(30), TODAY, "3")
    with httpx.Client(base_url=url) as cluster:
        (held,) = cluster.get("/_alias/amicus").json()
        names = cluster.get("/_cat/indices/amicus-*?h=index").text.split()
        assert len(names) == 4
        assert {held, of_summaries(held)} < set(names)
        assert len(cluster.get(f"/_cat/segments/{of_summaries(held)}?h=segment").text.split()) == 1


def test_a_cluster_that_stops_is_one_sentence_and_an_empty_one_in_its_place_is_filled(tmp_path: Path) -> None:
    records = open_records(f"sqlite:///{tmp_path / 'records.db'}")
    records.write(library(20), "2026-01-01T00:00:00Z")
    with services.elasticsearch() as address:
        door = open_search(address)
        intake.follow(records, door, TODAY)
    records.write(library(30), "2026-01-02T00:00:00Z")
    with pytest.raises(NoEngine, match="does not answer"):
        intake.follow(records, door, TODAY)
    with services.elasticsearch() as address:
        again = open_search(address)
        intake.follow(records, again, TODAY)
        assert again.find("").total == 30

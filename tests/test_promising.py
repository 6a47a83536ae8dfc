"""The first answers among very many are the same whether all are weighed or only those that have something rare."""

from itertools import product

import pytest

from index import query
from index.engines import promising
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.promising import Frequencies
from index.queries.meaning import understand
from index.queries.plan import Best, Every, Fixed, Row, Term, Weight
from index.search import open_search
from index.unit import HEAD
from tests.library import TODAY, library

ASKED = (
    "remove",
    "hosting",
    "archive",
    "report",
    "publish",
    "year",
    "hours",
    "Anbieter",
    "contenido",
    "kind:act remove",
)


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedSnapshot:
    """With deleted units, which count in scores."""
    door = open_search(str(tmp_path_factory.mktemp("search")))
    matters = library(400)
    door.rebuild(matters, TODAY, "1")
    door.update(matters[:60], TODAY, "2", gone=[matter.id for matter in matters[60:100]])
    found = door.engine.snapshot()
    assert isinstance(found, EmbeddedSnapshot)
    return found


def test_the_first_answers_stay_the_same(snapshot: EmbeddedSnapshot, monkeypatch: pytest.MonkeyPatch) -> None:
    spared = 0
    for text in ASKED:
        ask = understand(query.read(text)).ask()
        for limit in (1, 5, 20):
            monkeypatch.setattr(promising, "FEW", 1 << 40)
            plainly = snapshot.best(ask, limit)
            monkeypatch.setattr(promising, "FEW", 0)
            assert snapshot.best(ask, limit) == plainly, text
            told = Frequencies(snapshot.searcher.doc_freq).promising(ask)
            spared += any(plainly[-1].score > one.others for one in told)
    assert spared


def test_the_embedded_engine_passes_over_what_it_can_where_a_third_as_many_answer(
    snapshot: EmbeddedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = understand(query.read("remove")).ask()
    units = Frequencies(snapshot.searcher.doc_freq).of(ask)
    monkeypatch.setattr(promising, "FEW", 2 * units)
    spared = snapshot.page(ask, 20)
    monkeypatch.setattr(promising, "FEW", 3 * units)
    assert snapshot.page(ask, 20) == spared
    assert not snapshot._promising(ask)
    monkeypatch.setattr(promising, "FEW", 2 * units)
    assert snapshot._promising(ask)


def test_a_page_tells_how_many_units_answer_whether_all_were_read_or_few(
    snapshot: EmbeddedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, few in product(ASKED, (0, 1 << 40)):
        monkeypatch.setattr(promising, "FEW", few)
        ask = understand(query.read(text)).ask()
        found = snapshot.page(ask, 5)
        assert found.hits == snapshot.best(ask, 5)
        assert found.units == snapshot.listed(ask).units > 0, text


def test_heads_are_read_before_all_that_has_something_rare() -> None:
    """Nothing that a frequent word adds below a title outdoes a head that has it."""
    held = {("kind", "act"): 1_000_000, ("words", "law"): 300_000, ("also", "law"): 30_000, ("place", HEAD): 20_000}
    titles = Weight(Row("also", ("law",)), 0.5)
    ask = Every((Best((Row("words", ("law",)), titles)),), better=(Fixed(Term("place", HEAD), 10.0),))
    few, more = Frequencies(lambda field, value: held.get((field, value), 0)).promising(ask)
    assert titles not in few.ask.must[0].parts  # type: ignore[attr-defined]
    assert titles in more.ask.must[0].parts  # type: ignore[attr-defined]
    assert more.others < few.others < 10


def test_deleted_units_count_in_how_rare_a_word_is(snapshot: EmbeddedSnapshot) -> None:
    assert Frequencies(snapshot.searcher.doc_freq).units > snapshot.searcher.num_docs


def test_no_unit_scores_more_than_its_words_can(snapshot: EmbeddedSnapshot) -> None:
    known = Frequencies(snapshot.searcher.doc_freq)
    for word in ("remov", "host", "archiv", "articl"):
        ask = Every((Row("words", (word,)),))
        hits = snapshot.best(ask, 1)
        assert hits
        assert hits[0].score < known.ceiling(ask) * promising.WORTHIEST

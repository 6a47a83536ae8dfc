"""The first answers among very many are the same whether all are weighed or only those that have something rare."""

import pytest

from index import query
from index.engines import promising
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.promising import Frequencies
from index.queries.meaning import understand
from index.queries.plan import Every, Row
from index.search import open_search
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
            spared += told is not None and plainly[-1].score > told.others
    assert spared


def test_deleted_units_count_in_how_rare_a_word_is(snapshot: EmbeddedSnapshot) -> None:
    assert Frequencies(snapshot.searcher.doc_freq).units > snapshot.searcher.num_docs


def test_no_unit_scores_more_than_its_words_can(snapshot: EmbeddedSnapshot) -> None:
    known = Frequencies(snapshot.searcher.doc_freq)
    for word in ("remov", "host", "archiv", "articl"):
        ask = Every((Row("words", (word,)),))
        hits = snapshot.best(ask, 1)
        assert hits
        assert hits[0].score < known.ceiling(ask) * promising.WORTHIEST

"""What no unit has is not asked for, and the answer is the same."""

import pytest

from index import query
from index.engines.embedded_asks import translate
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.pruned import pruned
from index.queries.meaning import understand
from index.queries.plan import Best, Every, Nothing, Row, Some, Term, Terms, Weight
from index.search import open_search
from tests.library import TODAY, library

HELD = {("words", "law"), ("words", "act"), ("language", "en"), ("jurisdiction", "uk")}
LAW, NONE = Row("words", ("law",)), Row("words", ("lex",))


def held(field: str, value: str) -> int:
    return int((field, value) in HELD)


def test_what_nobody_has_goes_and_what_needs_it_goes_with_it() -> None:
    latin = Every((NONE,), only=(Terms("language", ("en",)),))
    greek = Every((LAW,), only=(Terms("language", ("el", "en")),))
    asked = Every((Best((LAW, Weight(NONE, 0.5), latin, greek)),), without=(Terms("jurisdiction", ("zz",)),))
    found = pruned(asked, held)
    assert found == Every((Best((LAW, Every((LAW,), only=(Terms("language", ("en",)),)))),))
    assert pruned(Some((NONE, Term("words", "lex"))), held) == Nothing()
    assert pruned(Row("words", ("law", "lex")), held) == Nothing()
    assert pruned(Every((LAW,), only=(Terms("language", ("el",)),)), held) == Nothing()


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedSnapshot:
    door = open_search(str(tmp_path_factory.mktemp("search")))
    door.rebuild(library(200), TODAY, "1")
    found = door.engine.snapshot()
    assert isinstance(found, EmbeddedSnapshot)
    return found


@pytest.mark.parametrize(
    "text", ["remove", "Löschpflicht", "reuse", "copyright", "hébergeur -jurisdiction:de", "remove NOT unicorns"]
)
def test_the_same_units_answer_with_the_same_scores(snapshot: EmbeddedSnapshot, text: str) -> None:
    asked = understand(query.read(text)).ask()
    spared = pruned(asked, snapshot.searcher.doc_freq)
    assert len(repr(spared)) < len(repr(asked))
    one, other = (snapshot.searcher.search(translate(ask), 10_000).hits for ask in (asked, spared))
    assert [(round(score, 3), address.doc) for score, address in one] == [
        (round(score, 3), address.doc) for score, address in other
    ]

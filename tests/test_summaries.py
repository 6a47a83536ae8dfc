"""Summaries of matters tell what counting the groups of their units tells, for any question that is asked of them."""

from itertools import pairwise, product

import pytest
from msgspec.structs import replace

from crawlers.matter import Matter
from index import query, units
from index.engines import counting
from index.engines.embedded_asks import translate
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.raised import apart
from index.queries.meaning import understand
from index.queries.plan import Ask, Nothing
from index.search import open_search
from index.summary import MATTER, summaries
from tests.library import TODAY, library

WORDS = (
    *("remove", "hosting", "service", "Anbieter", "entfernen", "heures", "liberté", "contenido", "expressão", "24"),
    *("reuse", "report", "Estonia", "2019", "reading", "Löschpflicht", "unicorns", "IT", "Quill", "re-use"),
    *(
        "copyright",
        "Meinungsfreiheit",
        "freedom",
        "librar*",
        "remov~1",
        "(remove OR publish)",
        "(hébergeur OR operador)",
        "remove^2",
        '"hosting service"',
        "e24",
    ),
)
FILTERS = (
    *("", "kind:act", "status:in_force", "date:>=2018", "relevance:[0 TO 0.5]", "-jurisdiction:de", "person:quill"),
    *("duty:removal_timeframe", "bearer:host", "language:fr", "-language:en", "NOT publish", "topic:copyright_open"),
)


def bilingual() -> list[Matter]:
    """Every third matter has the text of the next one too, mostly in another language."""
    matters = library(150)
    for place, (one, other) in enumerate(pairwise(matters)):
        if place % 3 == 0:
            matters[place] = replace(one, texts=one.texts + other.texts, norms=one.norms + other.norms)
    return matters


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> EmbeddedSnapshot:
    """With matters that were written again, and some that went."""
    door = open_search(str(tmp_path_factory.mktemp("search")))
    matters = bilingual()
    door.rebuild(library(90), TODAY, "1")
    door.update(matters, TODAY, "2", gone=[matter.id for matter in matters[140:]])
    found = door.engine.snapshot()
    assert isinstance(found, EmbeddedSnapshot)
    return found


def asked(text: str) -> Ask:
    return understand(query.read(text)).plain()


@pytest.mark.parametrize(("few", "times"), [(0, 1), (1, 0.01), (1_000, 0.01), (1_000, 10)])
def test_totals_and_facets_are_those_of_the_groups(
    snapshot: EmbeddedSnapshot, monkeypatch: pytest.MonkeyPatch, few: int, times: float
) -> None:
    monkeypatch.setattr(counting, "FEW", few)
    monkeypatch.setattr(counting, "TIMES", times)
    for word, kept in product((*WORDS, ""), FILTERS):
        ask = asked(f"{word} {kept}")
        told, counted = snapshot.groups(ask), snapshot.listed(ask)
        plainly = len(snapshot.searcher.search(translate(ask), 10_000).hits)
        assert (told.total, told.units, plainly) == (counted.total, counted.units, counted.units), (word, kept)
        assert told.facets() == counted.facets(), (word, kept)
        assert told.matters() == counted.matters(), (word, kept)


def test_a_word_and_facts_of_its_matter_are_asked_of_summaries() -> None:
    for word in ("publish", "Anbieter", "heures", "librar*", "remov~1", "(hosting OR publish)"):
        for kept in ("", "kind:act", "date:>=2018", "-jurisdiction:de", "person:quill", "topic:copyright_open"):
            told, rest = apart(asked(f"{word} {kept}"))
            assert told, (word, kept)
            assert rest == Nothing(), (word, kept)


def test_a_word_that_may_be_two_is_asked_of_both() -> None:
    """re-use, in passages that have the two side by side."""
    told, rest = apart(asked("reuse"))
    assert told
    assert rest != Nothing()


def test_where_summaries_tell_of_few_matters_no_matter_is_looked_at_alone(
    snapshot: EmbeddedSnapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A compound, of which most passages have the parts far apart."""
    ask = asked("Urheberrecht")
    _, rest = apart(ask)
    assert 0 < snapshot.many(rest) < counting.FEW
    monkeypatch.setattr(counting, "_both", None)
    assert snapshot.groups(ask).total == snapshot.listed(ask).total


def test_what_one_passage_must_have_at_once_is_not() -> None:
    for text in ("hosting service", '"hosting service"', "remove NOT publish", "remove bearer:host", "fr language:fr"):
        assert apart(asked(text)) == (None, asked(text)), text


def test_few_summaries_stand_for_many_units() -> None:
    """One of all units, and one of those that have the same facts: here those with a duty."""
    for matter in library(30):
        made = list(units.units(matter, TODAY))
        first, *others = summaries(made)
        assert MATTER in first.facts
        assert len(first.words) == len(made)
        assert len(others) == bool(matter.norms)
        assert all(f"duty:{norm.duty}" in others[0].facts for norm in matter.norms)

"""What ideas are called in several words is found by its sign as it is by the places of the words, and scores the same."""

from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from crawlers.matter import Matter
from index import query, stemming, words
from index.engines.embedded_asks import translate
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.memory import Memory
from index.engines.raised import apart
from index.queries import concepts
from index.queries.meaning import understand
from index.queries.plan import Ask, Every, Known, Nothing, Row, Term, Terms
from index.queries.unscored import unscored
from index.search import Search, open_search
from index.units import units
from tests.library import TODAY, library

TEXTS = (
    ("en", "Freedom of expression"),
    ("en", "The minister guards freedom of expression."),
    ("en", "Expression of freedom; of expression, freedom. Freedom of any expression."),
    ("en", "Data protection officers watch over data protection, and freedoms of expressions."),
    ("en", "data; protection"),
    ("fr", "Le droit d'auteur et la liberté d’expression"),
    ("fr", "Freedom of expression, en anglais."),
    ("de", "Meinungsfreiheit, allgemeine Geschäftsbedingungen"),
    ("pt-BR", "Os direitos do autor e o direito de autor."),
    ("pt-PT", "Os direitos autorais"),
    ("en-GB", "Fair dealings"),
    ("ja", "個人情報の保護"),
    ("xx", "data protection"),
)


@dataclass
class Held:
    search: Search
    snapshot: EmbeddedSnapshot
    memory: Memory


def made(number: int) -> Matter:
    """Of two texts each, in two languages mostly."""
    parts = (TEXTS[number], TEXTS[(number * 5 + 3) % len(TEXTS)])
    first = library(1)[0]
    (provision, *_) = first.texts[0].provisions
    texts = tuple(
        replace(first.texts[0], id=f"t{at}", language=code, provisions=(replace(provision, heading="", text=text),))
        for at, (code, text) in enumerate(parts)
    )
    return replace(first, id=f"uk/act/{number}", title="", norms=(), language=parts[0][0], texts=texts)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    door = open_search(str(tmp_path_factory.mktemp("search")))
    matters = [*(made(number) for number in range(len(TEXTS))), *library(60)]
    door.rebuild(matters, TODAY, "1")
    snapshot = door.engine.snapshot()
    assert isinstance(snapshot, EmbeddedSnapshot)
    return Held(door, snapshot, Memory(unit for matter in matters for unit in units(matter, TODAY)))


def every_row() -> list[tuple[str, tuple[str, ...]]]:
    said = (one for place in range(len(concepts.known())) for one in concepts.said(place))
    return sorted({(language, row) for language, rows in said for row in rows if len(row) > 1})


def both(language: str, row: tuple[str, ...]) -> tuple[Ask, Ask]:
    """By its sign, and by places."""
    plain = Row("words", row)
    sign = Term("row", concepts.spelled(row, language))
    return Known(plain, sign), Every((plain,), only=(Terms("language", (language,)),))


def test_the_sign_is_there_where_the_words_stand_side_by_side(held: Held) -> None:
    found = set()
    for language, row in every_row():
        known, plain = both(language, row)
        one, other, counted = (
            held.snapshot.searcher.search(translate(ask), 1_000).hits for ask in (known, plain, unscored(known))
        )
        assert [(round(score, 4), at.doc) for score, at in one] == [(round(score, 4), at.doc) for score, at in other]
        assert {at.doc for _, at in counted} == {at.doc for _, at in one}, row
        assert held.memory.matters(known) == held.memory.matters(plain) == held.snapshot.listed(plain).matters()
        if one:
            found.add((language, " ".join(row)))
    assert {("en", "freedom of express"), ("fr", "droit d auteur"), ("pt", "direit autor")} <= found
    assert len(found) > 8


@pytest.mark.parametrize("word", ["copyright", "défamation", "surveillance", "traité", "consumer", "Sprache"])
def test_an_idea_of_several_words_is_counted_by_summaries(held: Held, word: str) -> None:
    ask = understand(query.read(word)).plain()
    told, rest = apart(ask)
    assert told
    assert rest == Nothing()
    assert any(isinstance(part, Known) for part in _parts(ask))
    counted, listed = held.snapshot.groups(ask), held.snapshot.listed(ask)
    assert (counted.total, counted.units, counted.facets()) == (listed.total, listed.units, listed.facets())


def _parts(ask: Ask) -> list[Ask]:
    inside = (one for name in ("must", "parts") for one in getattr(ask, name, ()))
    part = getattr(ask, "part", None)
    return [ask, *(other for one in (*inside, *([part] if part else [])) for other in _parts(one))]


def test_the_sign_of_a_row_is_of_its_language() -> None:
    stems = stemming.stem(words.lowered("Freedom of expression and data protection"), "en")
    said = {code: set(concepts.signs(stems, " ".join(stems), (code,))) for code in ("en", "fr", "xx")}
    assert said["en"] >= {"en:freedom of express", "en:data protect"}
    assert not said["fr"] | said["xx"]


def test_how_many_are_found_is_asked_without_counting_passages(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [held.search.find(text).total for text in ("copyright", "remove", "hosting archive everything")]
    counted: list[Ask] = []
    many = EmbeddedSnapshot.many

    def noted(self: EmbeddedSnapshot, ask: Ask) -> int:
        counted.extend([] if isinstance(ask, Nothing) else [ask])
        return many(self, ask)

    monkeypatch.setattr(EmbeddedSnapshot, "many", noted)
    assert [held.search.total(text) for text in ("copyright", "remove", "hosting archive everything")] == whole
    assert counted == []

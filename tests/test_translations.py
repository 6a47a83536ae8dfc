"""Words of one language for those of another, as they were learnt: weak, told, and only where little is found."""

from pathlib import Path

import msgspec
import pytest

from index.learning.__main__ import measured
from index.learning.aligned import Pair, pairs, telling
from index.learning.model1 import learn
from index.queries import translations
from index.search import Search, open_search
from tests.library import TODAY, act

ENGLISH = ("the lamp burns", "the red lamp", "a red ladder", "the ladder burns", "a red lamp burns", "the ladder")
GERMAN = ("die Lampe brennt", "die rote Lampe", "eine rote Leiter", "die Leiter brennt", "rote Lampe brennt", "Leiter")
BOTH = [
    Pair(f"act {at % 2}", telling(one), telling(other))
    for at, (one, other) in enumerate(zip(ENGLISH, GERMAN, strict=True))
]


def test_words_that_stand_across_from_each_other_translate_each_other() -> None:
    there, back = learn(BOTH, "de")
    assert {stem: max(said, key=said.__getitem__) for stem, said in there.items()} == {
        "lamp": "lampe",
        "red": "rote",
        "ladder": "leiter",
        "burn": "brennt",
    }
    assert max(back["leit"], key=back["leit"].__getitem__) == "ladder"


def test_what_was_reached_is_measured_on_pieces_held_out_beside_what_chance_reaches() -> None:
    reached = measured(BOTH * 3, "de")
    assert reached["known"] == 1.0
    assert reached["right"] > 0.9 > reached["chance"]


def test_provisions_are_paired_sentence_by_sentence_and_what_was_cut_elsewhere_is_left() -> None:
    english = {"art_1": "A lamp burns. A ladder stands.", "art_2": "A very long provision on the lamps of all rooms."}
    german = {"art_1": "Eine Lampe brennt. Eine Leiter steht.", "art_2": "Lampe."}
    found = pairs({"eu/celex/1": {"en": english, "de": german}}, "de")
    assert [(pair.english, pair.other) for pair in found] == [
        (("lamp", "burns"), ("lampe", "brennt")),
        (("ladder", "stands"), ("leiter", "steht")),
    ]


def test_what_is_shipped_is_single_words_and_small() -> None:
    learnt = msgspec.msgpack.decode(translations.FILE.read_bytes(), type=translations.Learnt)
    assert {"de", "fr", "es", "it", "pt", "en>de", "en>fr", "en>es", "en>it", "en>pt"} == learnt.keys()
    assert translations.FILE.stat().st_size < 1_000_000
    said = [word for table in learnt.values() for stem, words in table.items() for word in (stem, *words)]
    assert all(word.isalpha() for word in said)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder: Path = tmp_path_factory.mktemp("search")
    door = open_search(str(folder))
    acts = (
        ("de/gii/1", "de", "Gesetz über Lampen", "Die Bewertung der Lampen ist vertraulich."),
        ("fr/loi/1", "fr", "Loi sur les lampes", "Chaque année, la valeur des lampes est publiée."),
        ("uk/act/1", "en", "Lamps Act", "An evaluation of lamps is free."),
        ("uk/act/2", "en", "Ladders Act", "Ladders stand."),
    )
    door.rebuild([act(*row) for row in acts], TODAY, "1")
    return door


def test_a_word_that_no_text_has_is_found_as_another_language_says_it_and_that_is_told(search: Search) -> None:
    found = search.find("valeur Lampen")
    assert "fr/loi/1" in [hit.matter for hit in found.hits]
    found = search.find("values")
    assert [hit.matter for hit in found.hits] == ["fr/loi/1"]
    assert found.translated[0][0] == "values"
    assert "valeur" in translations.translated("values")["fr"]
    assert found.corrected == ()


def test_a_word_that_is_found_in_its_own_language_finds_nothing_else(search: Search) -> None:
    found = search.find("evaluation")
    assert [hit.matter for hit in found.hits] == ["uk/act/1"]
    assert found.translated == ()


def test_what_must_be_there_as_it_is_typed_is_not_translated(search: Search) -> None:
    assert not search.find('"values"').hits
    assert not search.find("values AND lampes").hits


def test_between_two_languages_the_way_leads_through_english() -> None:
    assert "sanctions" in translations.translated("Sanktionen")["fr"]
    assert "de" not in translations.translated("Sanktionen")
    assert not translations.translated("two words")

"""Questions in everyday words, in another language than the text, or with a compound that no text has."""

from pathlib import Path

import msgspec
import pytest

from crawlers.matter import Provision, Text
from index import words
from index.queries import other_names
from index.search import Search, open_search
from tests.library import TODAY, act

ACTS = (
    ("fi/act/1", "fi", "Suomen perustuslaki", "Tasavallan presidentti antaa vakuutuksen."),
    ("jp/law/1", "ja", "恩赦法", "刑の執行の免除は、これを行う。"),
    ("eu/celex/32014R0596", "en", "Regulation on market abuse (made for a test)", ""),
    ("de/gii/haft", "de", "Gesetz über Gläubiger", "Die Pfändung von Lohn ist begrenzt."),
    ("de/gii/maße", "de", "Gesetz über Waagen", "Die Tabelle nennt die Waagen der Behörden und die Datenlöschung."),
    ("uk/act/1", "en", "Animals Act", "A veterinary surgeon signs the form."),
    ("mx/ley/1", "es", "Ley de riego", "En tiempos de sequía nadie riega su jardín."),
    ("lu/loi/1", "fr", "Loi sur les serrures", "Le cambriolage est puni."),
    ("tw/law/1", "zh-Hant", "自來水法", "本法所稱自來水，係指公共給水。"),
    ("pl/du/1", "pl", "Ustawa o zbiornikach", "Odpady składuje się w zbiornikach."),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder: Path = tmp_path_factory.mktemp("search")
    door = open_search(str(folder))
    door.rebuild([act(*row) for row in ACTS], TODAY, "1")
    return door


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("finnische Verfassung", "fi/act/1"),
        ("constitución de Finlandia", "fi/act/1"),
        ("Japan pardon law", "jp/law/1"),
        ("insider dealing", "eu/celex/32014R0596"),
        ("délit d'initié", "eu/celex/32014R0596"),
        ("vet", "uk/act/1"),
        ("Tierarzt", "uk/act/1"),
        ("water shortage Mexico", "mx/ley/1"),
        ("Dürre", "mx/ley/1"),
        ("break-in", "lu/loi/1"),
        ("Taiwan water act", "tw/law/1"),
        ("Abfall Polen", "pl/du/1"),
        ("furto con scasso", "lu/loi/1"),
    ],
)
def test_a_law_is_found_by_its_heading_in_other_words_or_another_language(
    search: Search, asked: str, wanted: str
) -> None:
    found = search.find(asked)
    assert found.hits[0].matter == wanted
    assert found.corrected == ()


def test_a_compound_whose_words_no_text_has_together_is_read_as_two_words_openly(search: Search) -> None:
    found = search.find("Pfändungstabelle")
    assert found.corrected == (("Pfändungstabelle", "pfändungs tabelle"),)
    assert {hit.matter for hit in found.hits} == {"de/gii/haft", "de/gii/maße"}
    assert all(hit.lacks for hit in found.hits)


def test_a_word_with_two_capitals_is_an_abbreviation_not_a_misspelling(search: Search) -> None:
    assert search.find("TABells").corrected == search.find("FoRms").corrected == ()
    assert search.find("formm").corrected == (("formm", "form"),)


def test_a_compound_is_indexed_by_its_parts_though_the_last_has_an_umlaut(search: Search) -> None:
    assert words.parts("datenloschung", "de")[1:] == ("loschung",)
    assert search.matters("Löschung") == {"de/gii/maße"}


def test_an_idea_is_asked_for_in_the_languages_that_say_it_otherwise_than_typed() -> None:
    (way,) = other_names.ways(["cheque"])
    asked = {ask["part"]["parts"][0]["only"][0]["values"] for ask in map(msgspec.to_builtins, way.asks)}
    assert asked == {("de",), ("it",)}


def test_an_idea_of_several_words_tells_more_than_its_words_far_apart(tmp_path: Path) -> None:
    far = (
        "Whoever is inside a shop may ask for a form. A secret is kept. It is prohibited to smoke. Information is free."
    )
    apart = act("ca/act/1", "en", "Shops Act", far)
    abuse = act("eu/celex/32014R0596", "en", "Regulation on market abuse (made for a test)", "")
    others = [
        act(f"ca/act/{number}", "en", "Lamps Act", "Inside, information on lamps is kept.") for number in range(2, 9)
    ]
    door = open_search(str(tmp_path))
    door.rebuild([apart, abuse, *others], TODAY, "1")
    found = door.find("sell shares forbidden secret inside information")
    assert "eu/celex/32014R0596" in [hit.matter for hit in found.hits[:2]]


def test_a_long_law_with_all_words_far_apart_is_not_before_a_title_with_most_of_them(tmp_path: Path) -> None:
    parts = ("A grade is given.", "An exam is held.", "The set is new.", "A standard is set.")
    long = msgspec.structs.replace(
        act("ca/act/1", "en", "Lamps Act", ""),
        texts=(
            Text(id="t", language="en", provisions=tuple(Provision(id=f"s{at}", text=t) for at, t in enumerate(parts))),
        ),
    )
    short = act("ca/act/2", "en", "New standards of grades", "This is about schools.")
    door = open_search(str(tmp_path))
    door.rebuild([long, short], TODAY, "1")
    assert [hit.matter for hit in door.find("new standard grades exam").hits] == ["ca/act/2", "ca/act/1"]


def test_an_english_word_that_nothing_has_is_not_cut_into_two_that_no_text_has_together(search: Search) -> None:
    assert search.find("animalform").corrected == ()
    assert search.find("surgeonform").corrected == (("surgeonform", "surgeon form"),)


def test_a_misspelled_word_that_no_text_has_is_read_as_a_heading_that_laws_say_otherwise(search: Search) -> None:
    found = search.find("Tieratzt")
    assert found.corrected == (("Tieratzt", "tierarzt"),)
    assert [hit.matter for hit in found.hits] == ["uk/act/1"]


@pytest.mark.parametrize("word", ["zone", "traitant", "orders", "art", "pain", "see", "fair", "well"])
def test_a_word_that_only_shares_a_stem_with_an_idea_does_not_name_it(word: str) -> None:
    assert not other_names.ways([word])


@pytest.mark.parametrize("word", ["zoning", "traités", "Orden", "minori"])
def test_a_word_in_another_form_names_its_idea(word: str) -> None:
    assert other_names.ways(words.exact(word))

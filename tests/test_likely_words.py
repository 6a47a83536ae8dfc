"""What a query may mean beside what is typed: a place that its parliament or a city in it names, a word spelled otherwise."""

from pathlib import Path

import pytest

from index.queries import named_places
from index.search import Search, open_search
from tests.library import TODAY, act


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder: Path = tmp_path_factory.mktemp("search")
    door = open_search(str(folder))
    acts = [
        act("us-nyc/int/1", "en", "Lamps of the subway", "Every lamp is lit."),
        act("us-va/act/1", "en", "Lamps of the subway in New York and elsewhere", "Every lamp is lit."),
        act("de/dip/1", "de", "Antrag zu Lampen", "Die Lampen sollen brennen."),
        act("uk/act/1", "en", "Ponds of Cawsand", "A pond may freeze."),
        *(act(f"uk/act/{at}", "en", "Windsand Act", "Sand may blow.") for at in range(2, 30)),
        *(act(f"us/case/{at}", "en", "Cawland v. Sandcastle", "Heard.") for at in range(30)),
        *(act(f"de/gii/{at}", "de", "Gesetz über Grundschuld", "Die Grundschuld wird eingetragen.") for at in range(9)),
        act("pl/du/1", "en", "Rules for attics", "A ladder may stand."),
        act("uk/act/40", "en", "Frost, lanterns, ponds and dusk Act"),
        act("es/boe/1", "es", "Ley de políticas", "Las políticas se publican."),
    ]
    door.rebuild(acts, TODAY, "1")
    return door


def test_who_says_new_york_may_mean_the_city(search: Search) -> None:
    assert [place.codes for place in named_places.named(["lamps", "new", "york"])] == [("us-ny", "us-nyc")]
    assert [place.codes for place in named_places.named(["lamps", "new", "york", "city"])] == [("us-nyc",)]
    assert search.find("subway lamps New York").hits[0].matter == "us-nyc/int/1"


def test_of_what_has_not_all_words_the_best_from_the_place_that_is_named_is_first(search: Search) -> None:
    found = search.find("Poland frost lanterns dusk ladders")
    assert [hit.matter for hit in found.hits][:2] == ["pl/du/1", "uk/act/40"]
    assert search.find("frost lanterns dusk ladders").hits[0].matter == "uk/act/40"


def test_a_parliament_names_its_country(search: Search) -> None:
    found = search.find("Bundestag Lampen")
    assert [hit.matter for hit in found.hits] == ["de/dip/1"]
    assert found.relaxed == ()
    assert not [*named_places.named(["parliament", "lamps"])]


def test_a_rare_word_that_stands_with_others_of_the_query_is_not_misspelled(search: Search) -> None:
    found = search.find("pond freeze winter Cawsand")
    assert found.corrected == ()
    assert found.hits[0].matter == "uk/act/1"


def test_a_compound_of_a_known_part_is_not_read_as_another_compound(search: Search) -> None:
    assert search.find("Grundschule").corrected == ()
    assert search.find("Grundschult").corrected == (("Grundschult", "grundschuld"),)


def test_a_word_with_two_letters_and_an_accent_wrong_is_one_of_another_language(search: Search) -> None:
    assert search.find("politicians").corrected == ()
    assert search.find("politcas").corrected == (("politcas", "políticas"),)

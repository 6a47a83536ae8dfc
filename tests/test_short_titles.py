"""A law is found by the name that its text gives it, and by the first letters of its title."""

import msgspec
import pytest

from crawlers.matter import Provision, Text
from index.queries import short_titles
from index.search import Search, open_search
from tests.library import TODAY, library
from tests.made import law

replace = msgspec.structs.replace


def said(text: str, heading: str = "") -> list[str]:
    provision = Provision(id="sec_1", heading=heading, text=text)
    return list(short_titles.of(law(texts=(Text(id="t", language="en", provisions=(provision,)),))))


@pytest.mark.parametrize(
    ("text", "heading", "name"),
    [
        ("This Act may be cited as the Lamps Act.", "", "Lamps Act"),
        ("These Regulations may be cited as the Lamps and Lanterns Regulations.", "", "Lamps and Lanterns Regulations"),
        ("That this act may be cited as the “Children's Lamps Act of 2031”.", "", "Children's Lamps Act of 2031"),
        ("This Act may be cited as the Lamps Act 2031 and comes into force at once.", "", "Lamps Act 2031"),
        ("Loi sur les lampes et les lanternes.", "Titre abrégé", "Loi sur les lampes et les lanternes"),
        ("La présente loi peut être citée sous le titre : Loi sur les lampes.", "", "Loi sur les lampes"),
    ],
)
def test_a_text_says_what_the_law_is_called(text: str, heading: str, name: str) -> None:
    assert said(text, heading) == [name]


@pytest.mark.parametrize(
    "text", ["The lamp shall be known as number nine.", "A notice may be cited as evidence.", "Loi sur les lampes."]
)
def test_what_names_no_law_gives_no_name(text: str) -> None:
    assert said(text) == []


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    door = open_search(str(tmp_path_factory.mktemp("short")))
    texts = (
        Text(
            id="t",
            language="en",
            provisions=(Provision(id="sec_1", text="This Act may be cited as the Evening Reading Act."),),
        ),
    )
    act = law(id="ca/bill/44-1/C-901", jurisdiction="ca", title="An Act respecting lamps in rooms", texts=texts)
    bill = law(id="us/bill/132/s/9902", jurisdiction="us", title="Stop Borrowed Lamps Act of 2031", texts=())
    door.rebuild([*library(30), act, bill], TODAY, "1")
    return door


def test_the_name_in_a_text_leads_to_its_law(search: Search) -> None:
    assert search.find("Evening Reading Act").hits[0].matter == "ca/bill/44-1/C-901"


@pytest.mark.parametrize("typed", ["SBLA", "sbla", "SBLA lamps"])
def test_letters_may_be_the_first_ones_of_a_title(search: Search, typed: str) -> None:
    assert search.find(typed).hits[0].matter == "us/bill/132/s/9902"


def test_first_letters_are_of_great_words_only() -> None:
    assert (
        list(short_titles.initials(law(), ["Stop Borrowed Lamps Act of 2031", "An Act to amend lamps"])) == ["sbla"] * 2
    )

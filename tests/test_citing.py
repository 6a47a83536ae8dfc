"""Printed numbers are asked for as the records print them, however they were cited; places are named by adjectives."""

from pathlib import Path

import msgspec
import pytest

from crawlers.matter import Identifier, Provision, Text
from index.queries.cited_numbers import as_printed
from index.queries.named_places import named
from index.query import All, Any_, Part, Word, read
from index.search import Search, open_search
from index.words import exact
from tests.library import TODAY, library

replace = msgspec.structs.replace


def printed(text: str) -> list[str]:
    """The first printed form of each part that is asked for."""
    root = read(text).root
    return [_first(part) for part in as_printed(text, root.parts if isinstance(root, All) else (root,))]  # type: ignore[arg-type]


def _first(part: Part) -> str:
    return _first(part.parts[0]) if isinstance(part, Any_) else getattr(part, "text", "")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("Richtlinie 2001/29/EG", ["2001/29"]),
        ("2001/29/EC", ["2001/29"]),
        ("règlement (UE) n° 910/2014", ["910/2014"]),
        ("Verordnung (EU) Nr. 910/2014", ["910/2014"]),
        ("direttiva 2019/790 eccezioni", ["2019/790", "eccezioni"]),
        ("affaire C-401/19", ["C-401/19"]),
        ("Rechtssache T-348/23 Zalando", ["T-348/23", "Zalando"]),
        ("Public Law No. 119-12", ["pub l 119-12"]),
        ("P.L. 119-12", ["pub l 119-12"]),
        ("A.B. 1043", ["ab 1043"]),
        ("90 Fed. Reg. 16918", ["90 fr 16918"]),
        ("Bundestagsdrucksache 20/6308", ["drucksache 20/6308"]),
        ("decreto legislativo 22 gennaio 2004, n. 42", ["42/2004"]),
        ("legge 7 agosto 1990, n. 241 accesso", ["241/1990", "accesso"]),
        ("Lei n.º 12.965, de 23 de abril de 2014", ["Lei", "12.965/2014"]),
        ("loi n° 2004-575 du 21 juin 2004", ["loi", "n°", "2004-575", "du"]),
        ("Ley 34/2002, de 11 de julio", ["34/2002", "de"]),
        ("Lei nº 15.081/2024", ["15.081/2024"]),
        ("Ley 1581 de 2012 datos", ["1581/2012", "datos"]),
    ],
)
def test_a_citation_is_asked_for_as_records_print_it(typed: str, asked: list[str]) -> None:
    assert printed(typed) == asked


@pytest.mark.parametrize(
    "typed", ["the regulation of platforms", "decision in 2019", "PL 2338/2023", "act of 3 parts", "case law on C"]
)
def test_words_that_cite_nothing_stay(typed: str) -> None:
    assert printed(typed) == typed.split()


def test_a_citation_in_quotation_marks_stays() -> None:
    assert printed('"Public Law 119-12" tapes') == ["Public Law 119-12", "tapes"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("ECLI:EU:C:2014:317", "ECLI.EU.C.2014.317"),
        ("CELEX:32022R2065", "32022R2065"),
        ("5:23-cv-05105", "5.23-cv-05105"),
    ],
)
def test_a_number_with_colons_is_no_field(typed: str, number: str) -> None:
    assert read(typed).root == Word(number, len(typed) - len(number))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("German law on lending", "de"),
        ("deutsches Gesetz über Lesesäle", "de"),
        ("ley chilena de archivos", "cl"),
        ("lois françaises sur la lecture", "fr"),
        ("leggi tedesche sui lettori", "de"),
        ("lei brasileira de leitura", "br"),
        ("South Korean reading act", "kr"),
        ("loi sud-africaine", "za"),
        ("Turkey reading rooms", "tr"),
    ],
)
def test_an_adjective_names_a_place(typed: str, code: str) -> None:
    assert [place.code for place in named(exact(typed))] == [code]


@pytest.mark.parametrize("typed", ["argument on romance", "danger of danceable rooms"])
def test_words_like_adjectives_name_no_place(typed: str) -> None:
    assert not list(named(exact(typed)))


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder: Path = tmp_path_factory.mktemp("search")
    one = library(1)[0]
    act = replace(
        one,
        id="cl/ley/99999",
        jurisdiction="cl",
        title="Sobre salas de lectura",
        language="es",
        identifiers=(
            Identifier(scheme="printed", value="Ley 99.999"),
            Identifier(scheme="ecli", value="ECLI:CL:X:2020:7"),
        ),
        texts=(
            Text(
                id="t",
                language="en",
                provisions=(
                    Provision(id="art_1", number="1", text="Libraries keep the archive. Quiet is librarry law."),
                ),
            ),
        ),
    )
    door = open_search(str(folder))
    door.rebuild([*library(), act], TODAY, "1")
    return door


@pytest.mark.parametrize("query", ["ley chilena salas de lectura", "ECLI:CL:X:2020:7", "Ley núm. 99.999"])
def test_what_is_meant_comes_first(search: Search, query: str) -> None:
    assert search.find(query, 1).hits[0].matter == "cl/ley/99999"


def test_a_numeral_alone_is_no_answer(search: Search) -> None:
    assert search.find("Unheardof II", 1).total == 0

"""Queries are read into a tree, or refused at the character with what to write instead."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query import Address, All, Any_, BadQuery, Between, Boost, Fuzzy, Is, Not, Phrase, Prefix, Query, Word, read


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", None),
        ("*", None),
        ("open", Word("open", 0)),
        ("open law", All((Word("open", 0), Word("law", 5)))),
        ("a OR b", Any_((Word("a", 0), Word("b", 5)))),
        ("NOT a", Not(Word("a", 4))),
        ('"open law"~3', Phrase("open law", 3, 0)),
        ("libr*", Prefix("libr", 0)),
        ("libary~1", Fuzzy("libary", 1, 0)),
        ("law^2", Boost(Word("law", 0), 2.0)),
        ("kind:Bill", Is("kind", "bill", 5)),
        ("jurisdiction:EU", Is("jurisdiction", "eu", 13)),
        ("date:2024-05", Between("date", 20240500, 20240599, 5)),
        ("relevance:[0.5 TO 1]", Between("relevance", 500, 1000, 10)),
        ("language:ZH-Hant", Is("language", "zh-Hant", 9)),
        ("language:mi", Is("language", "mi", 9)),
        ("source:DE-GII", Is("source", "de-gii", 7)),
        ('"a * law"', Phrase("a * law", 0, 0)),
        (r'"a law\*"', Phrase(r"a law\*", 0, 0)),
        ("C-63", Word("C-63", 0)),
        ("who?", Word("who", 0)),
        ("law -", Word("law", 0)),
        ("libary~", Fuzzy("libary", 1, 0)),
        ("“open law”", Phrase("open law", 0, 0)),
        ("„open“ « law »", All((Phrase("open", 0, 0), Phrase(" law ", 0, 7)))),
        ("‘open law’", All((Word("open", 1), Word("law", 6)))),
        ("kind：bill（open　OR　law）", All((Is("kind", "bill", 5), Any_((Word("open", 10), Word("law", 18)))))),
        (
            "KEIN GESETZ UND RECHT",
            All(tuple(Word(word, at) for word, at in (("KEIN", 0), ("GESETZ", 5), ("UND", 12), ("RECHT", 16)))),
        ),
        ("Hachette - Internet", All((Word("Hachette", 0), Word("Internet", 11)))),
        ("[open law]", All((Word("open", 1), Word("law", 6)))),
        ("Lamps: open law", All((Word("Lamps", 0), Word("open", 7), Word("law", 12)))),
        ("Act 9 (open): law", All((Word("Act", 0), Word("9", 4), Word("open", 7), Word("law", 14)))),
        ("kind: bill", Is("kind", "bill", 6)),
        ("at 12:30", All((Word("at", 0), Word("12.30", 3)))),
        ("open law???", All((Word("open", 0), Word("law", 5)))),
        ("http://example.org", Address("http://example.org", 0)),
        ("law, www.example.org/acts/9.", All((Word("law,", 0), Address("www.example.org/acts/9", 5)))),
        ('id:"https://example.org/9"', Is("id", "https://example.org/9", 3)),
    ],
)
def test_tree(text: str, tree: object) -> None:
    assert read(text).root == tree


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("kind:bil", 5, "bill"),
        ('"open', 0, "not closed"),
        ('open"', 4, "not closed"),
        ("“open", 0, "not closed"),
        ("kind:", 5, "missing at the end"),
        ("a AND", 2, "missing beside 'AND'"),
        ("OR a", 0, "missing beside 'OR'"),
        ("open (law", 5, "not closed"),
        ("open law)", 8, "closes none"),
        ("open ()", 5, "nothing stands"),
        ("date:[2024-01-01 bis 2024-12-31]", 5, "two ends"),
        ("offen UND frei", 6, "write AND"),
        ("ouvert OU libre", 7, "write OR"),
        ("offen NICHT frei", 6, "write NOT"),
        ("open || law", 5, "write OR"),
        ("!open", 0, "write NOT"),
        ("open NEAR/3 law", 5, "near words"),
        ("date:2024-02-30", 5, "not a day"),
        ("date:[2025 TO 2024]", 5, "lower end first"),
        ("year:24", 5, "not a year"),
        ("person:*", 7, "write a value"),
        ("Pays:fr", 0, "write jurisdiction:"),
        ("jurisdiction:allemagne", 13, "write de"),
        ("jurisdiction:xx", 13, "write one of"),
        ("language:français", 9, "write fr"),
        ("language:dee", 9, "write de"),
        ("language:xx-latn", 9, "write one of en, de"),
        ("topic:ai", 6, "write ai_knowledge"),
        ("a*b", 1, "only at the end"),
        ("/a.b/", 0, "slashes"),
        ("kimd:bill", 0, "kind:"),
        ("date:[yesterday TO today]", 5, "not a day"),
        ("kind:[a TO b]", 5, "ranges"),
        ("law~9", 0, "two letters"),
        ("law~nine", 3, "two letters"),
        ("law^ x", 3, "a weight is a number"),
        ("law^x", 3, "a weight is a number"),
        ("open ^ law", 5, "a weight is a number"),
        ("^2", 0, "a weight is a number"),
        ("law^2.5.1", 3, "a weight is a number"),
        ("law^1e9", 3, "a weight is a number"),
        ('open "a law"~2.5', 12, "whole number"),
        ('open "a law"~.5 x', 12, "whole number"),
        ('open "law* of"', 9, "stands for no letters"),
        ('"a *law"~3', 3, "stands for no letters"),
        ('"a law"~-1', 7, "100 apart"),
        ("person:re*", 7, "whole value behind person:"),
        ('"a law"~x', 7, "100 apart"),
        ("relevance:high", 10, "0 to 1"),
        ("(" * 60 + "a" + ")" * 60, 40, "flatter"),
        ("a" * 2001, 2000, "longer"),
    ],
)
def test_refused_at_the_character(text: str, position: int, says: str) -> None:
    with pytest.raises(BadQuery, match=says) as fault:
        read(text)
    assert fault.value.position == position
    assert f"character {position + 1}" in str(fault.value)


def test_a_cited_year_is_no_range() -> None:
    assert read("[2021] UKSC 50").root == All((Word("2021", 1), Word("UKSC", 7), Word("50", 12)))


def test_a_query_survives_being_stored() -> None:
    asked = read('(duty:age_assurance OR "age check") -kind:case law^2 date:[2020 TO *]')
    assert msgspec.json.decode(msgspec.json.encode(asked), type=Query) == asked


@given(st.text(alphabet='ab"()[]{}*?~^:-+!/\\ ORAND012.', max_size=60))
def test_anything_typed_is_read_or_refused(text: str) -> None:
    position = 0
    try:
        read(text)
    except BadQuery as fault:
        position = fault.position
    assert 0 <= position <= len(text)

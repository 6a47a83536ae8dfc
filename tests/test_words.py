"""Words are split, folded and stemmed alike everywhere."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import stemming, words


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("U.S.C. 16.2", ["u", "s", "c", "16", "2"]),
        ("l'accès", ["l", "acces"]),
        ("user_id", ["user", "id"]),
        ("Straße ŒUVRE Łódź", ["strasse", "oeuvre", "lodz"]),
        ("auf\u00adgeteilt", ["aufgeteilt"]),
        ("2022/2065", ["2022", "2065"]),
        ("第1条", ["第", "1", "条"]),
        ("著作権法", ["著作", "作権", "権法"]),
        ("", []),
        ("§ — …", []),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert words.exact(text) == tokens


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("duties", "duty", "en"),
        ("organisation", "organization", "en"),
        ("harbour", "harbor", "en"),
        ("Inhalte", "Inhalts", "de"),
        ("hébergeurs", "hébergeur", "fr"),
        ("leitores", "leitor", "pt"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str, language: str) -> None:
    assert stemming.streams(one, language)[0] == stemming.streams(other, language)[0]


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("author", "authority", "en"),
        ("import", "important", "en"),
        ("access", "accessibility", "en"),
        ("minors", "minorities", "en"),
        ("Haft", "haften", "de"),
        ("auteur", "autorité", "fr"),
        ("común", "comunicación", "es"),
        ("seguro", "seguridad", "es"),
        ("comune", "comunità", "it"),
        ("autor", "autoridade", "pt"),
    ],
)
def test_words_of_another_meaning_have_another_stem(one: str, other: str, language: str) -> None:
    assert stemming.streams(one, language)[0] != stemming.streams(other, language)[0]


def test_forms_of_a_word_that_is_kept_apart_share_its_stem() -> None:
    assert len(set(stemming.stem(["authority", "authorities"], "en"))) == 1
    assert len(set(stemming.stem(["haften", "haftet", "haftung"], "de"))) == 1
    assert len(set(stemming.stem(["autoridad", "autoridades"], "es"))) == 1


def test_a_mark_makes_another_letter_outside_europe() -> None:
    assert words.fold("プ") != words.fold("フ")


def test_compounds_have_parts() -> None:
    assert words.parts("löschpflicht", "de") == ("lösch", "pflicht")
    assert words.parts("haus", "de") == ()


@given(st.text(max_size=200))
def test_both_streams_hold_one_token_a_word(text: str) -> None:
    lower = words.lowered(text)
    assert lower == words.placed(text)[0]
    assert [len(stream) for stream in stemming.streams(text, "de")] == [len(lower)] * 2
    assert not any(" " in token for stream in stemming.streams(text, "de") for token in stream)


@given(st.text(max_size=200))
def test_places_stand_in_the_text(text: str) -> None:
    assert all(text[start:end].strip() for start, end in words.placed(text)[1])


def test_threads_stem_alike() -> None:
    text = "obligations of hosting services " * 50
    with ThreadPoolExecutor(6) as pool:
        assert len({str(one) for one in pool.map(lambda _: stemming.streams(text, "en"), range(60))}) == 1

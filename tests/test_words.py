"""Words are split, folded and stemmed alike everywhere."""

from concurrent.futures import ThreadPoolExecutor
from random import Random

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


@given(st.text(max_size=200), st.randoms())
def test_some_of_the_places_are_those_of_all(text: str, chance: Random) -> None:
    found = words.places(text)
    some = sorted(chance.sample(range(len(found)), chance.randint(0, len(found))))
    assert words.places_of(text, some) == [found[number] for number in some]


def test_what_one_thread_has_stemmed_another_need_not() -> None:
    word = "unheardofthings"
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        first = one.submit(stemming.stem, [word], "en").result()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(stemming, "one_spelling", None)
            assert other.submit(stemming.stem, [word], "en").result() == first

"""Whom an exemption leaves out: each item as a whole. Sentences are our own, in the way laws write."""

import pytest

from index.binding.carves import items


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shall not apply to micro or small enterprises.", [("small",)]),
        (
            "Services such as not-for-profit educational and scientific repositories are not covered.",
            [("non_profit", "repository")],
        ),
        (
            "not-for-profit online encyclopaedias, not-for-profit school archives and open-source software platforms",
            [("non_profit", "encyclopaedia"), ("institution", "non_profit"), ("open_source",)],
        ),
        ("does not apply to an encyclopaedia that is not for profit", [("encyclopaedia", "non_profit")]),
        ("does not apply to non-profit organisations", [("non_profit",)]),
        ("gilt nicht für gemeinnützige Online-Enzyklopädien", [("encyclopaedia", "non_profit")]),
        ("ne s'applique pas aux encyclopédies en ligne à but non lucratif", [("encyclopaedia", "non_profit")]),
        ("no se aplica a las enciclopedias sin ánimo de lucro", [("encyclopaedia", "non_profit")]),
        ("non si applica alle enciclopedie senza scopo di lucro", [("encyclopaedia", "non_profit")]),
        ("não se aplica às enciclopédias sem fins lucrativos", [("encyclopaedia", "non_profit")]),
        ("does not apply to providers of ferries", []),
    ],
)
def test_each_of_those_left_out_is_read_with_what_narrows_it(words: str, expected: list[tuple[str, ...]]) -> None:
    found = [tuple(kind for kind in item.kinds if kind != "anyone") for item in items(words)]
    assert [set(kinds) for kinds in found] == [set(kinds) for kinds in expected]
    assert all(item.head for item in items(words))


@pytest.mark.parametrize("words", ["does not apply to non-profit hospitals", "does not apply for educational purposes"])
def test_what_names_no_service_that_we_know_is_left_to_a_person(words: str) -> None:
    assert [item.head for item in items(words)] == [False]


def test_the_words_of_an_item_are_those_of_the_law() -> None:
    told = items("shall not apply to libraries, or to not-for-profit encyclopaedias.")
    assert [item.words for item in told] == ["shall not apply to libraries", "to not-for-profit encyclopaedias"]

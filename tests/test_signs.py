"""What tells that a costly expression need not be tried never hides what it would find."""

# mypy: allow-untyped-defs, allow-untyped-calls
import re

import pytest

from nlp import values
from nlp.grammar.reader import reader
from nlp.grammar.rules import LANGUAGES
from nlp.reading import Unit, read
from nlp.scores import relevance
from nlp.signs import Signs, beginnings, tried


def _phrases(signs: Signs) -> list[tuple[str, str]]:
    return [sign for told in signs._told.values() for sign in told]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("signs", [values.signs, relevance.signs])
def test_each_phrase_is_told_by_the_words_that_it_is_read_as(language, signs):
    known = signs(language)
    said = {
        (kind, phrase): reader(language).read(f"Siehe ({phrase.strip()}), 2.").words for kind, phrase in _phrases(known)
    }
    assert len(said) > 30
    assert [sign for sign, words in said.items() if sign not in known.of(words)] == []


def test_a_word_tells_what_it_begins_and_a_whole_word_nothing_longer():
    signs = Signs({"span": ["day ", "an "], "order": ["take action", "penalt"]})
    assert signs.of(["five", "days", "anglers", "overtake"]) == frozenset()
    assert signs.of(["day", "penalties", "actions"]) == {
        ("span", "day "),
        ("order", "penalt"),
        ("order", "take action"),
    }


@pytest.mark.parametrize("start", [0, 3, 30])
def test_what_is_tried_at_its_beginnings_is_found_as_anywhere(start):
    text = "Fines of 5 euros, fine or 12 EUROS fined; 3 pens and 7 euros, fine."
    finder = re.compile(r"(?<!\w)(?:fines?|\d+ euros(?:, fine)?)", re.IGNORECASE)
    begun = beginnings(["Fine", "fines", *"0123456789"])
    found = [each.span() for each in tried(finder, begun, text.lower(), text, start)]
    assert found == [each.span() for each in finder.finditer(text, start)]
    assert found


@pytest.mark.parametrize(
    ("text", "asked"), [("The owner must feed his dog.", False), ("The hosting provider must remove it.", True)]
)
def test_ideas_are_looked_for_only_where_a_host_may_be_bound(text, asked):
    (reading,) = read([Unit("1", "", text)], "en", "")
    assert ("hits" in vars(reading.passage.ideas)) == asked

"""The clock speaks every language of the catalogues: no answer holds a sentence that one of them lacks."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from dashboard.words.tongue import LANGUAGES, tongue
from index.clock.answer import answer, deadline
from index.clock.given import read
from index.clock.reply import Answer
from index.clock.rules import Rule, facts_of, known_facts, rules
from index.phrase import Phrase, either, phrase, plural, together

OTHERS = [code for code in LANGUAGES if code != "en"]
DAYS = ("2026-03-13", "2026-06-29", "2026-11-25", "2010-01-31", "1999-05-03")
SIGNS = re.compile(r"(?:\{p\d+\}|[\s+−(),;=])*")


def answers(rule: Rule) -> Iterator[Answer]:
    """Asked with nothing, with every fact on one day, and with each alone."""
    yield answer(rule, read({}))
    for day in DAYS:
        facts = {name: _value(name, day) for name in (*facts_of(rule), *rule.unused)}
        yield answer(rule, read({**facts, "as_of": day, "unheard_of": day}))
        for name, value in facts.items():
            yield answer(rule, read({name: value, "side": rule.side}))


def _value(name: str, day: str) -> str:
    fact = known_facts()[name]
    return day if fact.kind == "day" else {"number": "30", "word": "false", "truth": "false"}[fact.kind]


def messages(said: Phrase) -> Iterator[str]:
    """What must stand in a catalogue; signs between phrases need not."""
    if not SIGNS.fullmatch(said.message):
        yield from (form for form in (said.message, said.many) if form)
    for _, value in said.values:
        if isinstance(value, Phrase):
            yield from messages(value)


@pytest.fixture(scope="module")
def spoken() -> set[str]:
    found = [one for rule in rules().values() for one in answers(rule)]
    phrases = [said for one in found for said in (*one.words, *(step.words for step in one.steps))]
    return {message for said in phrases for message in messages(said)}


@pytest.mark.parametrize("code", OTHERS)
def test_every_sentence_of_every_rule_is_in_the_catalogue(code: str, spoken: set[str]) -> None:
    assert len(spoken) > 300
    assert {words for words in spoken if not tongue(code).knows(words)} == set()


def test_a_sum_in_german() -> None:
    found = deadline("us.scotus.cert.petitioner", {"docketed": "12 Nov 2025"})
    said = [step.whole().said(tongue("de")) for step in found.steps]
    assert said[0] == (
        "Mi., 12. Nov. 2025: der Fall wurde in das Verfahrensregister eingetragen; der Tag selbst zählt nicht mit"
    )
    assert said[1] == "Fr., 12. Dez. 2025: + 30 Kalendertage (R. 37.1, 37.2)"
    assert "letzter Tag: Amicus-Schriftsatz für den Antragsteller" in said[2]
    assert "10 Tage zurück vom Fr., 12. Dez. 2025" in said[3]


def test_a_closed_day_in_french() -> None:
    found = deadline("us.scotus.cert.petitioner", {"docketed": "25 Nov 2025"})
    assert "jour de Noël" in " ".join(step.whole().said(tongue("fr")) for step in found.steps)
    assert found.date == "2025-12-26"


def test_the_english_is_the_message_itself() -> None:
    found = deadline("us.scotus.merits.party", {"side": "petitioner", "petitioner_brief_due": "2026-12-14"})
    assert found.note == found.told(tongue("en"))
    assert found.note.startswith("Cannot be computed: the day “the petitioner's brief was filed” is missing. If")


def test_a_number_chooses_its_form_in_each_language() -> None:
    one, many = (plural("{n} week", "{n} weeks", number) for number in (1, 4))
    assert [str(one), str(many)] == ["1 week", "4 weeks"]
    assert [one.said(tongue("de")), many.said(tongue("de"))] == ["1 Woche", "4 Wochen"]


def test_phrases_stand_together_without_empty_ones() -> None:
    assert (
        str(together([phrase("brief"), phrase(""), "R. 1", date(2026, 12, 4)], ", ")) == "brief, R. 1, Fri 4 Dec 2026"
    )
    assert str(either([phrase("brief"), phrase("letter"), phrase("motion")])) == "brief or letter or motion"


def test_braces_of_a_source_are_no_fields() -> None:
    found = deadline("za.cc", {"directions": "{0} {day} 100 %"})
    assert "{0} {day} 100 %" in found.told(tongue("fr"))

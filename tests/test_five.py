"""The five sentences that a tracker opens with say no more than what is held."""

import re
from datetime import date

from msgspec.structs import replace

from crawlers.matter import Event, Matter, TopicTag
from crawlers.vocabulary import EventKind, Origin, Status, Topic
from dashboard.views.care.freshness import fresh
from dashboard.views.trackers.five_sentences import sentences
from dashboard.words.tongue import tongue
from tests.made import law

TODAY, ENGLISH = date(2026, 11, 25), tongue("en")
FACTS = replace(law(id="uk/bill/7", title="Hosts Bill"), norms=(), topics=(), texts=())


def told(*cards: Matter) -> list[str]:
    return sentences("uk", cards, fresh((), TODAY, ENGLISH), TODAY, ENGLISH)


def given(topic: Topic, origin: Origin) -> Matter:
    return replace(FACTS, topics=(TopicTag(topic=topic, origin=origin),))


def test_of_matters_without_words_nothing_is_denied() -> None:
    assert told(FACTS)[3].startswith("Whether any of them touches people who edit we cannot say")
    assert told(FACTS)[4].endswith("1 matter is held as facts alone, without its words.")


def test_a_subject_that_a_person_gave_counts_and_one_that_a_rule_guessed_does_not() -> None:
    assert told(given(Topic.IDENTITY_ANONYMITY, Origin.SOURCE))[3] == "1 of them may touch people who edit."
    assert "cannot say" in told(given(Topic.IDENTITY_ANONYMITY, Origin.RULE))[3]


def test_where_and_how_far_is_one_sentence_that_counts_every_matter_once() -> None:
    cards = [replace(FACTS, status=status) for status in Status]
    said = told(*cards)[1]
    assert said.startswith("All of it is about one place, United Kingdom: 4 are law already, 7 are not law yet, 6 are ")
    assert said.endswith(" in dispute, 7 are over and of 1 the stage is not known.")
    assert sum(map(int, re.findall(r"\d+", said))) == len(Status)
    assert told(FACTS)[1] == "All of it is about one place, United Kingdom: 1 is law already."
    assert told()[1] == "We hold nothing of this place yet: United Kingdom."


def test_the_next_date_says_what_happens_then() -> None:
    assert told(law(title="Hosts Act"))[2] == "The next date is Fri 4 Dec 2026: Hosts Act (comments close)."


def test_words_of_a_source_are_in_a_sentence_only_where_they_are_in_its_language() -> None:
    said = Event(date="2026-12-03", kind=EventKind.OTHER, label="Sitzung")
    card = law(title="Hosts Act", language="de", events=(said,))
    assert told(card)[2] == "The next date is Thu 3 Dec 2026: Hosts Act."
    assert told(replace(card, language="en"))[2] == "The next date is Thu 3 Dec 2026: Hosts Act (Sitzung)."

"""A person's answer changes the tag at once, and again after the law was tagged anew."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.fault import Fault
from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Duty, ReviewState
from dashboard.reads.reviewed import Correction, answer, laid
from dashboard.views.evidence.model import said, term
from dashboard.words.tongue import tongue
from index.private import open_private
from index.records import open_records
from index.store import backup
from nlp.build.sets import judged
from nlp.evaluate.reviews import reviews
from nlp.queue import Waiting, queue
from nlp.review import every, found, verdicts
from nlp.tag import tag
from tests.library import library

WORDS = "Providers of online platforms shall remove the content within 24 hours."


DOUBTED = "The information on online platforms shall not include personal data."


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Matter:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    text = Text(id="t", language="en", provisions=(Provision(id="art_1", text=WORDS),))
    return tag(replace(library(1)[0], texts=(text,), language="en"))


def first(law: Matter) -> Waiting:
    return Waiting(law, law.texts[0], law.norms[0], "")


def test_what_is_not_for_hosts_is_no_duty_of_hosts_from_then_on(law: Matter) -> None:
    answer(first(law), "hosts", "lawyer", "2031-01-02T09:00:00Z", "a note", Correction())
    for again in (laid(law), laid(tag(law))):
        assert not again.norms[0].host_duty
        assert again.norms[0].review.state is ReviewState.CORRECTED


def test_a_correction_names_the_duty_and_the_last_word_counts(law: Matter) -> None:
    answer(first(law), "nothing", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    assert laid(law).norms == ()
    other = Correction(duty=Duty.NOTICE_AND_ACTION)
    answer(first(law), "else", "lawyer", "2031-01-03T09:00:00Z", "", other)
    assert laid(law).norms[0].duty is Duty.NOTICE_AND_ACTION


def test_what_was_answered_waits_no_longer(law: Matter) -> None:
    assert len(queue([laid(law)])) == 1
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    assert queue([laid(law)]) == []


def test_what_the_model_doubts_waits_before_what_is_only_new(law: Matter) -> None:
    text = replace(law.texts[0], provisions=(*law.texts[0].provisions, Provision(id="art_2", text=DOUBTED)))
    both = tag(replace(law, texts=(text,)))
    reasons = [one.reason for one in queue([both])]
    assert reasons[0] == "the rule and the model disagree"
    assert "a trigger that nobody has judged yet" in reasons


def test_a_trigger_that_was_judged_is_not_new_again(law: Matter) -> None:
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    again = replace(law, id="zz/act/other")
    assert all("nobody has judged" not in one.reason for one in queue([again], verdicts().values()))


def test_an_answer_keeps_the_words_it_judged_for_the_models(law: Matter) -> None:
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    said = next(every())
    assert (said.quote, said.language) == (law.norms[0].quote, "en")
    assert said.trigger == law.norms[0].evidence[0].rule


def test_the_asked_tag_comes_first(law: Matter) -> None:
    text = replace(law.texts[0], provisions=(*law.texts[0].provisions, Provision(id="art_2", text=DOUBTED)))
    both = tag(replace(law, texts=(text,)))
    assert queue([both], (), ("art_1", 0))[0].norm.provision == "art_1"


def test_answers_come_back_with_a_backup_and_notes_only_with_private_words(law: Matter, tmp_path: Path) -> None:
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "between us", Correction())
    records, words = open_records(f"sqlite:///{tmp_path}/records.db"), open_private(tmp_path / "private.db")
    backup.backup(records, None, tmp_path / "open.gz")
    backup.backup(records, words, tmp_path / "private.gz")
    for file, held, note in (
        ("open.gz", None, ""),
        ("private.gz", words, "between us"),
        ("open.gz", None, "between us"),
    ):
        if held is not None or not note:
            (tmp_path / "reviews.jsonl").unlink()
        backup.restore(records, held, tmp_path / file)
        assert [(each.quote, each.note) for each in every()] == [(law.norms[0].quote, note)]


def test_answers_are_measured_and_teach_the_models(law: Matter) -> None:
    answer(first(law), "nothing", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    shares = {figure.name: figure.value for figure in reviews()}
    assert (shares["a norm at all"], shares["right as it was"]) == (0, 0)
    assert judged("en", verdicts().values()).labels == [False]


def test_words_that_a_person_shortens_carry_the_tag_at_once_and_after_the_law_was_tagged_anew(law: Matter) -> None:
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction(words="shall  remove\nthe content"))
    for again in (laid(law), laid(tag(law))):
        norm = again.norms[0]
        assert norm.quote == WORDS[norm.start : norm.end] == "shall remove the content"
        assert norm.review.state is ReviewState.CORRECTED


def test_words_that_stand_twice_are_taken_where_the_tag_stood() -> None:
    assert found("shall remove", "It shall remove it. He shall remove it.", 20) == (23, 35)


def test_words_that_the_provision_does_not_have_are_refused_and_nothing_is_kept(law: Matter) -> None:
    with pytest.raises(Fault, match="does not have these words"):
        answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction(words="shall keep"))
    assert not verdicts()


def test_a_corrected_span_is_measured_as_such(law: Matter) -> None:
    answer(first(law), "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction(words="shall remove the content"))
    shares = {figure.name: figure.value for figure in reviews()}
    assert (shares["words"], shares["right as it was"], shares["modality"]) == (0, 0, 1)


def test_the_model_says_its_odds_and_terms_in_words(law: Matter) -> None:
    model = said(law.norms[0], tongue("en"))
    assert model
    assert model.odds.endswith("of 100")
    assert all("“" in words or ":" in words for words, _ in model.terms)


@pytest.mark.parametrize(
    ("feature", "words"),
    [
        ("words shall be", "“shall be” in the sentence"),
        ("first verb 0 before include", "“include” shortly after the verb"),
        ("verb after provider", "“provider” shortly before the verb"),
        ("first verb shall include", "“shall include” at the verb"),
        ("rule obligation by_name", "what a rule saw in it: obligation by name"),
        ("of another kind", "of another kind"),
    ],
)
def test_a_term_of_the_model_is_said_in_words(feature: str, words: str) -> None:
    assert term(feature, tongue("en")) == words

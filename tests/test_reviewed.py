"""A person's answer changes the tag at once, and again after the law was tagged anew."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Duty, ReviewState
from dashboard.reviewed import Correction, answer, laid
from dashboard.views.review import queue
from nlp.tag import tag
from tests.library import library

WORDS = "Providers of online platforms shall remove the content within 24 hours."


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Matter:
    monkeypatch.setenv("AMICUS_HOME", str(tmp_path))
    text = Text(id="t", language="en", provisions=(Provision(id="art_1", text=WORDS),))
    return tag(replace(library(1)[0], texts=(text,), language="en"))


def test_what_is_not_for_hosts_is_no_duty_of_hosts_from_then_on(law: Matter) -> None:
    answer(law, law.norms[0], "hosts", "lawyer", "2031-01-02T09:00:00Z", "a note", Correction())
    for again in (laid(law), laid(tag(law))):
        assert not again.norms[0].host_duty
        assert again.norms[0].review.state is ReviewState.CORRECTED


def test_a_correction_names_the_duty_and_the_last_word_counts(law: Matter) -> None:
    answer(law, law.norms[0], "nothing", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    assert laid(law).norms == ()
    other = Correction(duty=Duty.NOTICE_AND_ACTION)
    answer(law, law.norms[0], "else", "lawyer", "2031-01-03T09:00:00Z", "", other)
    assert laid(law).norms[0].duty is Duty.NOTICE_AND_ACTION


def test_what_was_answered_waits_no_longer(law: Matter) -> None:
    assert len(queue([laid(law)])) == 1
    answer(law, law.norms[0], "right", "lawyer", "2031-01-02T09:00:00Z", "", Correction())
    assert queue([laid(law)]) == []

"""Times of day in the sentences of a notice, though "p.m." ends like a sentence."""

import pytest

from crawlers.texts import notices


@pytest.mark.parametrize(
    "words",
    [
        "Comments due by 11:59 p.m. ET on December 20, 2031.",
        "Comments must be received before 11:59 p.m. Eastern Time on December 20, 2031. A hearing is on January 5, 2032 at 10 a.m. EST.",
        "Comments on Docket No. EPA-9 are due December 20, 2031, at 11:59 p.m.",
    ],
)
def test_the_time_stands_with_its_day_whatever_zone_comes_between(words: str) -> None:
    assert notices.time(words, "2031-12-20") == "23:59"


def test_the_sentence_after_a_time_is_another() -> None:
    words = "The meeting is on December 20, 2031, from 9 a.m. to 5 p.m. Comments are due December 22, 2031."
    told = [(event.date, event.time, event.kind) for event in notices.told(words, "", "America/New_York")]
    assert told == [("2031-12-20", "09:00", "meeting"), ("2031-12-22", "", "comment_closes")]

"""Time limits with the event they run from, thresholds and penalties in the words of a norm."""

# mypy: allow-untyped-defs, allow-untyped-calls
import pytest

from nlp.values import deadline, threshold

LIMITS = [
    ("en", "Answer within 24 hours of receipt of the order pursuant to section 4.", "PT24H", "of receipt of the order"),
    ("en", "Answer within two weeks after the notice referred to in section 4.", "P2W", "after the notice"),
    ("en", "Answer as soon as practicable.", "PT0S", ""),
    ("de", "Antwort innerhalb von drei Tagen nach Eingang der Beschwerde.", "P3D", "nach Eingang der Beschwerde"),
    ("fr", "Répondre dans un délai de deux mois à compter de la demande visée.", "P2M", "à compter de la demande"),
]


@pytest.mark.parametrize(("language", "text", "duration", "anchor"), LIMITS)
def test_a_time_limit_runs_from_its_event_and_not_from_a_reference(language, text, duration, anchor):
    found = deadline(text, language)
    assert found is not None
    assert (found.duration, found.anchor) == (duration, anchor)
    assert text[found.start : found.end] == found.text


def test_an_age_is_no_time_limit():
    assert deadline("Pilots are at least 16 years old.", "en") is None


def test_a_threshold_may_follow_what_it_counts():
    found = threshold("A port with a number of monthly users equal to or higher than 45 million is large.")
    assert found is not None
    assert (found.metric, found.operator, found.value) == ("users", ">=", 45_000_000)


def test_a_share_of_turnover_is_no_threshold():
    assert threshold("Fines not exceeding 6 % of annual turnover may be imposed.") is None

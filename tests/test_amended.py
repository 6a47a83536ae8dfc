"""How laws are amended, in four languages: what changed in law is told, what did not is not."""

import pytest

from index.changes import Sort, What
from index.differences import versions
from tests.amended import Case, cases, found, states, told


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_changed_in_law_is_told_and_nothing_else(case: Case) -> None:
    changes = found(case)
    (version,) = [change for change in changes if change.what is What.TEXT]
    assert told(changes) == case.law
    assert (version.sort is Sort.CLERICAL) == case.clerical


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_quote_of_a_norm_that_changed_stands_in_its_version(case: Case) -> None:
    for change in found(case):
        for norm in (change.norm.before, change.norm.after) if change.norm else ():
            texts = {text.id: text for text in states(case)[1].texts}
            units = {unit.id: unit.text for unit in texts[norm.text].provisions} if norm else {}
            assert norm is None or units[norm.provision][norm.start : norm.end] == norm.quote


def test_a_duty_that_moved_to_another_chapter_is_shown_where_it_stands_now() -> None:
    (case,) = [case for case in cases() if case.name == "en moved to another chapter"]
    pairs = versions.compare(*states(case)[1].texts)
    moved = [
        (pair.before.id, pair.after.id)
        for pair in pairs
        if pair.how is versions.How.MOVED and pair.before and pair.after
    ]
    assert moved == [("ch_1/art_3", "ch_2/art_9")]

"""Words of sources that stand for a place in a lifecycle, where documents of that kind are rare in our fixtures."""

import pytest

from crawlers.values.words import Words
from crawlers.vocabulary import Status


@pytest.mark.parametrize(
    ("table", "said", "status"),
    [
        ("uk_govuk", "regulation", Status.IN_FORCE),
        ("uk_govuk", "statutory_guidance", Status.IN_FORCE),
        ("uk_govuk", "statutory_instrument", Status.ENACTED),
        ("akoma_ntoso", "Referentenentwurf", Status.PROPOSED),
        ("akoma_ntoso", "Regierungsentwurf", Status.PROPOSED),
    ],
)
def test_a_word_of_a_source_has_its_place(table: str, said: str, status: Status) -> None:
    assert Words(table).status(said) is status

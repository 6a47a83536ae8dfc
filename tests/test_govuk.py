"""What a department decided after it had asked is read wherever GOV.UK keeps it, marked up or plain."""

import pytest

from crawlers.texts import govuk


@pytest.mark.parametrize("name", ["final_outcome_detail", "outcome_detail"])
@pytest.mark.parametrize("said", ["<div class='govspeak'><p>Lamps stay lit.</p></div>", "Lamps stay lit."])
def test_an_outcome_is_a_text_of_its_own(name: str, said: str) -> None:
    (text,) = govuk.texts({name: said}, "Lamps", "2031-02-03", "https://www.gov.uk/lamps", "en")
    assert (text.id, [unit.text for unit in text.provisions]) == ("outcome.en", ["Lamps stay lit."])

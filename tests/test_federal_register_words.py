"""Words of the Federal Register around what the printer set between them."""

import pytest
from lxml import etree

from crawlers.texts import federal_register

SAID = [
    ("once the<PRTPAGE P='9'/>lamp burns", "once the lamp burns", "a page ends between two words"),
    ("comment 2(a)-<PRTPAGE P='9'/>2 burns", "comment 2(a)-2 burns", "a page ends at a hyphen"),
    ("understood<FTREF/>by lamps.<SU>2</SU><FTREF/>", "understood by lamps.", "a mark of a footnote stood there"),
    ("the <E T='03'>Lamp</E>burns", "the Lamp burns", "emphasis swallowed the blank"),
]


@pytest.mark.parametrize(("printed", "said", "why"), SAID, ids=[why for *_, why in SAID])
def test_words_stand_apart_where(printed: str, said: str, why: str) -> None:
    root = etree.fromstring(f"<RULE><SUPLINF><P>{printed}</P></SUPLINF></RULE>")
    assert [unit.text for unit in federal_register.units(root)] == [said], why

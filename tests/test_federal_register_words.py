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


def test_footnotes_stand_together_after_the_words_with_their_marks() -> None:
    root = etree.fromstring(
        "<RULE><SUPLINF><P>Lamps burn.<SU>1</SU><FTREF/></P><FTNT><P><SU>1</SU><E T='03'>See</E>12 Lamp 4.</P>"
        "<P>They went out in 1990.</P></FTNT><P>Wicks too.</P><FTNT><P><SU>2</SU>Of 10<SU>2</SU> wicks.</P></FTNT>"
        "</SUPLINF></RULE>"
    )
    assert [(unit.kind, unit.text) for unit in federal_register.units(root)] == [
        ("p", "Lamps burn."),
        ("p", "Wicks too."),
        ("note", "1 See 12 Lamp 4.\nThey went out in 1990.\n2 Of 10 wicks."),
    ]

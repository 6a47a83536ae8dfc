"""docs/laws-read.md counts norms and duties of laws that matter, and names the worst mistakes."""

from msgspec.structs import replace

from crawlers.matter import Provision, Text
from nlp.evaluate.counts import DOCS, page, row
from nlp.tag import tag
from nlp.version import VERSION
from tests.library import library

UNIT = Provision(id="art_1", text="Providers of online platforms shall answer complaints within 14 days of receipt.")
LAW = tag(replace(library(1)[0], texts=(Text(id="t", language="en", provisions=(UNIT,)),), language="en"))


def test_a_law_is_counted_by_norms_duties_kinds_and_values() -> None:
    cells = [cell.strip() for cell in row(LAW).strip("| \n").split("|")]
    assert cells[2:5] == ["1", "1", "1"]
    assert cells[-4:] == ["1", "0", "0", "0"]


def test_a_mistake_stands_with_what_became_of_it() -> None:
    told = page([("law.xml", LAW)], {"Ships": [{"seen": "A ship was taken for a port.", "now": "Mended."}]})
    assert told.endswith("## Ships\n\n1. A ship was taken for a port. **Mended.**\n")


def test_the_page_was_written_by_this_tagger_and_names_ten_mistakes() -> None:
    told = DOCS.read_text(encoding="utf-8")
    assert f"tagger version {VERSION};" in told
    assert "\n10. " in told

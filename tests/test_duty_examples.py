"""docs/duties.md lists hits and near misses of every duty by file, provision and characters, and says where fewer exist."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.matter import Provision, Text
from crawlers.vocabulary import Duty
from nlp.evaluate.examples import DOCS, MOST, laws, page, spots
from nlp.tag import tag
from tests.library import library
from tests.shared import CORPUS, needs_corpus

LAW = "de/gesetze-im-internet/netzdg.xml"
_LINE = re.compile(r"^- (?P<file>\S+): `(?P<provision>\S+)`, (?P<start>\d+)–(?P<end>\d+)$", re.MULTILINE)


def sections(words: str) -> dict[str, str]:
    return dict(re.findall(r"^## \S+ .*? \(`(\w+)`\)\n(.*?)(?=^## |\Z)", words, re.MULTILINE | re.DOTALL))


def test_every_duty_has_its_section_and_never_more_than_five_of_a_kind() -> None:
    listed = sections(DOCS.read_text(encoding="utf-8"))
    assert set(listed) == set(Duty) - {Duty.OTHER}
    for words in listed.values():
        for kind in words.split("Near misses"):
            count = len(_LINE.findall(kind))
            assert count == MOST or f"only {count} in these laws" in kind or "none in these laws" in kind


def test_words_of_a_duty_that_binds_no_host_are_a_near_miss() -> None:
    words = (
        "Providers of online platforms shall publish a transparency report every year.",
        "The museum publishes a transparency report about its roof.",
    )
    units = tuple(Provision(id=f"art_{n}", text=each) for n, each in enumerate(words, 1))
    law = tag(replace(library(1)[0], texts=(Text(id="t", language="en", provisions=units),), language="en"))
    hits, misses = spots([("law.xml", law)])
    assert [spot.provision for spot in hits[Duty.TRANSPARENCY_REPORT]] == ["art_1"]
    assert [spot.provision for spot in misses[Duty.TRANSPARENCY_REPORT]] == ["art_2"]
    assert "Hits (only 1 in these laws):" in sections(page(hits, misses))["transparency_report"]


@pytest.mark.corpus
@needs_corpus
def test_what_is_listed_lies_within_the_provision_it_names() -> None:
    held = {
        unit.id: unit.text
        for _, law in laws(CORPUS, {"de-gii": [LAW]})
        for text in law.texts
        for unit in text.provisions
    }
    named = [found for found in _LINE.finditer(DOCS.read_text(encoding="utf-8")) if found["file"] == LAW]
    assert named
    assert all(0 <= int(each["start"]) < int(each["end"]) <= len(held[each["provision"]]) for each in named)
    assert Path(CORPUS / LAW).exists()

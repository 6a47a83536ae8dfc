"""docs/duties.md lists hits and near misses of every duty by file, provision and characters, and says where fewer exist."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from crawlers.facts import convert, load
from crawlers.matter import Provision, Text
from crawlers.vocabulary import Duty
from nlp.evaluate.examples import DOCS, MOST, READ, Read, Spot, laws, page, spots, verdicts
from nlp.tag import tag
from tests.library import library
from tests.shared import CORPUS, needs_corpus

LAW = "de/gesetze-im-internet/netzdg.xml"
_LINE = re.compile(
    r"^- (?P<file>\S+): `(?P<provision>\S+)`, (?P<start>\d+)–(?P<end>\d+)(?: · (?:right|wrong))?$", re.MULTILINE
)


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


def test_an_example_that_was_read_says_whether_it_is_one() -> None:
    (duty, _), read = next(
        (key, read) for key, read in verdicts().items() if key[1] == "hit" and "wrong" in read.values()
    )
    bad = next(name for name, verdict in read.items() if verdict == "wrong")
    file, provision = bad.split(" ")
    words = page({duty: [Spot(f"x/{file}", provision, 0, 9), Spot("x/new.xml", "art_1", 0, 9)]}, {})
    assert f"- x/{file}: `{provision}`, 0–9 · wrong\n- x/new.xml: `art_1`, 0–9\n" in words


def test_no_example_is_both_right_and_wrong() -> None:
    read = convert(load(READ), tuple[Read, ...], READ.name, "examples")
    assert len({(each.duty, each.kind) for each in read}) == len(read)
    assert not any(set(each.right) & set(each.wrong) for each in read)


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

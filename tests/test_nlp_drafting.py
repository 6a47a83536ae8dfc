"""Sentences in the manner of each drafting tradition say what a lawyer would read in them."""

# mypy: allow-untyped-defs, allow-untyped-calls
from pathlib import Path

import pytest
import yaml

from nlp.taxonomy import taxonomy
from nlp.units import tag_units

ROWS = yaml.safe_load((Path(__file__).parent / "drafting.yaml").read_text(encoding="utf-8"))


def told(row):
    unit = {"id": "1", "heading": "", **{key: row[key] for key in ("law", "language", "text")}}
    return next(iter(tag_units([unit])))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['language']} {row['text'][:40]}" for row in ROWS])
def test_a_sentence_says_this_of_whom(row):
    said = [(norm["modality"], norm["bearer"], norm["duty"]) for norm in told(row)["norms"]]
    assert len(said) == len(row["says"])
    for (modality, bearer, duty), wanted in zip(said, row["says"], strict=True):
        named = [modality, bearer, duty][: len(wanted.split())]
        assert named == wanted.split()


def test_hints_make_no_provision_relevant():
    words = ", ".join(hint for entry in taxonomy().duties.values() for hint in entry.hints.get("en", ())[:3])
    row = {"law": "Dock Act", "language": "en", "text": f"The dock has a list: {words}."}
    assert told(row)["relevance"] < 0.5


def test_a_general_duty_gives_way_to_one_said_more_exactly():
    law = {"law": "Act on online platforms", "language": "en"}
    text = "The online platform shall protect minors and label advertisements."
    assert told({**law, "text": text})["norms"][0]["duty"] == "ads_transparency"

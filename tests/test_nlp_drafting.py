"""Sentences in the manner of each drafting tradition say what a lawyer would read in them."""

# mypy: allow-untyped-defs, allow-untyped-calls
from pathlib import Path

import pytest
import yaml

from nlp.ideas import Word, spoken
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


PLATFORM_LAW = {
    "en": "Online Platforms Act",
    "de": "Gesetz über Online-Plattformen",
    "fr": "Loi sur les plateformes en ligne",
    "es": "Ley de plataformas en línea",
    "it": "Legge sulle piattaforme online",
    "pt": "Lei das plataformas em linha",
}


def laid(language, sentence):
    norms = told({"law": PLATFORM_LAW[language], "language": language, "text": sentence})["norms"]
    return [norm["duty"] for norm in norms if norm["host_duty"]]


@pytest.mark.parametrize("duty", taxonomy().duties)
def test_a_duty_is_known_however_a_legislator_lays_it_on_a_host(duty):
    said = [(language, one) for language, each in taxonomy().duties[duty].variants.items() for one in each]
    assert [one for language, one in said if laid(language, one) != [duty]] == []


@pytest.mark.parametrize("duty", taxonomy().duties)
def test_the_same_words_of_somebody_else_bind_no_host(duty):
    said = [(language, one) for language, each in taxonomy().duties[duty].near_misses.items() for one in each]
    assert [one for language, one in said if laid(language, one)] == []


def test_ideas_far_from_each_other_say_nothing_together():
    near = [Word(3, "keep"), Word(9, "data")]
    far = [Word(3, "keep"), Word(90, "data")]
    assert [duty for duty, _, _ in spoken(near)] == ["data_retention_disclosure"]
    assert list(spoken(far)) == []

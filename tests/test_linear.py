"""The models that say whether words bind somebody: small, exact about what they weigh, the same every time."""

import math
from pathlib import Path

import pytest
import spacy
from msgspec.structs import replace

from crawlers.matter import Matter, Provision, Text
from crawlers.vocabulary import Origin
from nlp.build.train import fit, save
from nlp.grammar.rules import LANGUAGES
from nlp.norms import BINDS
from nlp.reading import Unit, read
from nlp.scores.component import NAME
from nlp.scores.linear import FOLDER, model, said, strongest
from nlp.tag import tag
from tests.library import library

BINDING = "The operator of the exchange shall publish the fee list within three days."
FORMAL = "This Regulation shall apply from 1 March 2031."


def odds(text: str) -> float:
    doc = spacy.blank("en")
    doc.add_pipe(NAME)
    return float(doc(text).cats["binds"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shipped_model_is_below_a_megabyte(language: str) -> None:
    assert model(language) is not None
    assert (FOLDER / f"{language}.npz").stat().st_size < 1_000_000


def test_what_binds_somebody_is_likelier_than_what_only_arranges() -> None:
    assert odds(BINDING) > 0.5 > odds(FORMAL)


def test_contributions_and_bias_sum_to_the_log_odds() -> None:
    known = model("en")
    assert known is not None
    terms = known.contributions(said(read([Unit("", "", BINDING)], "en", "")[0]), "en")
    total = known.bias + sum(terms.values())
    assert known.score(terms) == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-4)
    assert len(strongest(terms.items())) == 5


def test_no_words_have_odds_too() -> None:
    assert 0 <= odds("") <= 1


def test_a_language_without_a_model_is_refused_by_name() -> None:
    with pytest.raises(KeyError, match="nl"):
        spacy.blank("nl").add_pipe(NAME)


def law(words: str) -> Matter:
    text = Text(id="t", language="en", provisions=(Provision(id="art_1", text=words),))
    return tag(replace(library(1)[0], texts=(text,), language="en"))


def test_a_hosts_duty_shows_what_the_model_weighed() -> None:
    norm = law("Providers of online platforms shall remove the content within 24 hours.").norms[0]
    shown = [each for each in norm.evidence if each.label == BINDS]
    assert [(each.origin, each.rule, len(each.weights)) for each in shown] == [(Origin.MODEL, "model.binds.en", 5)]


def test_what_binds_no_host_is_not_weighed() -> None:
    norms = law("Every captain shall keep a log.").norms
    assert norms
    assert all(each.label != BINDS for norm in norms for each in norm.evidence)


@pytest.mark.long
def test_what_is_learnt_twice_is_the_same_to_the_byte(tmp_path: Path) -> None:
    texts = [said(read([Unit("", "", words)], "en", "")[0]) for words in (BINDING, FORMAL)] * 6
    for name in ("one.npz", "two.npz"):
        save(tmp_path / name, fit(texts, [True, False] * 6, "en"))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()

"""The random sample of the corpus: labels without words, that still point at provisions."""

import pytest

from nlp.evaluate.sample import kinds, labelled, sample
from nlp.evaluate.unseen import drawn, unseen
from tests.shared import SHARED, needs_corpus


def test_the_sample_has_a_hundred_places_in_six_languages_and_none_twice() -> None:
    places = [(one.file, one.text, one.provision) for one in labelled()]
    assert (len(places), len(set(places))) == (100, 100)
    assert {one.language for one in labelled()} == {"en", "de", "fr", "es", "it", "pt"}


def test_a_kind_of_norm_counts_once_a_provision() -> None:
    figure = kinds("sample", "all", [({"right"}, {"right", "power"}), (set(), set())])
    assert (figure.precision, figure.recall, figure.size) == (0.5, 1.0, 2)


@pytest.mark.corpus
@needs_corpus
@pytest.mark.long
def test_the_places_are_still_in_the_corpus() -> None:
    kinds_only = {figure.part: figure.size for figure in sample(SHARED) if figure.name.startswith("kinds")}
    assert kinds_only["all"] == len(labelled())


def test_the_second_sample_has_a_half_that_nobody_mended_on() -> None:
    places = [(one.file, one.text, one.provision) for one in drawn()]
    assert len(places) == len(set(places)) >= 150
    assert {one.half for one in drawn()} == {"dev", "held"}
    assert not {*places} & {(one.file, one.text, one.provision) for one in labelled()}


@pytest.mark.corpus
@needs_corpus
def test_every_label_of_the_second_sample_stands_in_words_of_the_corpus() -> None:
    sizes = {figure.part: figure.size for figure in unseen(SHARED) if figure.name == "norm F1"}
    wanted = sum(len(one.norms) for one in drawn())
    assert sum(size for part, size in sizes.items() if part.startswith("all")) == wanted

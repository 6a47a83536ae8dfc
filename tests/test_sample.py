"""The random sample of the corpus: labels without words, that still point at provisions."""

import pytest

from nlp.evaluate.sample import kinds, labelled, sample
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
def test_the_places_are_still_in_the_corpus() -> None:
    assert {figure.part: figure.size for figure in sample(SHARED)}["all"] == len(labelled())

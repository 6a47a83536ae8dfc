"""Provisions drawn for what they ask of hosts: labels without words, that still point at provisions."""

from typing import Any

import pytest

from nlp.evaluate.hosts import asking, figures, hosts
from nlp.evaluate.sample import labelled
from nlp.evaluate.unseen import drawn
from tests.shared import SHARED, needs_corpus

TEXT = "A host must delete what a court names."
SPOKEN = ("de", "en", "es", "fr", "it", "pt")
KEPT = {"modality": "obligation", "bearer": "host", "host_duty": True, "duty": "orders_compliance"}


def test_none_is_drawn_twice_and_none_stands_in_another_sample() -> None:
    places = [(one.file, one.text, one.provision) for one in asking()]
    others = {(one.file, one.text, one.provision) for one in drawn()}
    others |= {(one.file, one.text, one.provision) for one in labelled()}
    assert len(places) == len(set(places)) >= 250
    assert not {*places} & others
    assert {(one.language, one.half) for one in asking()} == {(a, b) for a in SPOKEN for b in ("dev", "held")}


def test_a_duty_is_named_wherever_a_host_is_bound_and_nowhere_but_there_and_in_exemptions() -> None:
    norms = [norm for one in asking() for norm in one.norms]
    assert all(norm.duty for norm in norms if norm.host_duty)
    assert {norm.modality for norm in norms if norm.duty and not norm.host_duty} == {"exemption"}


def test_a_host_duty_of_another_name_counts_as_one_but_not_as_named() -> None:
    pairs: list[tuple[Any, Any]] = [
        (
            {"text": TEXT, "norms": [KEPT | {"quote": TEXT}]},
            {"norms": [KEPT | {"duty": "removal_timeframe", "start": 0, "end": 18}]},
        )
    ]
    found = {figure.name: figure for figure in figures("en, only scored", pairs)}
    assert (found["host duty F1"].value, found["host duty and id F1"].value) == (1, 0)
    assert {(figure.set, figure.part, figure.goal) for figure in found.values()} == {("hosts", "en, only scored", None)}


def test_where_no_label_binds_a_host_no_figure_says_how_well_that_is_found() -> None:
    other = {"modality": "definition", "bearer": "none", "host_duty": False, "duty": None, "quote": TEXT}
    names = [figure.name for figure in figures("it, only scored", [({"text": TEXT, "norms": [other]}, {"norms": []})])]
    assert names == ["norm F1", "bearer accuracy"]


@pytest.mark.corpus
@needs_corpus
@pytest.mark.long
def test_every_label_stands_in_words_of_the_corpus() -> None:
    sizes = [figure.size for figure in hosts(SHARED) if figure.name == "norm F1" and figure.part.startswith("all")]
    assert sum(sizes) == sum(len(one.norms) for one in asking())

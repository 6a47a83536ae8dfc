"""How accurate the tagger is: the measures, the page, and what fails a build."""

import math
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from nlp.evaluate.measures import Figure, binary, calibration_error, chance_error, load, ranked, yes_or_no
from nlp.evaluate.report import fallen, page
from nlp.evaluate.spans import Near, exact, matches, touching

BETTER = Figure("hostbench", "all", "norm F1", 0.85, size=10, goal=0.85)
COST = Figure("hostbench", "all", "read for 95% recall", 0.30, falls=True)
SPEED = Figure("hostbench", "all", "words a second", 9_000, timed=True)


def test_always_saying_yes_stands_beside_macro_f1_and_mcc() -> None:
    said = {figure.name: figure.value for figure in yes_or_no("set", "en", [True, True, False], [True, True, True])}
    assert said["F1"] == said["always-yes F1"] == pytest.approx(0.8)
    assert said["macro-F1"] == pytest.approx(0.4)
    assert said["MCC"] == 0


def test_nothing_labelled_is_no_division_by_zero() -> None:
    assert all(math.isfinite(value) for value in binary([], []).values())
    assert all(math.isfinite(figure.value) for figure in ranked("set", "en", [], []))


def test_load_is_what_must_be_read_best_first() -> None:
    assert load([True, False, True, False], [0.9, 0.8, 0.7, 0.1], 1.0) == 0.75


def test_odds_that_come_true_have_no_calibration_error() -> None:
    assert calibration_error([True, False], [1.0, 0.0]) == 0
    assert calibration_error([False, False], [1.0, 1.0]) == 1


def test_few_scores_that_come_true_as_often_as_they_say_still_show_an_error_by_chance() -> None:
    assert chance_error([0.0, 1.0]) == 0
    assert 0.05 < chance_error([0.3, 0.7] * 20) < 0.2
    assert chance_error([0.3, 0.7] * 2000) < 0.02


def test_a_norm_found_in_part_overlaps_and_is_not_exact() -> None:
    unit = {"text": "The host shall act. More.", "norms": [{"quote": "The host shall act."}]}
    guess = {"norms": [{"start": 4, "end": 19}]}

    def found(near: Near) -> int:
        return len(matches(unit, guess, lambda _: True, lambda _a, _b: True, near))

    assert (found(touching), found(exact)) == (1, 0)


def test_a_figure_may_fall_by_a_point_and_no_more() -> None:
    before = page([BETTER, COST, SPEED])
    assert fallen([BETTER._replace(value=0.841), COST._replace(value=0.309), SPEED._replace(value=1)], before) == []
    assert fallen([BETTER._replace(value=0.839), COST, SPEED], before) == [
        "hostbench all norm F1: 0.850 before, 0.839 now"
    ]
    assert len(fallen([BETTER, COST._replace(value=0.32), SPEED], before)) == 1


def test_a_figure_that_is_no_longer_measured_is_told() -> None:
    assert fallen([COST, SPEED], page([BETTER, COST, SPEED])) == ["hostbench all norm F1: no longer measured"]


def test_measuring_one_set_leaves_the_rows_of_the_others() -> None:
    other = Figure("sentences", "en", "F1", 0.9)
    both = page([other], page([BETTER, other._replace(value=0.1)]))
    assert "| norm F1 | 0.850 |" in both
    assert "| 0.900 |" in both
    assert "0.100" not in both


@pytest.mark.long
def test_other_labels_of_the_same_format_are_measured_and_the_page_stays(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        '{"id": "a", "law": "x", "jurisdiction": "zz", "language": "en", "number": "1", "heading": "", "text": '
        '"Providers of online platforms shall remove the content within 24 hours.", "host_relevant": true, "norms": '
        '[{"modality": "obligation", "bearer": "host", "host_duty": true, "duty": "removal_timeframe", '
        '"quote": "Providers of online platforms shall remove the content within 24 hours"}]}\n',
        encoding="utf-8",
    )
    done = CliRunner().invoke(app, ["eval", "--gold", str(gold), "--write", str(tmp_path / "page.md")])
    assert done.exit_code == 0
    assert "hostbench  all  norm F1  1.000  P 1.000  R 1.000" in done.output
    assert "| norm F1, exact spans |" in (tmp_path / "page.md").read_text(encoding="utf-8")


def test_an_unknown_set_is_one_sentence() -> None:
    done = CliRunner().invoke(app, ["eval", "nonsense"])
    assert done.exit_code != 0
    assert "nonsense is no set" in f"{done.output}{done.exception}"

"""Every row of the mission's table of windows has its rule, and the rule answers in the kind that the row says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.clock.answer import deadline
from index.clock.listing import table
from index.clock.rules import Kind, Unit, rules
from tests.shared import SHARED, needs_mission

DOCS = Path(__file__).resolve().parent.parent / "docs/windows.md"
SEVERAL: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "clock_rows.yaml").read_text(encoding="utf-8"))
# Rules that no row asks for: a page without its stage, and a notice of a place that has no row.
OWN = {"eu.hys.page", "any.notice"}
NAMES = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH, "business_day": Unit.BUSINESS_DAY, "court_day": Unit.COURT_DAY}  # fmt: skip
KINDS = {
    r"not available": Kind.NOT_AVAILABLE,
    r"opens \*\*no\*\* window": Kind.NOT_AVAILABLE,
    r"withdrawn before": Kind.NOT_AVAILABLE,
    r"no fixed period|^no rule|no date|no right|no amicus rule": Kind.NO_FIXED_PERIOD,
    r"^stated": Kind.STATED_IN_NOTICE,
}


def rows() -> dict[str, str]:
    """The first two cells of every row of sections 2 to 5: courts, and the words for the period."""
    path = SHARED / "mission/windows.md"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    body = text[text.find("\n## 2.") : text.find("\n## 6.")]
    found = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|", body, re.MULTILINE)
    return {courts.strip(): period.strip() for courts, _, period in found if courts.strip() not in {"id", "---"}}


def of_row(row: str) -> list[str]:
    return SEVERAL.get(row, [row])


def as_data() -> list[dict[str, Any]]:
    path = SHARED / "mission/windows_rules.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []


@pytest.mark.corpus
@needs_mission
def test_every_row_has_a_rule_and_every_rule_a_row() -> None:
    found = {id for row in rows() for id in of_row(row)}
    assert len(rows()) > 80
    assert found - set(rules()) == set()
    assert set(rules()) - found - OWN == set()


@pytest.mark.corpus
@needs_mission
def test_a_row_in_words_is_answered_in_that_kind() -> None:
    checked = 0
    for row, period in rows().items():
        wanted = next((kind for words, kind in KINDS.items() if re.search(words, period, re.IGNORECASE)), None)
        if wanted and row not in SEVERAL:
            assert rules()[row].answer is wanted, f"{row}: {period}"
            checked += 1
    assert checked >= 25


@pytest.mark.corpus
@needs_mission
def test_every_rule_given_as_data_has_its_answer_period_validity_and_mark() -> None:
    assert len(as_data()) >= 70
    for wanted in as_data():
        rule = rules()[wanted["id"]]
        assert rule.answer == wanted["output"], rule.id
        assert rule.valid_from == (wanted.get("valid_from") or ""), rule.id
        if wanted.get("unit") in NAMES and (wanted.get("offset") or "").isdecimal() and int(wanted["offset"]):
            [span] = rule.period
            assert (span.count, span.unit) == (int(wanted["offset"]), NAMES[wanted["unit"]]), rule.id
        if wanted["mark"] in {"S", "S2", "m"}:
            assert rule.mark == wanted["mark"], rule.id


@pytest.mark.parametrize("id", rules())
def test_a_rule_asked_without_any_day_answers_in_words_and_never_with_a_date(id: str) -> None:
    answer = deadline(id, {})
    assert answer.answer is not Kind.DATE
    assert len(answer.note) > 15
    assert answer.answer is rules()[id].answer or answer.missing or answer.answer is Kind.CANNOT_COMPUTE


def test_the_table_of_the_documentation_is_that_of_the_rules() -> None:
    assert DOCS.read_text(encoding="utf-8") == table()

"""The clock answers the golden cases of the mission, and those worked out by hand here, exactly."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from index.clock.answer import deadline
from tests.shared import SHARED, needs_mission

GOLDEN = SHARED / "mission/windows_golden.json"
OWN = yaml.safe_load((Path(__file__).parent / "clock_cases.yaml").read_text(encoding="utf-8"))


def golden() -> list[dict[str, Any]]:
    return json.loads(GOLDEN.read_text(encoding="utf-8")) if GOLDEN.exists() else [{"id": "absent"}]


def typed(facts: dict[str, Any]) -> dict[str, str]:
    return {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in facts.items()}


@pytest.mark.corpus
@needs_mission
@pytest.mark.parametrize("case", golden(), ids=lambda case: case["id"])
def test_golden_case(case: dict[str, Any]) -> None:
    got = deadline(case["rule"], typed(case["inputs"])).shape()
    wanted = case["expect"]
    assert got["answer"] == wanted["kind"]
    assert {key: got[key] for key in ("date", "safe", "time") if key in wanted} == {
        key: wanted[key] for key in ("date", "safe", "time") if key in wanted
    }
    if str(wanted.get("label", "")).startswith("unverified"):
        assert not got["verified"]
        assert "unverified" in got["note"].lower()


@pytest.mark.parametrize("case", OWN, ids=lambda case: f"{case['rule']} {' '.join(case['facts'].values())}")
def test_case_worked_out_by_hand(case: dict[str, Any]) -> None:
    got = deadline(case["rule"], case["facts"]).shape()
    assert {key: got[key] for key in case["expect"]} == case["expect"], case["why"]

"""compose.yaml starts what there is: our settings and commands, and the Elasticsearch that the tests run against."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml
from typer.testing import CliRunner

from crawlers.settings import SETTINGS
from dashboard.cli import app
from tests import services

STARTED: dict[str, Any] = yaml.safe_load((Path(__file__).parent.parent / "compose.yaml").read_text())
OURS = [one for one in STARTED["services"].values() if "environment" in one and "AMICUS_HOME" in one["environment"]]


def test_every_setting_is_one_of_ours_and_every_store_is_started() -> None:
    for one in OURS:
        assert {name for name in one["environment"] if name.startswith("AMICUS_")} <= {each.name for each in SETTINGS}
        assert set(one["depends_on"]) <= set(STARTED["services"])
        for address in ("AMICUS_RECORDS", "AMICUS_SEARCH"):
            host = re.search(r"[@/]([a-z]+):\d+", one["environment"][address])
            assert host
            assert host[1] in one["depends_on"]


@pytest.mark.parametrize("one", OURS, ids=lambda one: str(one["command"])[-30:])
def test_every_command_is_one_of_ours_with_options_that_it_has(one: dict[str, Any]) -> None:
    (said,) = re.findall(r"amicus ([^;\"]+)", one["command"])
    name, *options = shlex.split(said)
    told = CliRunner().invoke(app, [name, "--help"]).stdout
    assert all(option in told for option in options if option.startswith("--"))
    assert name in typer.main.get_command(app).commands  # type: ignore[attr-defined]


def test_elasticsearch_is_the_one_of_the_tests() -> None:
    assert STARTED["services"]["search"]["image"].endswith(f":{services.VERSION}")

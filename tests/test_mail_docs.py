"""What docs/mail.md says is what the code does: settings, options, exit statuses, addresses, timers."""

import configparser
import inspect
import re
from pathlib import Path

import pytest
from starlette.routing import Match
from typer.testing import CliRunner

from crawlers.memory.lock import LATER
from crawlers.settings import SETTINGS
from dashboard.cli import app
from dashboard.commands.subscribe import subscribe
from dashboard.mail import smtp
from dashboard.mail.smtp import server
from dashboard.mail.subscriptions import REFUSALS, Pace
from dashboard.routes.subscribed import routes

DOCS = Path(__file__).parent.parent / "docs"
PAGE = (DOCS / "mail.md").read_text(encoding="utf-8")
COMMANDS = sorted({tuple(found.split()[1:]) for found in re.findall(r"`(amicus [^`]+)`", PAGE)})


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_every_setting_it_names_is_one() -> None:
    named = set(re.findall(r"\bAMICUS_[A-Z_]+", PAGE))
    assert named <= {setting.name for setting in SETTINGS}
    assert {setting.name for setting in SETTINGS if "SMTP" in setting.name or "MAIL" in setting.name} <= named


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_and_option_it_names_is_there(command: tuple[str, ...]) -> None:
    said = CliRunner().invoke(app, [command[0], "--help"], env={"COLUMNS": "200"}).output
    assert [word for word in command[1:] if word.startswith("--") and word not in said] == []


def test_every_option_of_its_tables_is_one_of_subscribe() -> None:
    options = set(re.findall(r"`(--[a-z]+)`", PAGE.partition("| option |")[2].partition("\n\n")[0]))
    assert options == {f"--{name}" for name in inspect.signature(subscribe).parameters} - {"--address", "--erase"}
    assert all(f"`{pace}`" in PAGE for pace in Pace)


@pytest.mark.parametrize("url", re.findall(r"^\| `(smtps?://[^`]+)`", PAGE, re.MULTILINE))
def test_every_mail_server_it_shows_is_read(url: str) -> None:
    assert server(url).tls == url.startswith("smtps")
    assert server(url).must_encrypt == ("tls=optional" not in url)


def test_its_numbers_are_those_of_the_code() -> None:
    from dashboard.commands.run import run

    assert f"refused {REFUSALS} times in a row" in " ".join(PAGE.split())
    assert f"says nothing for {smtp.TIMEOUT} seconds" in " ".join(PAGE.split())
    assert run.__defaults__
    assert f"longer than {run.__defaults__[0]:g} hours" in PAGE


def test_its_exit_statuses_are_those_of_a_run() -> None:
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == ["0", "1", str(LATER)]
    said = CliRunner().invoke(app, ["run", "--help"], env={"COLUMNS": "200"}).output
    assert re.findall(r"\b(0|1|75) (?:all well|a step|nothing)", " ".join(said.split())) == ["0", "1", "75"]


@pytest.mark.parametrize("address", re.findall(r"^\| `(/[^`?]+)", PAGE, re.MULTILINE))
def test_every_address_it_names_is_answered(address: str) -> None:
    scope = {"type": "http", "path": address, "method": "GET"}
    assert any(route.matches(scope)[0] is Match.FULL for route in routes())


def test_the_timer_starts_the_service_and_the_service_the_run() -> None:
    service, timer = (configparser.ConfigParser(interpolation=None) for _ in range(2))
    for parser, words in zip((service, timer), fenced("ini"), strict=True):
        parser.read_string(words)
    assert service["Service"]["Type"] == "oneshot"
    assert service["Service"]["ExecStart"].endswith("amicus run")
    assert timer["Install"]["WantedBy"] == "timers.target"


def test_the_line_for_cron_has_five_times_and_the_run() -> None:
    (line,) = fenced("cron")
    times, command = line.split()[:5], line.split()[5:]
    assert all(re.fullmatch(r"\d+|\*", one) for one in times)
    assert command[-2:] == ["/opt/amicus/.venv/bin/amicus", "run"]


def test_every_file_that_it_names_is_there() -> None:
    assert [path for path in re.findall(r"\]\(([^)#:]+)\)", PAGE) if not (DOCS / path).exists()] == []


def test_the_sample_fits_a_plain_mail_program_and_says_what_it_must() -> None:
    sample = (DOCS / "sample-digest.txt").read_text(encoding="utf-8")
    assert max(map(len, sample.splitlines())) <= 76
    for words in ("ONE SOURCE WAS NOT CHECKED", "CLOSING FIRST", "WHAT CHANGED IN LAW", "WHAT WE DO NOT KNOW"):
        assert words in sample

"""The commands of clock and digest, as a person runs them."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from crawlers.fault import Fault
from dashboard.cli import app
from dashboard.commands.deadline import deadline
from dashboard.digest.span import start
from tests.test_clock_matters import TODAY

DOCKET = """
id: us/scotus/26-123
title: A v. B
kind: case
status: pending
topics: [intermediary_liability]
events:
  - {kind: docketed, date: 2026-11-12, label: Docketed}
"""


CALL = """
id: uk/consultation/1
title: A call
kind: consultation
events:
  - {kind: comment_opens, date: 2026-12-01}
  - {kind: comment_closes, date: 2026-12-20, label: the page}
  - {kind: comment_closes, date: 2026-12-14, label: the document}
"""


@pytest.fixture(scope="module")
def amicus(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Runs a command over one docket that was entered by hand; a fault comes back as it is."""
    home = tmp_path_factory.mktemp("home")
    (home / "docket.yaml").write_text(DOCKET, encoding="utf-8")
    environment = {"AMICUS_HOME": str(home), "AMICUS_TODAY": TODAY.isoformat(), "AMICUS_RECORDS": "", "AMICUS_SMTP": ""}
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)

        def run(*arguments: str) -> str:
            done = CliRunner().invoke(app, list(arguments))
            if done.exception and not isinstance(done.exception, SystemExit):
                raise done.exception
            return done.output

        run("add", str(home / "docket.yaml"), "--who", "policy lead")
        yield run


def test_deadline_prints_the_sum(amicus: Any) -> None:
    said = amicus("deadline", "us.scotus.cert.petitioner", "docketed=12 Nov 2026")
    assert "To be safe, by   Fri 11 Dec 2026  [unverified rule]" in said
    assert "Sat 12 Dec 2026: + 30 calendar days" in said


def test_deadline_lists_every_rule_with_its_facts(amicus: Any) -> None:
    listed = {row["id"]: row["facts"] for row in json.loads(amicus("deadline", "--rules", "--json"))}
    assert len(listed) > 110
    assert "hudoc_published" in listed["coe.ecthr.chamber"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("us.scotus.cert.petitoner",), "there is no rule"),
        (("us.fr", "stated_end"), "EVENT=VALUE"),
        (("us.fr", "stated_end=03/04/2026"), "Wed 4 Mar 2026 or Fri 3 Apr 2026"),
    ],
)
def test_a_mistake_is_one_sentence(amicus: Any, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Fault, match=sentence):
        amicus("deadline", *arguments)


def test_windows_of_what_was_entered_by_hand(amicus: Any) -> None:
    found = json.loads(amicus("windows", "--json"))
    assert [window["step"] for window in found] == ["2026-12-01", "2026-12-01"]
    assert found[0]["answer"]["date"] == "2026-12-14"
    assert "tell counsel by Tue 1 Dec 2026" in amicus("windows")


def test_windows_without_a_day_are_listed_on_demand(amicus: Any) -> None:
    assert "is missing" not in amicus("windows")
    assert "the day “the response is due” is missing" in amicus("windows", "--undated")


def test_the_digest_on_screen(amicus: Any) -> None:
    assert "CLOSING FIRST" in amicus("digest")
    assert "A v. B" in amicus("digest", "--jurisdiction", "us", "--language", "de", "--profile", "editors")
    assert "A v. B" not in amicus("digest", "--jurisdiction", "fr")


def test_sending_without_a_server_says_what_to_set(amicus: Any) -> None:
    with pytest.raises(Fault, match="AMICUS_SMTP is not set"):
        amicus("digest", "--send")


@pytest.mark.parametrize(
    ("since", "instant"), [("7d", "2026-11-18"), ("2w", "2026-11-11"), ("2026-11-20", "2026-11-20")]
)
def test_since_is_days_weeks_or_a_day(since: str, instant: str) -> None:
    assert start(since, TODAY) == f"{instant}T00:00:00Z"


@pytest.mark.parametrize("since", ["", "d", "-1d", "soon", "99999w", "2026-13-01"])
def test_another_since_is_refused(since: str) -> None:
    with pytest.raises(Fault, match="--since"):
        start(since, TODAY)


def test_opportunities_say_why_they_stand_where_they_stand(amicus: Any) -> None:
    said = amicus("opportunities")
    assert "1 (topic: Liability of hosts) × 0.4 (a petition, few are granted)" in said
    assert "next step Tue 1 Dec 2026" in said
    assert json.loads(amicus("opportunities", "--json"))[0]["matter"] == "us/scotus/26-123"


@pytest.mark.parametrize("ending", ["html", "docx", "wiki"])
def test_a_dossier_is_written_with_what_a_person_said(amicus: Any, tmp_path: Path, ending: str) -> None:
    said = amicus(
        "dossier", "us/scotus/26-123", "--score", "facts=3", "--answer", "access=It shuts a door", "--who", "counsel"
    )
    assert "- facts: 3 of 3" in said
    assert "Answer (counsel): It shuts a door" in said
    amicus("dossier", "us/scotus/26-123", "--score", "forum=1")
    assert "- facts: 3 of 3\n- forum: 1 of 3" in amicus("dossier", "us/scotus/26-123")
    amicus("dossier", "us/scotus/26-123", "--to", str(tmp_path / f"d.{ending}"))
    assert (tmp_path / f"d.{ending}").stat().st_size > 1_000


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("us/none/1",), "we hold no such matter"),
        (("us/scotus/26-123", "--score", "facts=9"), "from 0 to 3"),
        (("us/scotus/26-123", "--score", "facts"), "NAME=VALUE"),
        (("us/scotus/26-123", "--answer", "profit=yes"), "no heading"),
        (("us/scotus/26-123", "--to", "x.pdf"), "must end with"),
    ],
)
def test_a_dossier_that_cannot_be_made_is_one_sentence(amicus: Any, arguments: tuple[str, ...], sentence: str) -> None:
    with pytest.raises(Fault, match=sentence):
        amicus("dossier", *arguments)


def test_a_register_without_duties_says_that_this_is_no_proof(amicus: Any, tmp_path: Path) -> None:
    assert "not proof of none" in amicus("register")
    assert "0 duties" in amicus("register", "--csv", str(tmp_path / "r.csv"))
    with pytest.raises(Fault, match="no duty has this key"):
        amicus("register", "--done", "x", "--on", "2026-11-01", "--evidence", "https://x.example/r")


def test_deadline_says_what_a_brief_needs_and_how_to_type_what_is_missing(amicus: Any) -> None:
    said = amicus("deadline", "coe.ecthr.chamber")
    assert "To work it out, add hudoc_published=DAY." in said
    assert "Leave: leave of the President" in said


def test_windows_name_both_days_that_documents_claim_and_when_one_opens(amicus: Any, tmp_path: Path) -> None:
    file = tmp_path / "call.yaml"
    file.write_text(CALL, encoding="utf-8")
    amicus("add", str(file), "--who", "counsel")
    said = amicus("windows", "--jurisdiction", "uk")
    assert "the documents claim Mon 14 Dec 2026 and Sun 20 Dec 2026" in said
    assert "opens Tue 1 Dec 2026" in said


def test_a_day_that_is_none_is_refused_with_the_rule_and_the_fact() -> None:
    with pytest.raises(Fault, match=r"^us\.ma\.any: oral_argument: '2027-02-30' is not a day"):
        deadline("us.ma.any", ["oral_argument=2027-02-30"])

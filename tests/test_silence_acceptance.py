"""Acceptance tests of silence, by their numbers: 6, what a suspicious source comes to; 14, totals that differ."""

from typing import Any

import pytest
from msgspec.structs import replace

from crawlers.crawl.verdict import Run, Verdict, judge
from crawlers.sources import watched
from dashboard.digest.build import Digest
from dashboard.digest.news import Taste
from index.records import Records, open_records
from tests.test_digest_scenarios import BEFORE, DURING, told

SOURCE = replace(watched().source("eu-eur-lex"), minimum=5)
ERROR_PAGE = "https://x.org/: an error page came with status 200: “Service unavailable”"
SILENT: dict[str, dict[str, Any]] = {
    "error page": {"requests": 1, "refused": 1, "disguised": 1, "faults": (ERROR_PAGE,)},
    "zero rows": {"requests": 1},
    "hollow rows": {"requests": 10, "fetched": 100, "incomplete": 90},
}


@pytest.fixture
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return open_records(f"sqlite:///{tmp_path_factory.mktemp('r')}/r.db")


def digest_after(records: Records, **facts: Any) -> tuple[Run, Digest]:
    """A sound run before the week, this one during it, and the digest of the week."""
    sound = Run(source=SOURCE.id, started=BEFORE, ended=BEFORE, verdict=Verdict.OK, requests=1, fetched=20, new=20)
    run = Run(source=SOURCE.id, started=DURING, ended=DURING, **facts)
    verdict, reason = judge(run, SOURCE, [sound])
    judged = replace(run, verdict=verdict, reason=reason)
    records.save_run(sound)
    records.save_run(judged)
    return judged, told(records, Taste(places=("eu",)))


@pytest.mark.parametrize("kind", SILENT)
def test_6_a_suspicious_source_is_named_in_the_head_and_told_since_when_at_the_end(records: Records, kind: str) -> None:
    run, digest = digest_after(records, **SILENT[kind])
    assert run.verdict is Verdict.SUSPICIOUS
    (line,) = [line for line in digest.unknown.lines if line.startswith(SOURCE.name)]
    assert "not checked since Tue 10 Nov 2026, 06:00 UTC" in line
    assert run.reason.rstrip(".") in line
    assert SOURCE.name in digest.head.unchecked


@pytest.mark.parametrize("declared", [99, 101, 1_000])
def test_14_a_declared_total_that_did_not_come_fails_the_run(records: Records, declared: int) -> None:
    run, digest = digest_after(records, requests=10, fetched=100, declared=declared)
    assert (run.verdict, run.reason) == (Verdict.FAILED, f"the source says it has {declared:,}, 100 came")
    assert any(run.reason in line for line in digest.unknown.lines)

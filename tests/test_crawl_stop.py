"""A crawl that is stopped, or whose time is over, ends what is under way and says that more is there."""

import signal
import threading
import time
from pathlib import Path

import msgspec
import pytest

from crawlers.crawl.verdict import Run, Verdict
from tests.crawl import Plan, crawl, start
from tests.loopback import Site, bill, bills, site, source

pytestmark = pytest.mark.process

COUNT = 60


def _plan(served: Site, home: Path, **bounds: float) -> Plan:
    served.put(2, "/", bills(*({"number": str(n), "title": "x", "detail": f"/{n}"} for n in range(COUNT)), total=COUNT))
    for number in range(COUNT):
        served.put(2, f"/{number}", bill(str(number)))
    return Plan(str(home), [source("bills", served.url(2), delay=0.3, concurrency=1)], **bounds)  # type: ignore[arg-type]


def test_when_its_time_is_over_a_crawl_ends_and_tells(tmp_path: Path) -> None:
    with site(1) as served:
        told = crawl(_plan(served, tmp_path, seconds=7.0))
    run = told.runs["bills"]
    assert (run.verdict, run.whole, run.fetched) == (Verdict.OK, False, COUNT)
    assert "more is there" in run.reason
    assert len(served.asked(2)) < COUNT


def test_a_terminated_crawl_ends_within_seconds_and_tells(tmp_path: Path) -> None:
    with site(1) as served:
        process = start(_plan(served, tmp_path))
        while len(served.log) < 5 and process.poll() is None:
            threading.Event().wait(0.01)
        begun = time.monotonic()
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0, err.decode()[-2000:]
    assert time.monotonic() - begun < 5
    (told,) = [line["run"] for line in map(msgspec.json.decode, out.splitlines()) if "run" in line]
    assert not msgspec.convert(told, Run).whole

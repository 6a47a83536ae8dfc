"""Crawl the loopback site in a process of its own (`python -m tests.crawl PLAN`), and read what it told.

A plan is JSON: home, sources, bounds. What the sink is given goes to stored.jsonl in the home, one batch a line.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from crawlers.crawl.sink import Progress
from crawlers.crawl.verdict import Run
from crawlers.matter import Matter
from crawlers.sources import Source

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2026-11-25"
SMALL = {"DOWNLOAD_MAXSIZE": 3_000_000}


class Plan(msgspec.Struct):
    home: str
    sources: list[Source]
    requests: int = 0
    seconds: float = 0.0
    patience: float = 3.0
    days: int = 0
    history: dict[str, list[Run]] = {}
    scrapy: dict[str, Any] = {}
    today: str = TODAY


class Batch(msgspec.Struct):
    source: str
    matters: list[Matter]
    replaced: list[str]


class Counts(NamedTuple):
    new: int
    changed: int


@dataclass
class Told:
    """What one crawl told and stored."""

    runs: dict[str, Run] = field(default_factory=dict)
    progress: list[Progress] = field(default_factory=list)
    batches: list[Batch] = field(default_factory=list)

    def matters(self, source: str) -> dict[str, Matter]:
        return {matter.id: matter for batch in self.batches if batch.source == source for matter in batch.matters}


class FileSink:
    """Stores batches in a file; knows what is new by reading it first."""

    def __init__(self, home: Path) -> None:
        self._path = home / "stored.jsonl"
        self._known = {matter.id: matter for batch in stored(home) for matter in batch.matters}

    def store(self, source: Source, matters: Sequence[Matter], replaced: frozenset[str]) -> Counts:
        new = [matter for matter in matters if matter.id not in self._known]
        changed = [matter for matter in matters if self._known.get(matter.id, matter) != matter]
        line = msgspec.json.encode(Batch(source.id, list(matters), sorted(replaced)))
        with self._path.open("ab") as file:
            file.write(line + b"\n")
        self._known |= {matter.id: matter for matter in matters}
        return Counts(len(new), len(changed))

    def tell(self, progress: Progress) -> None:
        say({"progress": progress})

    def finish(self, source: Source, run: Run) -> None:
        say({"source": source.id, "run": run})


def say(what: Mapping[str, Any]) -> None:
    sys.stdout.write(msgspec.json.encode(what).decode() + "\n")
    sys.stdout.flush()


def stored(home: Path) -> list[Batch]:
    """Batches on disk; a line cut by a kill was never committed."""
    path = home / "stored.jsonl"
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    return [msgspec.json.decode(line, type=Batch) for line in lines if line.endswith(b"\n")]


def start(plan: Plan, before: Callable[[], None] | None = None, /, **environment: str) -> subprocess.Popen[bytes]:
    """`before` is done in the new process before anything else."""
    Path(plan.home).mkdir(parents=True, exist_ok=True)
    path = Path(plan.home) / "plan.json"
    path.write_bytes(msgspec.json.encode(plan))
    settings = {**os.environ, "AMICUS_LOOPBACK": "1", "AMICUS_OFFLINE": "", "no_proxy": "*", **environment}
    command = [sys.executable, "-m", "tests.crawl", str(path)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, env=settings, stdout=pipe, stderr=pipe, preexec_fn=before)  # noqa: PLW1509 -- one thread


def crawl(plan: Plan, **environment: str) -> Told:
    """Run it to its end."""
    before = len(stored(Path(plan.home)))
    process = start(plan, **environment)
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err.decode()[-3000:]
    lines = [msgspec.json.decode(line) for line in out.splitlines()]
    return Told(
        runs={line["source"]: msgspec.convert(line["run"], Run) for line in lines if "run" in line},
        progress=[msgspec.convert(line["progress"], Progress) for line in lines if "progress" in line],
        batches=stored(Path(plan.home))[before:],
    )


def main(path: str) -> None:
    import tests.loopback_parser
    from crawlers.crawl.run import Bounds
    from crawlers.crawl.run import crawl as run

    sys.modules["crawlers.parsers.loopback"] = tests.loopback_parser
    plan = msgspec.json.decode(Path(path).read_bytes(), type=Plan)
    home = Path(plan.home)
    bounds = Bounds(
        requests=plan.requests,
        seconds=plan.seconds,
        patience=plan.patience,
        days=plan.days,
        scrapy={**SMALL, **plan.scrapy},
    )
    run(plan.sources, FileSink(home), bounds, today=date.fromisoformat(plan.today), history=plan.history, home=home)


if __name__ == "__main__":
    main(sys.argv[1])

"""Pages a second of a whole crawl (asked, archived, parsed, stored) beside a bare Scrapy spider that only fetches."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.crawl_site import PAGES

_AT_ONCE = 16


def rows() -> list[dict[str, Any]]:
    """Both in the same run, in turn and twice, each in a process of its own; the better of each counts."""
    with _site() as port:
        turns = [(_measure("bare", port), _measure("ours", port)) for _ in range(2)]
    bare, ours = (max(times, key=lambda measured: measured["rate"]) for times in zip(*turns, strict=True))
    ratio = ours["rate"] / bare["rate"]
    grown = ours["grown"]
    return [
        _row(
            "crawl: pages of 20 KB",
            ours["rate"],
            "pages/s",
            ratio,
            bare["rate"],
            ">= 0.7 of a bare spider",
            ratio >= 0.7,
        ),
        _row("crawl: memory grown from 1,000 to 5,000 pages", grown, "MB", None, None, "<= 20", grown <= 20),
    ]


def _row(
    name: str, value: float, unit: str, ratio: float | None, baseline: float | None, goal: str, holds: bool
) -> dict[str, Any]:
    said = None if baseline is None else f"bare spider, {baseline:.0f} {unit}"
    return {
        "name": name,
        "value": round(value, 1),
        "unit": unit,
        "ratio": None if ratio is None else round(ratio, 2),
        "baseline": said,
        "goal": goal,
        "holds": holds,
    }


@contextmanager
def _site() -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.crawl_site"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.terminate()


def _measure(what: str, port: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.crawl", what, str(port)]
    environment = {**os.environ, "AMICUS_LOOPBACK": "1", "AMICUS_OFFLINE": "", "no_proxy": "*"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def bare(port: int) -> dict[str, float]:
    """Stock settings; the pages are fetched and dropped."""
    import scrapy
    from scrapy.crawler import AsyncCrawlerProcess

    came = []

    class Bare(scrapy.Spider):
        name = "bare"

        async def start(self) -> Any:
            for number in range(PAGES):
                yield scrapy.Request(f"http://127.0.0.1:{port}/{number}")

        def parse(self, response: Any) -> None:
            came.append(len(response.body))

    process = AsyncCrawlerProcess({"LOG_LEVEL": "ERROR", "CONCURRENT_REQUESTS_PER_DOMAIN": _AT_ONCE})
    process.crawl(Bare)
    begun = time.perf_counter()
    process.start()
    assert len(came) == PAGES
    return {"rate": PAGES / (time.perf_counter() - begun)}


def ours(port: int) -> dict[str, float]:
    from datetime import date

    import benchmarks.crawl_parser
    from crawlers.crawl.run import Bounds, crawl
    from tests.loopback import source

    sys.modules["crawlers.parsers.loopback"] = benchmarks.crawl_parser
    entry = source("bench", f"http://127.0.0.1:{port}/", delay=0, concurrency=_AT_ONCE)
    with tempfile.TemporaryDirectory() as folder:
        sink = Lines(Path(folder))
        begun = time.perf_counter()
        runs = crawl([entry], sink, Bounds(), today=date(2026, 11, 25), home=Path(folder))
        lasted = time.perf_counter() - begun
    assert runs[0].fetched == PAGES, runs[0]
    return {"rate": PAGES / lasted, "grown": sink.memory[-1] - sink.memory[PAGES // 500]}


class Lines:
    """Stores matters as JSON Lines, on disk when `store` returns."""

    changed = 0

    def __init__(self, folder: Path) -> None:
        self._file = (folder / "stored.jsonl").open("wb")
        self.new, self.memory = 0, list[float]()

    def store(self, source: object, matters: Sequence[Any], replaced: object) -> "Lines":  # noqa: ARG002
        from crawlers.matter import write_lines

        self._file.writelines(write_lines(matters))
        self._file.flush()
        self.memory.append(_resident())
        return self

    def tell(self, progress: object) -> None:
        """Nobody listens."""

    def finish(self, source: object, run: object) -> None:
        """The caller has it."""


def _resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    measured = {"bare": bare, "ours": ours}[sys.argv[1]](int(sys.argv[2]))
    sys.stdout.write(json.dumps(measured) + "\n")

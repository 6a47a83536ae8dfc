"""Kill a crawl with -9 while it runs, and look at what is left."""

import random
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from warcio.archiveiterator import ArchiveIterator

from crawlers.crawl.verdict import Run
from tests.crawl import Plan, crawl, start, stored
from tests.loopback import Site, bill, bills, site, source


class Aftermath(NamedTuple):
    """`lost` are matters that were stored before a kill and are not there at the end; `repeated` counts by path."""

    lost: set[str]
    stored: set[str]
    repeated: Counter[str]
    run: Run
    records: int


def furnish(served: Site, count: int) -> None:
    rows = [{"number": str(number), "title": "", "detail": f"/{number}"} for number in range(count)]
    half = count // 2
    served.put(2, "/", bills(*rows[:half], total=count, following="/page2"))
    served.put(2, "/page2", bills(*rows[half:], total=count))
    for number in range(count):
        served.put(2, f"/{number}", bill(str(number)))


def killed(home: Path, kills: int, count: int, seed: int) -> Aftermath:
    """Crawl one page at a time, killed so many times, each a random few requests on; then let it end."""
    chance = random.Random(seed)
    with site(1) as served:
        furnish(served, count)
        entry = source("bills", served.url(2), concurrency=1, delay=0.005)
        plan = Plan(str(home), [entry])
        committed: set[str] = set()
        for _ in range(kills):
            _kill(plan, served, len(served.log) + chance.randint(1, max(2, count // kills)), chance.random() / 50)
            committed |= _stored(home)
        told = crawl(plan)
        asked = Counter(served.asked(2))
    after = _stored(home)
    repeated = Counter({path: times - 1 for path, times in asked.items() if times > 1})
    return Aftermath(committed - after, after, repeated, told.runs["bills"], records(home))


def _kill(plan: Plan, served: Site, requests: int, pause: float) -> None:
    process = start(plan)
    while len(served.log) < requests and process.poll() is None:
        time.sleep(0.001)
    time.sleep(pause)
    process.kill()
    process.communicate()


def _stored(home: Path) -> set[str]:
    return {matter.id for batch in stored(home) for matter in batch.matters}


def records(home: Path) -> int:
    """Every record of the archive, read to its end."""
    count = 0
    for path in (home / "archive").glob("*.warc.gz"):
        with path.open("rb") as file:
            for record in ArchiveIterator(file):
                record.content_stream().read()
                count += 1
    return count

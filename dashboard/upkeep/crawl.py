"""Run a crawl into the records: what `amicus update` does, with its progress in a file for the dashboard."""

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from crawlers.crawl.askable import askable
from crawlers.crawl.run import Bounds, crawl
from crawlers.crawl.sink import Progress
from crawlers.crawl.verdict import Run, Verdict
from crawlers.fault import Fault
from crawlers.matter import Matter
from crawlers.memory.lock import Busy
from crawlers.sources import Source, watched
from dashboard.today import instant, learned, today
from dashboard.upkeep.pruning import days_kept, prune
from dashboard.views.care.first_start import Progress as Told

if TYPE_CHECKING:
    from crawlers.crawl.reparse import Reread
    from index.intake import Kept
    from index.records import Records


class Keeper:
    """The crawl's sink: batches into the records, verdicts into their history, progress into a file."""

    def __init__(self, records: "Records", total: int, file: Path | None) -> None:
        self._records, self._file = records, file
        self._told = Told(running=True, total=total, started=instant())
        self._done: set[str] = set()
        self.runs: list[Run] = []

    def store(self, source: Source, matters: Sequence[Matter], replaced: frozenset[str]) -> "Kept":  # noqa: ARG002
        from index import intake

        return intake.take(self._records, matters, learned(), replaced)

    def tell(self, progress: Progress) -> None:
        if progress.state == "done":
            self._done.add(progress.source)
        now = f"{progress.name}: {progress.requests} requests, {progress.new} new"
        self._write(msgspec.structs.replace(self._told, done=len(self._done), now=now))

    def finish(self, source: Source, run: Run) -> None:  # noqa: ARG002
        self.runs.append(run)
        self._records.save_run(run)

    def end(self, fault: str = "") -> None:
        unreached = bool(self.runs) and all(run.verdict is Verdict.FAILED and not run.fetched for run in self.runs)
        told = msgspec.structs.replace(self._told, running=False, done=len(self._done), ended=instant())
        self._write(msgspec.structs.replace(told, fault=fault, unreached=unreached))

    def _write(self, told: Told) -> None:
        """Whole or not at all: the dashboard reads at any moment."""
        self._told = told
        if self._file:
            fresh = self._file.with_suffix(".part")
            fresh.write_bytes(msgspec.json.encode(told))
            fresh.replace(self._file)


def ask(names: Sequence[str], bounds: Bounds, file: Path | None) -> list[Run]:
    """Named sources are asked even when they are switched off. Raises Fault for an unknown name.

    Sources that another worker asks at the moment are left to it.
    """
    from index.records import open_records
    from index.store.crawl_turns import taken

    records = open_records()
    chosen = [watched().source(name) for name in names] or [
        source for source in watched().sources.values() if not askable(source) and source.jurisdiction != "zz"
    ]
    keeper = Keeper(records, len(chosen), file)
    try:
        days_kept()  # a setting that cannot be read is told before anybody is asked
        with taken(records, [source.id for source in chosen]) as mine:
            ours = [source for source in chosen if source.id in mine]
            crawl(ours, keeper, bounds, today=today(), history=_history(records))
        _follow(records, today())
        with suppress(Busy):  # another update began meanwhile, and prunes when it ends
            prune(records, today())
    except Fault as fault:
        keeper.end(str(fault))
        raise
    keeper.end()
    return keeper.runs


def reread(name: str, everything: bool) -> "Reread":
    """Read the archive of a source again into the records, and let the search follow. Raises Fault."""
    from crawlers.crawl.reparse import reparse
    from index.records import open_records

    records = open_records()
    done = reparse(watched().source(name), Keeper(records, 1, None), everything=everything)
    _follow(records, today())
    return done


def _history(records: "Records") -> dict[str, list[Run]]:
    history: dict[str, list[Run]] = defaultdict(list)
    for run in records.runs():
        history[run.source].append(run)
    return history


def _follow(records: "Records", day: date) -> None:
    from index import intake
    from index.search import open_search

    intake.follow(records, open_search(), day)

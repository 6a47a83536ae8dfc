"""Crawl sources: all of them in one process, each with its own memory, verdict and report."""

import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from crawlers import settings
from crawlers.crawl.askable import lacking_key
from crawlers.crawl.harvest import Harvest
from crawlers.crawl.sink import Progress, Sink
from crawlers.crawl.verdict import Run, Verdict, judge, not_asked
from crawlers.fetch.gate import Gates
from crawlers.memory import cursor
from crawlers.memory.archive import Archive
from crawlers.memory.lock import alone
from crawlers.memory.state import open_state, storing
from crawlers.sources import Source
from crawlers.values import instants

_TOLD_EVERY = 0.5  # seconds between two reports on one source


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """How much of the sources is asked for in this run; nothing bounds it by default.

    `days` asks for what changed in the last days where a source was never read whole; `requests` is a limit for each
    source, `seconds` for all. `patience` is how long a host may make us wait before its source is left for later.
    `scrapy` changes Scrapy's own settings, for tests.
    """

    days: int = 0
    requests: int = 0
    seconds: float = 0.0
    patience: float = 60.0
    scrapy: Mapping[str, Any] = field(default_factory=dict)


def crawl(
    sources: Iterable[Source],
    sink: Sink,
    bounds: Bounds = Bounds(),
    *,
    today: date,
    history: Mapping[str, Sequence[Run]] | None = None,
    home: Path | None = None,
) -> list[Run]:
    """Ask all sources at once and return how each went. Once a process: Scrapy's reactor cannot start again.

    `history` holds earlier runs by source, oldest first. An interrupt ends the run after the answers under way; a
    kill loses nothing that the sink was given. Raises Busy when another crawl uses the same folder, Unkept when what comes
    cannot be stored: no source is judged by that.
    """
    folder = home or settings.home()
    known = history or {}
    with alone(folder):
        connection = open_state(folder)
        with storing(folder):
            archive = Archive(folder, connection)
            archive.repair()
            asked = [source for source in sources if not _passed_over(source, sink)]
            gates = Gates(asked, connection, bounds.patience)
            trips = [Trip(source, connection, archive, sink, bounds, today) for source in asked]
        _run(trips, gates, bounds)
        for broken in filter(None, (trip.spider.broken for trip in trips if trip.spider)):
            raise broken
        with storing(folder):
            runs = [trip.end(known.get(trip.source.id, ())) for trip in trips]
            archive.close()
            connection.close()
    return runs


def _passed_over(source: Source, sink: Sink) -> bool:
    """Is there a reason not to ask at all? It is told as the verdict of the run."""
    reason = "AMICUS_OFFLINE is set" if settings.on("AMICUS_OFFLINE") else lacking_key(source)
    if reason:
        sink.finish(source, not_asked(source, reason, instants.now()))
    return bool(reason)


class Trip:
    """One source from its first question to its verdict."""

    def __init__(
        self, source: Source, connection: sqlite3.Connection, archive: Archive, sink: Sink, bounds: Bounds, today: date
    ) -> None:
        self.source, self._sink, self._bounds, self._connection = source, sink, bounds, connection
        self.harvest = Harvest(source, connection, archive, sink)
        self.spider: Any = None
        self._began, self._told = datetime.now(UTC), 0.0
        self.since = cursor.since(connection, source.id) or _days_before(today, bounds.days)
        with connection:
            self._resumed = cursor.begin(connection, source.id, self._began)
            self.harvest.frontier.begin(self._resumed)
        self.harvest.first(self.since, today.isoformat())
        self.tell("asking")

    def opened(self, spider: Any) -> None:
        self.spider = spider

    def moved(self) -> None:
        if time.monotonic() - self._told > _TOLD_EVERY:
            self.tell("asking")

    def tell(self, state: str, note: str = "", verdict: str = "") -> None:
        tally, basket = self.harvest.tally, self.harvest.basket
        self._told = time.monotonic()
        self._sink.tell(
            Progress(
                source=self.source.id,
                name=self.source.name,
                hosts=self.source.hosts,
                state=state,
                at=instants.now(),
                requests=tally.requests,
                queued=self.harvest.frontier.left(),
                limit=self._bounds.requests,
                fetched=tally.fetched,
                new=basket.new,
                changed=basket.changed,
                note=note,
                verdict=verdict,
            )
        )

    def end(self, history: Sequence[Run]) -> Run:
        """Store what is left, judge, and remember from where the next run goes on."""
        self.harvest.basket.empty()
        run = self._judged(history)
        whole = self._began.date() if run.whole and run.verdict in {Verdict.OK, Verdict.QUIET} else None
        with self._connection:
            self.harvest.frontier.forget_done()
            cursor.end(self._connection, self.source.id, whole)
        self._sink.finish(self.source, run)
        self.tell("done", run.reason, run.verdict)
        return run

    def _judged(self, history: Sequence[Run]) -> Run:
        import msgspec

        tally, basket = self.harvest.tally, self.harvest.basket
        run = Run(
            source=self.source.id,
            started=instants.stamp(self._began),
            ended=instants.now(),
            requests=tally.requests,
            unchanged=tally.unchanged,
            declared=tally.declared,
            fetched=tally.fetched,
            skipped=tally.skipped,
            incomplete=tally.incomplete,
            new=basket.new,
            changed=basket.changed,
            refused=tally.refused,
            disguised=tally.disguised,
            faults=tuple(tally.faults),
            canary=tally.canary,
            whole=not self.harvest.frontier.left(),
            resumed=self._resumed,
            since=self.since,
        )
        verdict, reason = judge(run, self.source, history, self.spider.stopped if self.spider else "")
        return msgspec.structs.replace(run, verdict=verdict, reason=reason)


def _days_before(today: date, days: int) -> str:
    return (today - timedelta(days=days)).isoformat() if days else ""


def _run(trips: Sequence[Trip], gates: Gates, bounds: Bounds) -> None:
    """Until every source is done, the time is over, or an interrupt comes."""
    if not trips:
        return
    from scrapy import signals
    from scrapy.crawler import Crawler
    from scrapy.settings import Settings

    from crawlers.crawl.spider import SourceSpider
    from crawlers.fetch.policy import crawl_settings
    from crawlers.fetch.process import Process

    process = Process(crawl_settings(trips[0].source, bounds.scrapy), gates)
    for trip in trips:
        # Scrapy lets the settings of the process override those of a crawler that have no higher priority.
        own = Settings(crawl_settings(trip.source, bounds.scrapy), priority="spider")
        crawler = Crawler(SourceSpider, own)
        crawler.signals.connect(trip.opened, signals.spider_opened)
        process.crawl(crawler, harvest=trip.harvest, gates=gates, limit=bounds.requests, moved=trip.moved)
    process.run(bounds.seconds)

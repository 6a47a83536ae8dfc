"""How often a host is asked: one gate a host for all sources of a process, with quotas that count across runs."""

import asyncio
import sqlite3
import time
from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager, suppress
from email.utils import parsedate_to_datetime
from fnmatch import fnmatchcase
from types import TracebackType

from scrapy.exceptions import IgnoreRequest

from crawlers.sources import Politeness, Source

_DAY = 86_400.0
_LONGEST = 7 * _DAY  # no host is believed that asks to wait for longer


class Later(IgnoreRequest):
    """The host is not to be asked before a time that is too far off for this run; the message says when."""


class Gate(AbstractAsyncContextManager["Gate"]):
    """`async with gate:` waits for a place and a turn. Raises Later when the turn is farther off than `patience`."""

    def __init__(
        self, host: str, rules: Politeness, connection: sqlite3.Connection, patience: float, closing: asyncio.Event
    ) -> None:
        self._host, self._connection, self._patience, self._closing = host, connection, patience, closing
        self._places = asyncio.Semaphore(rules.concurrency)
        self._spans = [
            (limit, span)
            for limit, span in ((rules.per_minute, 60.0), (rules.per_hour, 3600.0), (rules.per_day, _DAY))
            if limit is not None
        ]
        self.delay = rules.delay
        self._next = 0.0
        found = connection.execute("SELECT until FROM holds WHERE host = ?", (host,)).fetchone()
        self._held_until = found[0] if found else 0.0

    async def __aenter__(self) -> "Gate":
        await self._places.acquire()
        try:
            await self._turn()
        except BaseException:
            self._places.release()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._places.release()

    def hold(self, seconds: float) -> None:
        """Ask nothing for so long; remembered by later runs."""
        self._held_until = max(self._held_until, time.time() + min(seconds, _LONGEST))
        with self._connection:
            self._connection.execute("INSERT OR REPLACE INTO holds VALUES (?, ?)", (self._host, self._held_until))

    async def _turn(self) -> None:
        while (wait := self._wait(time.time())) > 0 or self._closing.is_set():
            if self._closing.is_set():
                raise Later("the run was stopped")
            if wait > self._patience:
                until = time.strftime("%Y-%m-%d %H:%M", time.gmtime(time.time() + wait))
                raise Later(f"{self._host} is not to be asked before {until} UTC")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closing.wait(), wait)
        now = time.time()
        self._next = now + self.delay
        if self._spans:
            with self._connection:
                self._connection.execute("INSERT INTO hits VALUES (?, ?)", (self._host, now))

    def _wait(self, now: float) -> float:
        quotas = (self._free_at(limit, span) for limit, span in self._spans)
        return (
            max(self._next, self._held_until, *quotas) - now if self._spans else max(self._next, self._held_until) - now
        )

    def _free_at(self, limit: int, span: float) -> float:
        """When one more request would be within so many a span."""
        query = "SELECT at FROM hits WHERE host = ? ORDER BY at DESC LIMIT 1 OFFSET ?"
        found = self._connection.execute(query, (self._host, limit - 1)).fetchone()
        return found[0] + span if found else 0.0


class Gates:
    """The gates of a process; sources that share a host share its gate, under the strictest of their rules."""

    def __init__(self, sources: Iterable[Source], connection: sqlite3.Connection, patience: float) -> None:
        self._rules = [(host.lower(), source.politeness) for source in sources for host in source.hosts]
        self._connection, self._patience = connection, patience
        self._gates: dict[str, Gate] = {}
        self._closing = asyncio.Event()
        with connection:
            connection.execute("DELETE FROM hits WHERE at < ?", (time.time() - _DAY,))

    def close(self) -> None:
        """Let nobody through any more, also those who wait."""
        self._closing.set()

    def gate(self, host: str) -> Gate:
        if host not in self._gates:
            rules = strictest([rule for name, rule in self._rules if fnmatchcase(host, name)])
            self._gates[host] = Gate(host, rules, self._connection, self._patience, self._closing)
        return self._gates[host]


def strictest(rules: Iterable[Politeness]) -> Politeness:
    """One set of rules under which all of them hold."""
    rules = list(rules)

    def least(name: str) -> int | None:
        return min((value for rule in rules if (value := getattr(rule, name)) is not None), default=None)

    return Politeness(
        reason="; ".join(dict.fromkeys(rule.reason for rule in rules)),
        delay=max(rule.delay for rule in rules),
        concurrency=min(rule.concurrency for rule in rules),
        per_minute=least("per_minute"),
        per_hour=least("per_hour"),
        per_day=least("per_day"),
    )


def retry_after(words: str, now: float) -> float | None:
    """Seconds to wait, from a number of seconds or a date; None when it says neither."""
    if words.strip().isdecimal():
        return float(words)
    try:
        return max(0.0, parsedate_to_datetime(words).timestamp() - now)
    except (ValueError, TypeError):
        return None

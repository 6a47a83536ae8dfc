"""From which day a source is asked, and whether its last run broke off."""

import sqlite3
from datetime import date, datetime, timedelta

from crawlers.values.instants import stamp

_RESUMED_FOR = timedelta(hours=12)  # after that the listings of a broken run are asked anew
_OVERLAP = timedelta(days=1)  # sources live in other zones, and publish late in the evening


def since(connection: sqlite3.Connection, source: str) -> str:
    """The day up to which all is known, less one; empty before the first whole run."""
    found = connection.execute("SELECT since FROM cursors WHERE source = ?", (source,)).fetchone()
    return found[0] if found else ""


def begin(connection: sqlite3.Connection, source: str, now: datetime) -> bool:
    """Note that a run began. True when it resumes one that was killed not long ago."""
    found = connection.execute("SELECT started FROM cursors WHERE source = ?", (source,)).fetchone()
    broken = found[0] if found else ""
    resumed = bool(broken) and now - datetime.fromisoformat(broken) < _RESUMED_FOR
    started = broken if resumed else stamp(now)
    connection.execute(
        "INSERT INTO cursors VALUES (?, '', ?) ON CONFLICT DO UPDATE SET started = excluded.started", (source, started)
    )
    return resumed


def end(connection: sqlite3.Connection, source: str, whole_since: date | None) -> None:
    """The run ended by itself; after a whole one the next is asked from the day before this one began."""
    connection.execute("UPDATE cursors SET started = '' WHERE source = ?", (source,))
    if whole_since:
        day = (whole_since - _OVERLAP).isoformat()
        connection.execute("UPDATE cursors SET since = ? WHERE source = ?", (day, source))

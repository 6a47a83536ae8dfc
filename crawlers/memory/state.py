"""What a crawl remembers, in one SQLite file of the data folder: every answer is committed before the next is asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crawlers.fault import Unkept

FILE = "crawl.sqlite"
PATIENCE = 30.0  # seconds to wait for another process that writes

# frontier: what is to be asked. queued → fetched (archived, not yet stored) → done; failed is tried again by a later run.
# pages: the newest good answer of each address, with its validators and what read it.
# bodies: where the bytes of a hash stand in the archive; files: its files, up to where they are sound; answers: when
# an address gave which bytes. hits: requests to hosts with quotas; holds: until when a host asked us to wait.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS frontier (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, depth INTEGER NOT NULL,
  root TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'queued', tries INTEGER NOT NULL DEFAULT 0, answer INTEGER,
  UNIQUE (source, key));
CREATE INDEX IF NOT EXISTS frontier_state ON frontier (source, state, depth, id);
CREATE TABLE IF NOT EXISTS pages (
  source TEXT NOT NULL, key TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, snapshot TEXT NOT NULL,
  stamp TEXT NOT NULL, request BLOB NOT NULL, PRIMARY KEY (source, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bodies (
  snapshot TEXT PRIMARY KEY, file TEXT NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
  member TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bodies_file ON bodies (file, start);
CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, last TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS answers (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, key TEXT NOT NULL, address TEXT NOT NULL, status INTEGER NOT NULL,
  fetched TEXT NOT NULL, snapshot TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS answers_key ON answers (source, key, id);
CREATE INDEX IF NOT EXISTS answers_snapshot ON answers (snapshot);
CREATE TABLE IF NOT EXISTS cursors (source TEXT PRIMARY KEY, since TEXT NOT NULL, started TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS hits (host TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS hits_host ON hits (host, at);
CREATE TABLE IF NOT EXISTS holds (host TEXT PRIMARY KEY, until REAL NOT NULL) WITHOUT ROWID;
PRAGMA user_version = 1;
"""


@contextmanager
def storing(folder: Path) -> Iterator[None]:
    """A full disk, a state that another process holds, or a damaged one, is told in one sentence. Raises Unkept."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise Unkept(
            f"what was found cannot be kept in {folder} ({error}): make room, or let the other process end, and run it again;"
            " nothing that was stored is lost"
        ) from error
    except sqlite3.DatabaseError as error:
        raise Unkept(
            f"{folder / FILE} is damaged ({error}): move it away; the next update asks for everything again"
        ) from error
    except OSError as error:
        raise Unkept(
            f"what was found cannot be kept in {folder} ({error.strerror}): make room and run it again;"
            " nothing that was stored is lost"
        ) from error


def open_state(folder: Path) -> sqlite3.Connection:
    """The file in this folder, made on first use. Nothing is committed by itself: `with connection:` commits. Raises Unkept."""
    with storing(folder):
        connection = sqlite3.connect(folder / FILE, timeout=PATIENCE, isolation_level="IMMEDIATE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(
            "PRAGMA synchronous = NORMAL"
        )  # a killed process loses nothing; a power cut the last seconds
        if connection.execute("PRAGMA user_version").fetchone()[0] != 1:
            connection.executescript(_SCHEMA)
    return connection

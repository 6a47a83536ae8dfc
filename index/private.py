"""Private words (notes, positions, folders, saved searches): a file of their own that only its owner can read.

No exporter of public pages imports this module, and the search index never sees what is in it.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from crawlers import settings
from crawlers.matter import Struct

_TABLES = """
CREATE TABLE IF NOT EXISTS private (
  shelf TEXT NOT NULL, name TEXT NOT NULL, owner TEXT NOT NULL, body TEXT NOT NULL, changed TEXT NOT NULL,
  PRIMARY KEY (shelf, owner, name)
) WITHOUT ROWID;
"""


class Leaf(Struct, frozen=True, kw_only=True):
    """Something private: `shelf` says what kind (note, position, folder, search, told), `body` is its words or JSON."""

    shelf: str
    name: str
    body: str
    owner: str = ""
    changed: str = ""


class Private:
    """Safe between threads: each has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.held = threading.local()
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
        with self._writing() as connection:
            connection.executescript(_TABLES)

    def keep(self, leaf: Leaf) -> None:
        """In the place of what stood under the name."""
        changed = leaf.changed or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO private VALUES (?, ?, ?, ?, ?)",
                (leaf.shelf, leaf.name, leaf.owner, leaf.body, changed),
            )

    def read(self, shelf: str, name: str, owner: str = "") -> Leaf | None:
        asked = "SELECT * FROM private WHERE shelf = ? AND name = ? AND owner = ?"
        row = self._connection().execute(asked, (shelf, name, owner)).fetchone()
        return _leaf(row) if row else None

    def shelf(self, shelf: str, owner: str = "") -> list[Leaf]:
        """All leaves of a shelf, by name."""
        asked = "SELECT * FROM private WHERE shelf = ? AND owner = ? ORDER BY name"
        return [_leaf(row) for row in self._connection().execute(asked, (shelf, owner))]

    def every(self) -> list[Leaf]:
        """All leaves of all owners, for a backup that its owner asks for."""
        return [_leaf(row) for row in self._connection().execute("SELECT * FROM private ORDER BY shelf, owner, name")]

    def drop(self, shelf: str, name: str, owner: str = "") -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM private WHERE shelf = ? AND name = ? AND owner = ?", (shelf, name, owner))

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self.held, "connection"):
            self.held.connection = sqlite3.connect(self.path, timeout=60, isolation_level=None)
            self.held.connection.execute("PRAGMA secure_delete = ON")
        connection: sqlite3.Connection = self.held.connection
        return connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        with connection:
            yield connection


def open_private(path: Path | None = None) -> Private:
    return Private(path or settings.home() / "private.db")


def _leaf(row: tuple[str, str, str, str, str]) -> Leaf:
    shelf, name, owner, body, changed = row
    return Leaf(shelf=shelf, name=name, owner=owner, body=body, changed=changed)

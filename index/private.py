"""Private words (notes, positions, folders, saved searches): a file of their own that only its owner can read.

No exporter of public pages imports this module, and the search index never sees what is in it.
"""

import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from crawlers import settings
from crawlers.fault import Fault
from crawlers.matter import Struct
from crawlers.values import instants

# seconds to wait for another process that writes: a person waits for it, and what is written is short
PATIENCE = 10.0
_TABLES = """
CREATE TABLE IF NOT EXISTS private (
  shelf TEXT NOT NULL, name TEXT NOT NULL, owner TEXT NOT NULL, body TEXT NOT NULL, changed TEXT NOT NULL,
  PRIMARY KEY (shelf, owner, name)
) WITHOUT ROWID;
"""


class NoPrivate(Fault):
    """The private words cannot be read or written; the sentence says what to do."""


class Leaf(Struct, frozen=True, kw_only=True):
    """Something private: `shelf` says what kind (note, position, folder, search), `body` is its words or JSON."""

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
        changed = leaf.changed or instants.now()
        with self._writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO private VALUES (?, ?, ?, ?, ?)",
                (leaf.shelf, leaf.name, leaf.owner, leaf.body, changed),
            )

    def read(self, shelf: str, name: str, owner: str = "") -> Leaf | None:
        asked = "SELECT * FROM private WHERE shelf = ? AND name = ? AND owner = ?"
        rows = self._asked(asked, (shelf, name, owner))
        return _leaf(rows[0]) if rows else None

    def shelf(self, shelf: str, owner: str = "") -> list[Leaf]:
        """All leaves of a shelf, by name."""
        asked = "SELECT * FROM private WHERE shelf = ? AND owner = ? ORDER BY name"
        return [_leaf(row) for row in self._asked(asked, (shelf, owner))]

    def every(self) -> list[Leaf]:
        """All leaves of all owners, for a backup that its owner asks for."""
        return [_leaf(row) for row in self._asked("SELECT * FROM private ORDER BY shelf, owner, name", ())]

    def replace(self, leaves: Iterable[Leaf]) -> None:
        """These in the place of all that is there, wholly or not at all."""
        rows = [(leaf.shelf, leaf.name, leaf.owner, leaf.body, leaf.changed) for leaf in leaves]
        with self._writing() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("DELETE FROM private")
            connection.executemany("INSERT INTO private VALUES (?, ?, ?, ?, ?)", rows)

    def drop(self, shelf: str, name: str, owner: str = "") -> None:
        with self._writing() as connection:
            connection.execute("DELETE FROM private WHERE shelf = ? AND name = ? AND owner = ?", (shelf, name, owner))

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self.held, "connection"):
            self.held.connection = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None)
            self.held.connection.execute("PRAGMA secure_delete = ON")
        connection: sqlite3.Connection = self.held.connection
        return connection

    def _asked(self, words: str, values: tuple[str, ...]) -> list[tuple[str, str, str, str, str]]:
        with self._told():
            return self._connection().execute(words, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._told():
            connection = self._connection()
            with connection:
                yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A full disk, another process that writes, a damaged file: one sentence. Raises NoPrivate."""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise NoPrivate(
                f"the private words in {self.path} cannot be read or written ({error}); nothing of this was kept:"
                " make room, or let the other process end, and try again"
            ) from error
        except sqlite3.DatabaseError as error:
            raise NoPrivate(
                f"the private words in {self.path} are damaged ({error}); move the file away and restore a backup"
            ) from error


def open_private(path: Path | None = None) -> Private:
    return Private(path or settings.home() / "private.db")


def _leaf(row: tuple[str, str, str, str, str]) -> Leaf:
    shelf, name, owner, body, changed = row
    return Leaf(shelf=shelf, name=name, owner=owner, body=body, changed=changed)

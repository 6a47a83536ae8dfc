"""Let old answers go, and keep every one that a record or an address still rests on."""

import os
import sqlite3
from collections.abc import Collection
from pathlib import Path

_HELD = """SELECT snapshot FROM pages UNION
    SELECT answers.snapshot FROM answers JOIN frontier ON frontier.answer = answers.id WHERE frontier.state = 'fetched'"""


def prune(folder: Path, connection: sqlite3.Connection, before: str, kept: Collection[str]) -> int:
    """Bytes freed. Files whose last answer is older than the instant `before` are written anew with what is `kept`
    (sha256 of bodies), is the newest of its address, or was not stored yet. A kill at any moment loses nothing.
    """
    query = "SELECT name, size FROM files WHERE last < ? ORDER BY name"
    return sum(
        size - _rewritten(folder / "archive", connection, name, size, set(kept))
        for name, size in connection.execute(query, (before,)).fetchall()
    )


def _rewritten(folder: Path, connection: sqlite3.Connection, name: str, whole: int, kept: set[str]) -> int:
    """Size of the file that takes the place of this one, which stays when there is nothing to let go."""
    places = _places(connection, name, kept)
    if sum(length for _, length in places) == whole:
        return whole
    new = f"{name.removesuffix('.warc.gz')}-.warc.gz"
    moved, size = _copied(folder / name, folder / new, places)
    with connection:
        connection.execute(
            "DELETE FROM bodies WHERE file = ? AND start NOT IN (SELECT value FROM json_each(?))", (name, _json(moved))
        )
        for old, start in moved.items():
            connection.execute(
                "UPDATE bodies SET file = ?, start = ? WHERE file = ? AND start = ?", (new, start, name, old)
            )
        connection.execute("INSERT INTO files SELECT ?, ?, last FROM files WHERE name = ?", (new, size, name))
        connection.execute("DELETE FROM files WHERE name = ? OR size = 0", (name,))
        connection.execute("DELETE FROM answers WHERE snapshot NOT IN (SELECT snapshot FROM bodies)")
    (folder / name).unlink(missing_ok=True)
    if not size:
        (folder / new).unlink()
    return size


def _places(connection: sqlite3.Connection, name: str, kept: set[str]) -> list[tuple[int, int]]:
    """Start and length of the records to keep; a container stays for any of its files."""
    kept |= {line[0] for line in connection.execute(_HELD)}
    query = "SELECT snapshot, start, length FROM bodies WHERE file = ? ORDER BY start"
    return sorted(
        {(start, length) for snapshot, start, length in connection.execute(query, (name,)) if snapshot in kept}
    )


def _copied(old: Path, new: Path, places: list[tuple[int, int]]) -> tuple[dict[int, int], int]:
    """Where each record stands now, and how long the new file is."""
    moved: dict[int, int] = {}
    with old.open("rb") as source, new.open("wb") as target:
        new.chmod(0o600)
        for start, length in places:
            source.seek(start)
            moved[start] = target.tell()
            target.write(source.read(length))
        target.flush()
        os.fsync(target.fileno())
        return moved, target.tell()


def _json(starts: Collection[int]) -> str:
    return f"[{','.join(map(str, starts))}]"

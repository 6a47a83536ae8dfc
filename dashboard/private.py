"""What people here write for themselves: folders, notes, positions, decisions, reviews. A file of its own, never exported.

Append-only: the newest word on a subject counts, earlier ones are its history. Names of persons are not kept, roles are.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from crawlers import settings
from crawlers.matter import Struct
from dashboard.views.text import short

LONGEST = 20_000
_TABLE = (
    "create table if not exists kept (number integer primary key, kind text not null, subject text not null, "
    "role text not null, at text not null, body text not null)"
)


class Kept(Struct, frozen=True, kw_only=True):
    """One thing written: of a kind, about a subject (a folder, a matter, a tag), by a role, at an instant (UTC, Z)."""

    kind: str
    subject: str
    role: str
    at: str
    body: dict[str, str]
    number: int = 0


def file() -> Path:
    return settings.home() / "private.db"


@contextmanager
def _open() -> Iterator[sqlite3.Connection]:
    path = file()
    with closing(sqlite3.connect(path, timeout=10)) as connection:
        path.chmod(0o600)
        connection.execute("pragma journal_mode=wal")
        connection.execute(_TABLE)
        with connection:
            yield connection


def keep(one: Kept) -> None:
    """Words are cut at 20,000 characters."""
    body = {name: short(words, LONGEST) for name, words in one.body.items()}
    row = (one.kind, short(one.subject, 400), short(one.role, 80), one.at, msgspec.json.encode(body).decode())
    with _open() as connection:
        connection.execute("insert into kept (kind, subject, role, at, body) values (?, ?, ?, ?, ?)", row)


def kept(kind: str, subject: str = "") -> list[Kept]:
    """Oldest first; of one subject or of all."""
    asked = "select number, kind, subject, role, at, body from kept where kind = ? and (? = '' or subject = ?) order by number"
    with _open() as connection:
        rows = connection.execute(asked, (kind, subject, subject)).fetchall()
    return [
        Kept(
            number=number,
            kind=kind,
            subject=about,
            role=role,
            at=at,
            body=msgspec.json.decode(body, type=dict[str, str]),
        )
        for number, kind, about, role, at, body in rows
    ]


def newest(kind: str) -> dict[str, Kept]:
    """The last word on each subject."""
    return {one.subject: one for one in kept(kind)}


def position() -> int:
    """Grows with everything that is written."""
    with _open() as connection:
        return int(connection.execute("select coalesce(max(number), 0) from kept").fetchone()[0])

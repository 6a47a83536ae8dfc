"""Reading revisions: the newest of a matter, or the one that was newest on a day."""

import logging
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select

from crawlers.matter import Matter
from index.store import stored
from index.store.tables import alias, revision, text

_log = logging.getLogger(__name__)


def end(as_of: str) -> str:
    """The first instant that is after the day or instant: what was learned before it was known then."""
    if len(as_of) == 10:
        return (date.fromisoformat(as_of) + timedelta(days=1)).isoformat()
    return as_of + "\x7f"


def leads_to(connection: Connection, id: str) -> str:
    return connection.execute(select(alias.c.matter).where(alias.c.alias == id)).scalar() or id


def last_learned(connection: Connection) -> str:
    """The instant of the newest revision; empty where there is none."""
    asked = select(revision.c.learned).order_by(revision.c.number.desc()).limit(1)
    return connection.execute(asked).scalar() or ""


def learned_at(connection: Connection, number: int) -> str:
    """The instant of a revision; empty where there is none."""
    return connection.execute(select(revision.c.learned).where(revision.c.number == number)).scalar() or ""


Found = Row[*tuple[Any, ...]]
_COLUMNS = (revision.c.number, revision.c.matter, revision.c.body, revision.c.texts, revision.c.gone)


def newest(connection: Connection, id: str, as_of: str) -> Found | None:
    rows = newest_of(connection, [id], as_of, gone=True)
    return rows[0] if rows else None


def newest_of(connection: Connection, ids: Sequence[str], as_of: str, gone: bool = False) -> list[Found]:
    last = select(func.max(revision.c.number)).where(revision.c.matter.in_(ids)).group_by(revision.c.matter)
    if as_of:
        last = last.where(revision.c.learned < end(as_of))
    asked = select(*_COLUMNS).where(revision.c.number.in_(last)).order_by(revision.c.matter)
    rows: Sequence[Found] = connection.execute(asked).all()
    return [row for row in rows if gone or not row.gone]


def read(connection: Connection, rows: Sequence[Found]) -> Iterator[Matter]:
    """One whose record is damaged is named in the log, and the others go on."""
    words = _words(connection, rows)
    for row in rows:
        try:
            found = stored.unpack(row.matter, row.body, row.texts.split(), words)
        except stored.Damaged as fault:
            _log.error("%s", fault)
        else:
            yield found


def read_bare(rows: Sequence[Found]) -> Iterator[Matter]:
    """Without provisions, which saves nearly all of the time; damaged ones as above."""
    for row in rows:
        try:
            yield stored.read_card(row.matter, row.body)
        except stored.Damaged as fault:
            _log.error("%s", fault)


def read_one(connection: Connection, row: Found) -> Matter:
    """Raises Damaged."""
    return stored.unpack(row.matter, row.body, row.texts.split(), _words(connection, [row]))


def _words(connection: Connection, rows: Sequence[Found]) -> dict[str, bytes]:
    hashes = sorted({name for row in rows for name in row.texts.split()})
    words: dict[str, bytes] = {}
    for start in range(0, len(hashes), 500):
        asked = select(text.c.hash, text.c.body).where(text.c.hash.in_(hashes[start : start + 500]))
        words |= {row.hash: row.body for row in connection.execute(asked)}
    return words

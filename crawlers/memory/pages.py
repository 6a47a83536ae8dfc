"""The newest good answer of each address: its validators, its bytes, and which parser read them for which records."""

import hashlib
import sqlite3

from crawlers import settings
from crawlers.fetch.ask import Ask, Row, decode, encode
from crawlers.matter import Struct
from crawlers.memory.archive import Answer


class Page(Struct, frozen=True, kw_only=True):
    """`stamp` says who read it: the same stamp means that the records know all it says."""

    key: str
    ask: Ask
    snapshot: str
    stamp: str
    etag: str = ""
    modified: str = ""


class Pages:
    """The addresses of one source. Changes are committed by the caller's `with connection:`."""

    def __init__(self, connection: sqlite3.Connection, source: str) -> None:
        self._connection, self._source = connection, source

    def get(self, key: str) -> Page | None:
        query = "SELECT key, request, snapshot, stamp, etag, modified FROM pages WHERE source = ? AND key = ?"
        found = self._connection.execute(query, (self._source, key)).fetchone()
        return _page(found) if found else None

    def all(self) -> list[Page]:
        query = "SELECT key, request, snapshot, stamp, etag, modified FROM pages WHERE source = ?"
        return [_page(line) for line in self._connection.execute(query, (self._source,))]

    def keep(self, page: Page) -> None:
        line = (self._source, page.key, page.etag, page.modified, page.snapshot, page.stamp, encode(page.ask))
        insert = "INSERT OR REPLACE INTO pages (source, key, etag, modified, snapshot, stamp, request) VALUES (?, ?, ?, ?, ?, ?, ?)"
        self._connection.execute(insert, line)

    def forget(self, key: str) -> None:
        self._connection.execute("DELETE FROM pages WHERE source = ? AND key = ?", (self._source, key))


def stamp(parser: str, version: int) -> str:
    """Parser, its version, and the database of records it wrote to (hashed: an address may hold a password)."""
    records = hashlib.sha256(settings.setting("AMICUS_RECORDS").encode()).hexdigest()[:8]
    return f"{parser}/{version}/{records}"


def page(row: Row, answer: Answer, stamp: str) -> Page:
    """What is kept of an answer that was read."""
    said = answer.headers.get
    return Page(
        key=row.key,
        ask=row.ask,
        snapshot=answer.snapshot,
        stamp=stamp,
        etag=said("etag", ""),
        modified=said("last-modified", ""),
    )


def _page(line: tuple[str, bytes, str, str, str, str]) -> Page:
    key, ask, snapshot, stamp, etag, modified = line
    return Page(key=key, ask=decode(ask), snapshot=snapshot, stamp=stamp, etag=etag, modified=modified)

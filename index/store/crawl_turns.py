"""Which worker crawls which source: on PostgreSQL a lock for each source, which goes with its connection however that ends."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from typing import Protocol

from sqlalchemy import Connection, Engine, text


class Held(Protocol):
    """Anything kept in a database: the records, the ledger of mails."""

    engine: Engine


@contextmanager
def taken(records: Held, sources: Iterable[str]) -> Iterator[frozenset[str]]:
    """Of the sources, those that no other worker crawls at the moment; they are held until the end of the block.

    Records in SQLite have one crawl at a time, which the lock of the data folder sees to: all sources are free there.
    """
    names = list(sources)
    if records.engine.dialect.name != "postgresql":
        yield frozenset(names)
        return
    with records.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        held = frozenset(name for name in names if _take(connection, name))
        try:
            yield held
        finally:
            for name in held:
                connection.execute(text("SELECT pg_advisory_unlock(:number)"), {"number": _number(name)})


def _take(connection: Connection, source: str) -> bool:
    return bool(connection.execute(text("SELECT pg_try_advisory_lock(:number)"), {"number": _number(source)}).scalar())


def _number(source: str) -> int:
    """PostgreSQL names its locks by signed numbers of 64 bits."""
    return int.from_bytes(blake2b(b"source " + source.encode(), digest_size=8).digest(), signed=True)

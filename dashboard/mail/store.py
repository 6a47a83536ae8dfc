"""Who gets mail, what was sent to whom, and what each has been told: a private file, never opened by exporters."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
)

from crawlers import settings

TABLES = MetaData()
KEY = 400  # signs of the name of a fact

subscriptions = Table(
    "mail_subscriptions",
    TABLES,
    Column("id", String(40), primary_key=True),
    Column("address", String(254), nullable=False, unique=True),
    Column("state", String(12), nullable=False, index=True),
    Column("wishes", Text, nullable=False),
    Column("told_until", String(24), nullable=False, default=""),
    Column("refused", Integer, nullable=False, default=0),
    Column("why", Text, nullable=False, default=""),
)

# One row a mail. It is written before the mail is handed over, and marked after: what a crash leaves behind is
# handed over again with the same Message-ID and the same bytes.
mails = Table(
    "mail_ledger",
    TABLES,
    Column("id", String(80), primary_key=True),
    Column("subscription", String(40), nullable=False, index=True),
    Column("state", String(12), nullable=False, index=True),
    Column("until", String(24), nullable=False),
    Column("keys", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("page", LargeBinary, nullable=False),
)

told = Table(
    "mail_told",
    TABLES,
    Column("subscription", String(40), primary_key=True),
    Column("key", String(KEY), primary_key=True),
)


class Store:
    """Opened once a process; `writing` is one transaction, taken at once so that two senders never share a row."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        TABLES.create_all(engine)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self.engine.begin() as connection:
            yield connection


def open_store(url: str = "") -> Store:
    """PostgreSQL where the records are there, else a file of its own in AMICUS_HOME, readable by its owner alone."""
    url = url or settings.setting("AMICUS_RECORDS")
    if not url.startswith("postgresql"):
        path = settings.home() / "mail.sqlite"
        path.touch(mode=0o600)
        url = f"sqlite:///{path}"
    return Store(_engine(url))


def _engine(url: str) -> Engine:
    engine = create_engine(url)
    if url.startswith("sqlite"):
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: Any, _record: object) -> None:
    """SQLAlchemy opens transactions, not the driver; writers wait for each other."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000"):
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")

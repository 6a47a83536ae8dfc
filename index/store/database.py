"""Open a database of records: connections that wait for each other, and the schema brought up to date."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, inspect, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, OperationalError

from crawlers.fault import Unkept

NEWEST = "0003"
_ADDRESS = (
    "AMICUS_RECORDS is no address of records: write sqlite:////folder/records.db or postgresql://user@host:5432/name"
)
_BUSY = "another process has been writing them for {:.0f} seconds; let it end, or end it, and run this again"
# seconds that a writer waits for another
PATIENCE = 60.0
# any number of our own: PostgreSQL's advisory locks are named by numbers
_LOCK = 4_770_021


class NoRecords(Unkept):
    """The database cannot be reached or used; the sentence says what to do."""


def connect(url: str) -> Engine:
    """Raises NoRecords."""
    engine = _engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _tune)
        event.listen(engine, "begin", _begin)
    try:
        _upgrade(engine)
    except (OperationalError, DatabaseError) as error:
        raise NoRecords(_unreadable(error, "cannot be opened")) from error
    event.listen(engine, "handle_error", _tell)
    return engine


def _engine(url: str) -> Engine:
    try:
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError) as error:
        raise NoRecords(_ADDRESS) from error
    if engine.dialect.name not in {"sqlite", "postgresql"} or engine.url.database == "":
        raise NoRecords(_ADDRESS)
    return engine


def _unreadable(error: DatabaseError, what: str) -> str:
    if isinstance(error, OperationalError):
        return f"the records {what} ({_first(error)}); check AMICUS_RECORDS and that it runs"
    return f"the records are damaged ({_first(error)}); move them away and restore a backup with `amicus backup FILE --restore`"


def _tell(context: ExceptionContext) -> None:
    """A server that went while we read is one sentence, too; a writer says its own."""
    writes = context.connection is not None and context.connection.get_execution_options().get("writes")
    error = context.sqlalchemy_exception
    if context.is_pre_ping or error is None:
        return
    if (isinstance(error, OperationalError) and not writes) or type(error) is DatabaseError:
        raise NoRecords(_unreadable(error, "do not answer")) from error


def _first(error: DBAPIError) -> str:
    return str(error.orig).strip().splitlines()[0]


def _tune(connection: Any, _record: Any) -> None:
    """SQLAlchemy, not the driver, begins transactions; writers wait for each other up to a minute."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", f"busy_timeout={PATIENCE * 1000:.0f}", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: a reader that turns writer could not wait for another."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the one writer; others wait. Raises NoRecords when the disk is full or the server gone."""
    try:
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
            yield connection
    except OperationalError as error:
        why = _BUSY.format(PATIENCE) if "database is locked" in _first(error) else _first(error)
        raise NoRecords(f"the records cannot be written ({why}); nothing of this batch was kept") from error
    except NoRecords as error:
        raise NoRecords(f"{error}; nothing of this batch was kept") from error


def _upgrade(engine: Engine) -> None:
    """Alembic takes a second to start, so its version is read first."""
    if _version(engine) == NEWEST:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent.with_name("migrations")).replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
            connection.commit()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_unlock({_LOCK})"))
            connection.commit()


def _version(engine: Engine) -> str:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found and found > NEWEST:
            raise NoRecords(
                f"the records are of a newer Amicus (schema {found}, this one knows {NEWEST}); update Amicus"
            )
        return found or ""

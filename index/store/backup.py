"""Backup and restore of records and private words, the same file from and for SQLite and PostgreSQL: JSON Lines, compressed."""

import gzip
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, LargeBinary, MetaData, Table, delete, insert, select, text
from sqlalchemy.exc import DataError, IntegrityError

from crawlers.fault import Fault
from index.private import Leaf, Private
from index.records import Records
from index.store.database import NEWEST, writing
from index.store.tables import metadata
from nlp import review

BATCH = 500
_HEAD = "amicus-backup"
# what a backup holds beside the tables of the records
_BESIDE = ("holds", "private", "review", "ledger")
# schemas whose backups fit into this one: since then only tables came
_FITTING = ("0001", "0002", NEWEST)


class BadBackup(Fault):
    """A file that is no whole backup; nothing was restored."""


class Ledger(NamedTuple):
    """Private tables of another part, as who gets mail and what each was told."""

    engine: Engine
    tables: MetaData


def backup(records: Records, private: Private | None, file: Path, ledger: Ledger | None = None) -> int:
    """Everything in one state, what people said of tags too. Written beside and moved into place when whole.

    Returns the number of rows.
    """
    new = file.with_name(f"{file.name}.new")
    lines = chain(_tables(records.engine, metadata), _reviews(private), _leaves(private), _ledger(ledger))
    try:
        count = _write(new, lines)
        new.replace(file)
    except OSError as error:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise Fault(f"the backup cannot be written ({why}); make room for {file}, or name another folder") from error
    return count


def _write(file: Path, lines: Iterable[list[Any]]) -> int:
    """Its owner's alone from the first byte."""
    file.touch(0o600)
    file.chmod(0o600)
    count = 0
    with gzip.open(file, "wb", 6) as out:
        out.write(msgspec.json.encode([_HEAD, NEWEST]) + b"\n")
        for count, line in enumerate(lines, 1):  # noqa: B007 -- the last one is how many there are
            out.write(msgspec.json.encode(line) + b"\n")
        out.write(msgspec.json.encode(["end", count]) + b"\n")
    return count


def _tables(engine: Engine, tables: MetaData) -> Iterator[list[Any]]:
    snapshot = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**snapshot) as connection:
        for table in tables.sorted_tables:
            for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
                plain = [b64encode(value).decode() if isinstance(value, bytes) else value for value in row]
                yield [str(table.name), plain]


def _leaves(private: Private | None) -> Iterator[list[Any]]:
    """Behind a line that says that they are here, however few."""
    if private is not None:
        yield ["holds", ["private"]]
        yield from (["private", msgspec.to_builtins(leaf)] for leaf in private.every())


def _ledger(ledger: Ledger | None) -> Iterator[list[Any]]:
    if ledger is not None:
        yield from (["ledger", line] for line in _tables(ledger.engine, ledger.tables))


def _reviews(private: Private | None) -> Iterator[list[Any]]:
    """What people said of tags; their notes are private words."""
    for verdict in review.every():
        open_to_all = verdict if private is not None else msgspec.structs.replace(verdict, note="")
        yield ["review", msgspec.to_builtins(open_to_all)]


def restore(records: Records, private: Private | None, file: Path, ledger: Ledger | None = None) -> int:
    """The state of the backup in the place of what is here, all or nothing; without `private`, private words stay as they are.

    Raises BadBackup, also where private words are asked for of a backup that was made without them.
    """
    lines = _lines(file)
    held = _by_name(lines)
    if strange := held.keys() - {*metadata.tables, *_BESIDE}:
        raise BadBackup(f"{file} holds {min(strange)[:40]!r}, which no backup has; nothing was restored")
    if private is not None and not (held["private"] or held["holds"] == [["private"]]):
        raise BadBackup(f"{file} holds no private words; leave out --private, and yours stay; nothing was restored")
    try:
        _put(records, private, ledger, held)
    except (ValueError, TypeError, IntegrityError, DataError) as error:
        raise BadBackup(f"{file} cannot be read as a backup ({error}); nothing was restored") from error
    return len(lines)


def _put(records: Records, private: Private | None, ledger: Ledger | None, held: Mapping[str, list[Any]]) -> None:
    """Everything is read before anything is written, and the records are kept last."""
    leaves = msgspec.convert(held["private"], list[Leaf])
    said = msgspec.convert(held["review"], list[review.Verdict])
    with writing(records.engine) as connection:
        _fill(connection, metadata, held)
        if ledger is not None:
            with ledger.engine.begin() as told:
                _fill(told, ledger.tables, _by_name(held["ledger"]))
        if private is not None:
            private.replace(leaves)
        review.write(said if private is not None else _with_notes(said))


def _with_notes(said: Iterable[review.Verdict]) -> list[review.Verdict]:
    """What people said of tags as the backup has it, with the notes that are here: those are private words."""
    notes = {(one.provision, one.start, one.was, one.at): one.note for one in review.every()}
    return [
        msgspec.structs.replace(one, note=notes.get((one.provision, one.start, one.was, one.at), "")) for one in said
    ]


def _by_name(lines: Iterable[tuple[str, Any]]) -> defaultdict[str, list[Any]]:
    held = defaultdict(list)
    for name, content in lines:
        held[str(name)].append(content)
    return held


def _fill(connection: Connection, tables: MetaData, held: Mapping[str, list[Any]]) -> None:
    for table in tables.sorted_tables:
        connection.execute(delete(table))
        rows = [_row(table, content) for content in held[table.name]]
        for start in range(0, len(rows), BATCH):
            connection.execute(insert(table), rows[start : start + BATCH])
    _continue_numbers(connection, tables)


def _lines(file: Path) -> list[tuple[str, Any]]:
    """The rows of a whole backup of this schema."""
    try:
        with gzip.open(file, "rb") as content:
            read = [tuple(msgspec.json.decode(line)) for line in content]
    except (OSError, EOFError, TypeError, msgspec.DecodeError) as error:
        raise BadBackup(f"{file} cannot be read as a backup ({error}); nothing was restored") from error
    heads = {(_HEAD, schema) for schema in _FITTING}
    if len(read) < 2 or read[0] not in heads or read[-1] != ("end", len(read) - 2):
        raise BadBackup(f"{file} is not a whole backup of this version's records; nothing was restored")
    return read[1:-1]


def _row(table: Table, content: list[Any]) -> dict[str, Any]:
    pairs = zip(table.columns, content, strict=True)
    return {column.name: b64decode(value) if isinstance(column.type, LargeBinary) else value for column, value in pairs}


def _continue_numbers(connection: Connection, tables: MetaData) -> None:
    """PostgreSQL counts beside the table; go on behind the last number that was restored."""
    if connection.dialect.name != "postgresql":
        return
    for name in (table.name for table in tables.sorted_tables if "number" in table.primary_key.columns):
        asked = f"SELECT setval(pg_get_serial_sequence('{name}', 'number'), (SELECT coalesce(max(number), 0) + 1 FROM {name}), false)"  # noqa: S608 -- names of our own
        connection.execute(text(asked))

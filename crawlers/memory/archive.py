"""Every answer of every source in private WARC files, found by the sha256 of its body."""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawlers.fault import Fault
from crawlers.fetch.unpack import member_of
from crawlers.values.instants import stamp

_LARGEST = 1_000_000_000  # bytes; then the next file
_LEVEL = 1  # of compression: a quarter of the time of the usual one for a tenth more space
_UNKEPT = {
    "content-encoding",
    "content-length",
    "transfer-encoding",
    "set-cookie",
}  # untrue of a body as kept, or private


class Lost(Fault):
    """The archive does not hold these bytes."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What an address gave, its body free of transfer encodings, header names in lower case.

    `key` names the question; it is empty for what is no page of the source, such as robots.txt.
    """

    source: str
    key: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched: datetime

    @cached_property
    def snapshot(self) -> str:
        return hashlib.sha256(self.body).hexdigest()


class Archive:
    """One writer at a time (see lock); the bytes are with the system when `add` returns, whatever then kills us."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.home, self._folder, self._connection = folder, folder / "archive", connection
        self._folder.mkdir(mode=0o700, exist_ok=True)
        self._file: BinaryIO | None = None

    def add(self, answer: Answer) -> int:
        """Keep it; gives the number under which `answer` finds it. The caller's `with connection:` commits."""
        snapshot = answer.snapshot
        known = self._connection.execute("SELECT 1 FROM bodies WHERE snapshot = ?", (snapshot,)).fetchone()
        record = zlib.compressobj(_LEVEL, wbits=31)
        packed = record.compress(_record(answer, revisited=bool(known))) + record.flush()
        name, start = self._append(packed, answer.fetched)
        if not known:
            place = (snapshot, name, start, len(packed))
            self._connection.execute("INSERT INTO bodies (snapshot, file, start, length) VALUES (?, ?, ?, ?)", place)
        line = (answer.source, answer.key, answer.url, answer.status, stamp(answer.fetched), snapshot)
        insert = "INSERT INTO answers (source, key, address, status, fetched, snapshot) VALUES (?, ?, ?, ?, ?, ?)"
        return int(self._connection.execute(insert, line).lastrowid or 0)

    def add_member(self, parent: str, member: str, snapshot: str) -> None:
        """A file inside an archived zip or tar is found through its container."""
        insert = """INSERT OR IGNORE INTO bodies SELECT ?, file, start, length, ? FROM bodies
            WHERE snapshot = ? AND member = ''"""
        self._connection.execute(insert, (snapshot, member, parent))

    def answer(self, number: int) -> Answer:
        """Raises Lost when its bytes were pruned."""
        query = "SELECT source, key, address, status, fetched, snapshot FROM answers WHERE id = ?"
        found = self._connection.execute(query, (number,)).fetchone()
        if not found:
            raise Lost(f"the archive has no answer number {number}")
        source, key, url, status, fetched, snapshot = found
        headers, body = self._read(snapshot)
        when = datetime.fromisoformat(fetched)
        return Answer(source=source, key=key, url=url, status=status, headers=headers, body=body, fetched=when)

    def newest(self, source: str, key: str, snapshot: str) -> int:
        """Number of the last answer in which this address gave these bytes. Raises Lost."""
        query = "SELECT max(id) FROM answers WHERE source = ? AND key = ? AND snapshot = ?"
        number = self._connection.execute(query, (source, key, snapshot)).fetchone()[0]
        if number is None:
            raise Lost(f"the archive has no answer {snapshot}")
        return int(number)

    def body(self, snapshot: str) -> bytes:
        """The bytes of this sha256. Raises Lost."""
        return self._read(snapshot)[1]

    def replaced(self, source: str, key: str, snapshot: str) -> set[str]:
        """What the same address gave before, other than this."""
        query = "SELECT DISTINCT snapshot FROM answers WHERE source = ? AND key = ? AND status = 200 AND snapshot <> ?"
        return {line[0] for line in self._connection.execute(query, (source, key, snapshot))}

    def close(self) -> None:
        if self._file:
            self._file.close()
            self._file = None

    def repair(self) -> None:
        """Cut off what a killed writer left behind its last committed record."""
        sizes = dict(self._connection.execute("SELECT name, size FROM files"))
        for path in self._folder.glob("*.warc.gz"):
            if path.name not in sizes:
                path.unlink()
            elif path.stat().st_size > sizes[path.name]:
                os.truncate(path, sizes[path.name])

    def _append(self, packed: bytes, when: datetime) -> tuple[str, int]:
        if self._file and self._file.tell() > _LARGEST:
            self.close()
        file = self._file = self._file or self._begin(when)
        start = file.tell()
        file.write(packed)
        file.flush()
        name = Path(file.name).name
        self._connection.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, file.tell(), stamp(when)))
        return name, start

    def _begin(self, when: datetime) -> BinaryIO:
        path = self._folder / f"{when:%Y%m%dT%H%M%S%f}-{os.getpid()}.warc.gz"
        path.touch(mode=0o600, exist_ok=False)
        return path.open("ab")

    def _read(self, snapshot: str) -> tuple[dict[str, str], bytes]:
        query = "SELECT file, start, length, member FROM bodies WHERE snapshot = ?"
        found = self._connection.execute(query, (snapshot,)).fetchone()
        if not found or not (self._folder / found[0]).is_file():
            raise Lost(f"the archive does not hold {snapshot}: it was pruned, or AMICUS_HOME is another folder")
        name, start, length, member = found
        with (self._folder / name).open("rb") as file:
            file.seek(start)
            headers, body = _open(file.read(length))
        return headers, member_of(body, member) if member else body


def _record(answer: Answer, revisited: bool) -> bytes:
    """One WARC record, not compressed; of bytes that are kept already only the head."""
    kept = [(name, value) for name, value in answer.headers.items() if name not in _UNKEPT]
    http = StatusAndHeaders(f"{answer.status} ", kept, protocol="HTTP/1.1")
    out = BytesIO()
    writer = WARCWriter(out, gzip=False)
    more: dict[str, Any] = {
        "warc_headers_dict": {"WARC-Date": stamp(answer.fetched), "X-Amicus-Source": answer.source},
        "http_headers": http,
    }
    if revisited:
        record = writer.create_revisit_record(
            answer.url, f"sha256:{answer.snapshot}", answer.url, stamp(answer.fetched), **more
        )
    else:
        record = writer.create_warc_record(answer.url, "response", payload=BytesIO(answer.body), **more)
    writer.write_record(record)
    return out.getvalue()


def _open(packed: bytes) -> tuple[dict[str, str], bytes]:
    record = next(ArchiveIterator(BytesIO(packed)))
    headers = {name.lower(): value for name, value in record.http_headers.headers}
    return headers, record.content_stream().read()

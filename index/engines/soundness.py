"""Whether the files of the embedded index are still as they were written.

Tantivy ends each file of a segment with its check sum and never looks at it again: one bit that flips on the disk would change answers
in silence. So the files are read through once by each process that opens them; none is ever changed after it is committed. Their
list, which changes with each commit and is read again for each question, is short and looked at each time.
"""

import json
import os
import struct
import threading
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from index.engines.engine import NoIndex
from index.engines.sealed import LIST, is_sealed

# what ends a file: the length of the JSON before it, which holds the check sum, and a number that is always the same
_END = struct.Struct("<II")
_ALWAYS = 1337
_AT_ONCE = 1 << 20
_KINDS = ("fast", "fieldnorm", "idx", "pos", "store", "term")


class Soundness:
    """Of one index in its folders. Safe between threads."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.folders = tuple(folders)
        self.reading = threading.Lock()
        self.whole: set[Path] = set()
        self.broken: Path | None = None
        self.state: tuple[int, ...] = ()

    def trust(self) -> None:
        """What this process has just written need not be read again."""
        self.whole.update(self._files())

    def look(self) -> None:
        """Reads what is new, in a thread of its own: whoever asks does not wait. Raises NoIndex for what was found before."""
        self._refuse()
        state = tuple(_written(folder) for folder in self.folders)
        if state != self.state:
            self.state = state
            threading.Thread(target=self._read, daemon=True).start()

    def wait(self) -> None:
        """Raises NoIndex: what is broken must not be merged into new segments, whose check sums would then be right."""
        self._read()
        self._refuse()

    def _refuse(self) -> None:
        lists = (folder / LIST for folder in self.folders if not is_sealed(folder))
        self.broken = self.broken or next(lists, None)
        if self.broken:
            raise NoIndex(f"the search index is damaged ({self.broken} is not as it was written); run `amicus rebuild`")

    def _read(self) -> None:
        with self.reading:
            for file in self._files():
                if file not in self.whole:
                    self.broken = None if is_whole(file) else file
                if self.broken:
                    return
                self.whole.add(file)

    def _files(self) -> Iterator[Path]:
        for folder in self.folders:
            yield from committed(folder)


def _written(folder: Path) -> int:
    """When segments were last committed or merged."""
    try:
        return (folder / LIST).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def committed(folder: Path) -> list[Path]:
    """The files of the segments that readers read; none when the index was removed meanwhile, their list where it cannot be read."""
    listed = folder / LIST
    try:
        return [folder / name for segment in json.loads(listed.read_bytes())["segments"] for name in _names(segment)]
    except FileNotFoundError:
        return []
    except (ValueError, KeyError, TypeError):
        return [listed]


def _names(segment: dict[str, object]) -> Iterator[str]:
    id, deletes = str(segment["segment_id"]).replace("-", ""), segment.get("deletes")
    yield from (f"{id}.{kind}" for kind in _KINDS)
    if isinstance(deletes, dict):
        yield f"{id}.{deletes['opstamp']}.del"


def is_whole(path: Path) -> bool:
    """True also for a file that is gone: its segment was merged into another meanwhile."""
    try:
        with path.open("rb") as file:
            return _agrees(file)
    except FileNotFoundError:
        return True


def _agrees(file: BinaryIO) -> bool:
    size = file.seek(0, os.SEEK_END)
    if size < _END.size:
        return False
    file.seek(size - _END.size)
    length, always = _END.unpack(file.read())
    body = size - _END.size - length
    if always != _ALWAYS or body < 0:
        return False
    file.seek(body)
    return _told(file.read(length)) == _summed(file, body)


def _told(footer: bytes) -> int | None:
    try:
        return int(json.loads(footer)["crc"])
    except (ValueError, KeyError, TypeError):
        return None


def _summed(file: BinaryIO, length: int) -> int:
    """Of the first bytes of the file."""
    file.seek(0)
    found = 0
    for start in range(0, length, _AT_ONCE):
        found = zlib.crc32(file.read(min(_AT_ONCE, length - start)), found)
    return found

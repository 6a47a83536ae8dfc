"""The embedded engine: tantivy in a folder. A pointer file names the index that readers read."""

import fcntl
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import tantivy

from index.engines import sealed
from index.engines.disk import is_panic, writing
from index.engines.documents import Indexes
from index.engines.embedded_filling import EmbeddedFilling
from index.engines.embedded_snapshot import EmbeddedSnapshot
from index.engines.engine import Busy, NoIndex, schema_hash
from index.engines.facets import Groups
from index.engines.soundness import Soundness


class Embedded:
    """Indexes in one folder: `<schema hash>-<number>`, and `current`, which names the one that is read."""

    shared = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.opened: tuple[str, Indexes] | None = None
        self.groups = Groups()
        self.sound: dict[str, Soundness] = {}
        folder.mkdir(parents=True, exist_ok=True)

    def snapshot(self) -> EmbeddedSnapshot:
        return EmbeddedSnapshot(*self._searchers(), self.groups)

    def position(self) -> str:
        name = self._current()
        return sealed.position(self.folder / name) if name else ""

    def update(self) -> EmbeddedFilling:
        name = self._current()
        if not name:
            raise NoIndex("there is no search index yet; run `amicus rebuild`")
        return EmbeddedFilling(self.folder / name, _open(self.folder / name), self._soundness(name))

    def fresh(self) -> EmbeddedFilling:
        """Beside the old one. What an interrupted rebuild left behind is removed first. Raises Busy."""
        held = self._alone()
        self._clean(self._current())
        taken = [int(path.name.rpartition("-")[2]) for path in self.folder.glob(f"{schema_hash()}-*")]
        path = self.folder / f"{schema_hash()}-{max(taken, default=0) + 1}"
        with writing(path):
            path.mkdir()
            return EmbeddedFilling(path, Indexes.new(path), self._soundness(path.name), held)

    def _alone(self) -> IO[bytes]:
        """One rebuild at a time; the lock goes with its process, however that ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        held = (self.folder / "rebuild.lock").open("ab")
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            held.close()
            raise Busy("another process rebuilds the search index; try again when it is done") from error
        return held

    def swap(self, name: str) -> None:
        pointer = self.folder / "current.new"
        before = self._current()
        with writing(self.folder):
            pointer.write_text(name)
            with pointer.open("rb") as file:
                os.fsync(file.fileno())
            pointer.replace(self.folder / "current")
        self.opened = None
        self._clean(name, before)

    def _clean(self, *kept: str) -> None:
        """Readers of other processes may still hold the index before the last one; it goes at the next swap."""
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)

    def _current(self) -> str:
        """Name of the index that is read; empty when there is none, or one of another schema."""
        try:
            name = (self.folder / "current").read_text().strip()
        except OSError:
            return ""
        return name if name.startswith(schema_hash()) and (self.folder / name).is_dir() else ""

    def _searchers(self) -> tuple[tantivy.Searcher, tantivy.Searcher]:
        """Of units and of summaries."""
        with self.lock:
            name = self._current()
            if not name:
                raise NoIndex("there is no search index yet; run `amicus rebuild`")
            if self.opened is None or self.opened[0] != name:
                self.opened = (name, _open(self.folder / name))
            self._soundness(name).look()
            with _legible(self.folder / name):
                for index in self.opened[1]:
                    index.reload()
                return self.opened[1].units.searcher(), self.opened[1].summaries.searcher()

    def _soundness(self, name: str) -> Soundness:
        """What this process knows of the files of the index."""
        return self.sound.setdefault(name, Soundness(Indexes.folders(self.folder / name)))


def _open(path: Path) -> Indexes:
    with _legible(path):
        return Indexes.open(path)


@contextmanager
def _legible(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        if not isinstance(error, ValueError | OSError) and not is_panic(error):
            raise
        raise NoIndex(f"the search index in {path} cannot be read ({error}); run `amicus rebuild`") from error

"""Files of a ZIP archive, read in memory, capped: a bomb or a broken archive is refused in one sentence."""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from crawlers.files.reading import LIMIT
from crawlers.response import Unreadable

_MOST = 200_000  # files; the largest official bulk archive seen has fewer


def is_zip(body: bytes) -> bool:
    return body.startswith(b"PK\x03\x04")


def members(body: bytes, *endings: str) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file whose name ends so (any file without endings). Raises Unreadable."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            yield from _inside(archive, tuple(ending.lower() for ending in endings))
    except Unreadable:
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, OSError, zlib.error) as error:
        raise Unreadable(f"the file is not a ZIP archive that can be read: {error}") from error


def _inside(archive: zipfile.ZipFile, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    entries = archive.infolist()
    if len(entries) > _MOST:
        raise Unreadable(f"the archive holds more than {_MOST} files")
    for entry in entries:
        if entry.is_dir() or not entry.filename.lower().endswith(endings or ("",)):
            continue
        if entry.file_size > LIMIT:
            raise Unreadable(f"{entry.filename} in the archive is larger than {LIMIT // 1_000_000} MB")
        yield entry.filename, archive.read(entry)

"""Open zip, gzip and tar within limits: a small file that swells without end is refused in one sentence."""

import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from crawlers.response import Unreadable

MEMBERS = 100_000  # the largest official archive seen has 30,000 files
MEMBER = 200_000_000  # bytes of one file
TOTAL = 4_000_000_000  # bytes of all
RATIO = 300  # times the packed size; text of laws packs about 10 times, XML up to 60
_FREE = 10_000_000  # bytes that may come out whatever the ratio

_DOCUMENTS = ("mimetype", "[Content_Types].xml", "META-INF/")  # zips that are one document: docx, xlsx, odt, epub


def packed(body: bytes) -> bool:
    """Is it a container of files, not a document that happens to be a zip?"""
    if body[:4] == b"PK\x03\x04":
        return not _is_document(body)
    return body[:2] == b"\x1f\x8b" or body[257:262] == b"ustar"


def members(body: bytes, name: str = "") -> Iterator[tuple[str, bytes]]:
    """Each file inside, by name; a gzip holds one, or a tar. Raises Unreadable."""
    if body[:4] == b"PK\x03\x04":
        yield from _zipped(body)
    elif body[:2] == b"\x1f\x8b":
        inner = gunzip(body)
        tar = inner[257:262] == b"ustar"
        yield from _tarred(inner) if tar else [(name.removesuffix(".gz") or "content", inner)]
    else:
        yield from _tarred(body)


def member_of(body: bytes, name: str) -> bytes:
    """One file of it. Raises Unreadable when it is not there."""
    for found, content in members(body):
        if found == name:
            return content
    raise Unreadable(f"there is no {name} in the archive")


def gunzip(body: bytes) -> bytes:
    """Raises Unreadable for what swells beyond the limits, breaks off or is none."""
    limit = min(MEMBER, max(_FREE, len(body) * RATIO))
    pieces, size, rest = [], 0, body
    while rest:
        engine = zlib.decompressobj(wbits=31)
        try:
            piece = engine.decompress(rest, limit - size + 1)
        except zlib.error as error:
            raise Unreadable("the gzip data is damaged") from error
        size += len(piece)
        if size > limit:
            raise Unreadable(f"the file unpacks to more than {limit // 1_000_000} MB")
        if not engine.eof:
            raise Unreadable("the gzip data breaks off")
        pieces.append(piece)
        rest = engine.unused_data.lstrip(b"\0")
    return b"".join(pieces)


def _zipped(body: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            files = [entry for entry in archive.infolist() if not entry.is_dir()]
            _require(len(files), sum(entry.file_size for entry in files), len(body))
            for entry in files:
                if entry.flag_bits & 1:
                    raise Unreadable("the zip is locked with a password")
                yield entry.filename, _content(archive.open(entry))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError) as error:
        raise Unreadable(f"the zip is damaged: {error}") from error


def _tarred(body: bytes) -> Iterator[tuple[str, bytes]]:
    count = total = 0
    try:
        with tarfile.open(fileobj=BytesIO(body), mode="r:") as archive:
            for entry in archive:
                if not entry.isreg():  # links and devices lead out of the archive
                    continue
                count, total = count + 1, total + entry.size
                _require(count, total, len(body))
                if file := archive.extractfile(entry):
                    yield entry.name, _content(file)
    except tarfile.TarError as error:
        raise Unreadable(f"the tar is damaged: {error}") from error


def _content(file: IO[bytes]) -> bytes:
    """What the directory of an archive says of sizes may be untrue: the reading itself stops."""
    with file:
        content = file.read(MEMBER + 1)
    if len(content) > MEMBER:
        raise Unreadable(f"a file in the archive is larger than {MEMBER // 1_000_000} MB")
    return content


def _require(count: int, total: int, size: int) -> None:
    limit = min(TOTAL, max(_FREE, size * RATIO))
    if count > MEMBERS:
        raise Unreadable(f"the archive holds more than {MEMBERS:,} files")
    if total > limit:
        raise Unreadable(f"the archive unpacks to more than {limit // 1_000_000} MB")


def _is_document(body: bytes) -> bool:
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            return any(name.startswith(_DOCUMENTS) for name in archive.namelist()[:50])
    except zipfile.BadZipFile:
        return False

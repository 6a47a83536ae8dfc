"""Streams of a Compound File Binary (MS-CFB), the container of Word files of before 2007."""

import struct
from collections.abc import Collection

from crawlers.response import Unreadable

SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # numbers from here on are no sectors


def streams(body: bytes, *wanted: str) -> dict[str, bytes]:
    """Those of the names that it holds, wherever they stand. Raises Unreadable for a damaged file."""
    try:
        return _streams(body, wanted)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise Unreadable(f"the compound file is damaged: {error}") from error


def _streams(body: bytes, wanted: Collection[str]) -> dict[str, bytes]:
    sector, short = (1 << one for one in struct.unpack_from("<HH", body, 30))
    directory, _, smallest, minis = struct.unpack_from("<IIII", body, 48)
    table = _table(body, sector)
    entries = [entry for entry in _cut(_chain(body, directory, table, sector, sector), 128) if len(entry) == 128]
    small = _chain(body, _start(entries[0]), table, sector, sector)
    shorts = _numbers(_chain(body, minis, table, sector, sector))
    found: dict[str, bytes] = {}
    for entry in entries[1:]:
        name, size = _name(entry), struct.unpack_from("<I", entry, 120)[0]
        if name not in wanted or name in found:
            continue
        if size < smallest:
            found[name] = _chain(small, _start(entry), shorts, short, 0)[:size]
        else:
            found[name] = _chain(body, _start(entry), table, sector, sector)[:size]
        if len(found[name]) < size:
            raise Unreadable("the Word file breaks off before its words end")
    return found


def _table(body: bytes, sector: int) -> list[int]:
    """Of each sector the one that follows it: a list that itself stands in sectors, named in the head and beyond."""
    named = list(struct.unpack_from("<109I", body, 76))
    further = struct.unpack_from("<I", body, 68)[0]
    while further < _LAST and len(named) < len(body) // sector:
        more = _numbers(body[(further + 1) * sector : (further + 2) * sector])
        named, further = named + more[:-1], more[-1]
    return _numbers(b"".join(body[(one + 1) * sector : (one + 2) * sector] for one in named if one < _LAST))


def _chain(body: bytes, first: int, table: list[int], sector: int, head: int) -> bytes:
    """The sectors from the first to the last; a chain that bites its tail ends."""
    parts, seen = [], set[int]()
    while first < _LAST and first not in seen:
        seen.add(first)
        parts.append(body[head + first * sector : head + (first + 1) * sector])
        first = table[first]
    return b"".join(parts)


def _numbers(words: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(words) // 4}I", words[: len(words) // 4 * 4]))


def _cut(words: bytes, size: int) -> list[bytes]:
    return [words[at : at + size] for at in range(0, len(words), size)]


def _start(entry: bytes) -> int:
    return int(struct.unpack_from("<I", entry, 116)[0])


def _name(entry: bytes) -> str:
    return entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le")

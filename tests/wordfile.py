"""Builds a Word file of 1997 to 2003, byte by byte: a compound file with a document and its table of pieces."""

import struct

_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_TEXT = 0x400  # where the text begins in the document


def doc(text: str, *, version: int = 0xC1, flags: int = 0x200, after: str = "") -> bytes:
    """The first half of the text in one byte a letter, the rest in two; `after` are its notes."""
    return compound({"WordDocument": _document(text, version, flags, after), "1Table": _table(text, after)})


def _document(text: str, version: int, flags: int, after: str) -> bytes:
    half, table = len(text) // 2, _table(text, after)
    head = bytearray(_TEXT)
    struct.pack_into("<HH6xH", head, 0, 0xA5EC, version, flags)
    struct.pack_into("<I", head, 0x4C, len(text))
    struct.pack_into("<II", head, 0x1A2, 0, len(table))
    return bytes(head) + text[:half].encode("cp1252") + (text[half:] + after).encode("utf-16-le")


def _table(text: str, after: str) -> bytes:
    half, whole = len(text) // 2, len(text) + len(after)
    ends = struct.pack("<III", 0, half, whole)
    places = struct.pack("<HIH", 0, _TEXT * 2 | 0x40000000, 0) + struct.pack("<HIH", 0, _TEXT + half, 0)
    return b"\x01\x02\x00ab" + b"\x02" + struct.pack("<I", len(ends + places)) + ends + places


def compound(streams: dict[str, bytes]) -> bytes:
    """What is shorter than 4,096 bytes stands in the short stream, in pieces of 64."""
    short, shorts, entries = b"", list[int](), list[bytes]()
    sectors, table = [b"", b"", b""], [_FAT, _END, _END]  # the table, the directory, the table of the short stream
    for name, content in streams.items():
        if len(content) < 4096:
            entries.append(_entry(name, 2, len(shorts), len(content)))
            shorts += _linked(len(shorts), -(-len(content) // 64))
            short += content.ljust(-(-len(content) // 64) * 64, b"\0")
        else:
            entries.append(_entry(name, 2, len(sectors), len(content)))
            _add(content, sectors, table)
    root = _entry("Root Entry", 5, len(sectors) if short else _END, len(short))
    _add(short, sectors, table)
    sectors[1] = b"".join([root, *entries]).ljust(512, b"\0")
    sectors[2] = _packed(shorts)
    sectors[0] = _packed(table)
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        62,
        3,
        0xFFFE,
        9,
        6,
        0,
        1,
        1,
        0,
        4096,
        2,
        1,
        _END,
        0,
    )
    return head + struct.pack("<109I", 0, *[_FREE] * 108) + b"".join(sectors)


def _add(content: bytes, sectors: list[bytes], table: list[int]) -> None:
    count = -(-len(content) // 512)
    table += _linked(len(sectors), count)
    sectors += [content[at * 512 : (at + 1) * 512].ljust(512, b"\0") for at in range(count)]


def _linked(first: int, count: int) -> list[int]:
    return [*range(first + 1, first + count), _END] if count else []


def _packed(numbers: list[int]) -> bytes:
    return struct.pack("<128I", *numbers, *[_FREE] * (128 - len(numbers)))


def _entry(name: str, kind: int, first: int, size: int) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return written.ljust(64, b"\0") + struct.pack("<HBB48xIQ", len(written), kind, 1, first, size)

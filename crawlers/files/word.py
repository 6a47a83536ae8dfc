"""The paragraphs of Word files of 1997 to 2003 (MS-DOC), by the table of pieces that says where each stretch of text stands."""

import re
import struct
from collections.abc import Iterator

from crawlers.files import compound
from crawlers.response import Unread, Unreadable

_FIELD = re.compile(
    r"\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15"
)  # instruction and, after the mark, what it shows
_NESTED = 9  # a field in the result of a field, such as a link in a table of contents
_MARKS = str.maketrans({"\x1e": "-", "\x1f": None, "\x0b": " ", "\xa0": " "})
_ENDS = re.compile(r"[\r\x07\x0c]+")  # of paragraphs, cells of tables, pages
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")  # where a picture or a note is anchored


def paragraphs(body: bytes) -> list[str]:
    """Of the text itself, without its notes, headers and comments. Raises Unreadable."""
    streams = compound.streams(body, "WordDocument", "0Table", "1Table")
    if "WordDocument" not in streams:
        raise Unread("the document is an older Office file other than of Word, which is not read")
    try:
        words = _text(streams)
    except (struct.error, LookupError) as error:
        raise Unreadable(f"the Word document is damaged: {error}") from error
    for _ in range(_NESTED):
        words = _FIELD.sub(lambda field: field[1] or "", words)
    lines = (" ".join(_NO_TEXT.sub("", line.translate(_MARKS)).split()) for line in _ENDS.split(words))
    return [line for line in lines if line]


def _text(streams: dict[str, bytes]) -> str:
    document = streams["WordDocument"]
    sign, version, flags = struct.unpack_from("<HH6xH", document)
    if sign != 0xA5EC or version < 0xC1:
        raise Unread(
            "the document is a Word file of before 1997, which is not read: save it as DOCX or PDF and import that"
        )
    if flags & 0x100:
        raise Unread("the Word document is locked by a password")
    table = streams["1Table" if flags & 0x200 else "0Table"]
    at, size = struct.unpack_from("<II", document, 0x1A2)
    length = struct.unpack_from("<I", document, 0x4C)[0]
    return "".join(_pieces(document, table[at : at + size]))[:length]  # notes and headers follow the text


def _pieces(document: bytes, told: bytes) -> Iterator[str]:
    """In the order of the text; a piece is of one byte a letter (windows-1252) or of two."""
    at = 0
    while told[at : at + 1] == b"\x01":  # properties that pieces share
        at += 3 + struct.unpack_from("<H", told, at + 1)[0]
    told = told[at:]
    count = (struct.unpack_from("<I", told, 1)[0] - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", told, 5)
    if list(ends) != sorted(ends) or ends[-1] > len(document):
        raise Unreadable("the Word document is damaged: its pieces are more than it holds")
    for place in range(count):
        where = struct.unpack_from("<I", told, 5 + 4 * (count + 1) + 8 * place + 2)[0]
        letters, at = ends[place + 1] - ends[place], where & 0x3FFFFFFF
        if where & 0x40000000:
            yield document[at // 2 : at // 2 + letters].decode("cp1252", "replace")
        else:
            yield document[at : at + 2 * letters].decode("utf-16-le", "replace")

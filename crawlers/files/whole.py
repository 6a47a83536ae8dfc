"""Tell a file that breaks off from a whole one, so that nothing read from it ever looks complete."""

import csv
import re
from collections.abc import Iterable

from msgspec.structs import replace

from crawlers.files import compound
from crawlers.matter import Matter
from crawlers.response import Finds, Found, Response, Skipped, Unreadable

END = "the end of the file"  # what such a matter is missing
NO_END = "x-amicus-end"  # header of an answer whose length the host did not say: it ended with the connection

_MARKS = b"\0\xef\xbb\xbf\xff\xfe"  # byte order marks, and every other byte of UTF-16
_PROLOG = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL | re.IGNORECASE
)
_ROOT = re.compile(rb"<([^\s<>/!?]+)(?:\s[^<>]*?)?(/?)>")
_HTML = re.compile(rb"<(?:html|head|body|div|p|table|h\d|meta|title)\b", re.IGNORECASE)
_BODY_ENDS = re.compile(rb"</(?:body|html)\b", re.IGNORECASE)
_PAIRED = b"a|article|b|div|em|form|h[1-6]|head|i|ol|section|span|strong|table|title|ul"  # HTML that must be closed
_OPENED = re.compile(rb"<(?:" + _PAIRED + rb")\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:" + _PAIRED + rb")\b", re.IGNORECASE)


def marked(found: Iterable[Found], response: Response) -> Finds:
    """The same; matters of a file that breaks off say so. Raises Unreadable where such a file gave nothing at all."""
    vouched = bool(response.headers) and NO_END not in response.headers
    reason = breaks_off(response.body, response.name, vouched)
    if not reason:
        yield from found
        return
    anything = False
    for one in found:
        anything = anything or not isinstance(one, Skipped)
        yield replace(one, missing=(*one.missing, END)) if isinstance(one, Matter) else one
    if not anything:
        raise Unreadable(reason)


def breaks_off(body: bytes, name: str = "", vouched: bool = False) -> str:
    """Why the bytes cannot be a whole file, in one sentence; empty for what may be whole.

    `vouched`: the host said how long its answer is, and it was so long; a last line without line feed is no sign then.
    """
    plain = (body.translate(None, _MARKS) if b"\0" in body[:200] else body.removeprefix(b"\xef\xbb\xbf")).strip()
    if plain[:1] == b"<":
        return _markup(plain)
    if plain.startswith(b"%PDF-"):
        return "" if b"%%EOF" in plain[-2_000:] else "the PDF breaks off before its end mark"
    if plain[:1] in b"{[" or body.startswith((b"PK", compound.SIGN)):
        return ""  # read by what refuses broken JSON and broken archives
    return _lines(body.translate(None, b"\0"), name, vouched)


def _markup(plain: bytes) -> str:
    start = _PROLOG.match(plain)
    rest = plain[start.end() :] if start else plain
    if _HTML.match(rest):
        return _page(rest)
    root = _ROOT.match(rest)
    whole = root is not None and (root[2] or rest.rfind(b"</" + root[1]) >= 0)
    return "" if whole else "the file breaks off before its outermost element ends"


def _page(page: bytes) -> str:
    """Browsers forgive an absent end; of a page with neither body nor end, what must be closed is counted."""
    if not page.endswith(b">"):
        return "the page ends in the middle of a line or tag"
    if _BODY_ENDS.search(page[-2_000:]) or _BODY_ENDS.search(page):
        return ""
    if re.search(rb"<body\b", page, re.IGNORECASE):
        return "the page breaks off before its body ends"
    balanced = len(_OPENED.findall(page)) <= len(_CLOSED.findall(page))
    return "" if balanced else "the page breaks off inside an element"


def _lines(text: bytes, name: str, vouched: bool) -> str:
    """Lines end with a line feed, the last one too (one of spaces only is the rest of a printed page)."""
    if name.lower().endswith(".csv") and text.count(b'"') % 2:
        return "the table breaks off inside a quoted cell"
    open_ = text.rpartition(b"\n")[2].strip()
    return "the file breaks off inside its last line" if open_ and not vouched and not _last_row_is_whole(text) else ""


def _last_row_is_whole(text: bytes) -> bool:
    """Of a table whose rows all have as many cells as the first, the last too: whole when the last cell closes its
    quotes, says what another row says there, or has the form (of a date, a number) that all of them have there.
    """
    lines = text.decode("utf-8", "replace").rstrip("\r").splitlines(keepends=True)
    delimiter = max(",;\t", key=lines[0].count)
    try:
        first, *rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return False
    if len(first) < 2 or len(rows) < 2 or any(len(row) != len(first) for row in rows):
        return False
    *others, last = (row[-1] for row in rows)
    return text.rstrip().endswith(b'"') or last in others or {_form(cell) for cell in others} == {_form(last)}


def _form(cell: str) -> str:
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d", "9", cell))

"""The same document in other clothes: other encodings, line ends, comments, unknown attributes and parts."""

import contextlib
import copy
import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from crawlers.files import reading

_TAG = re.compile(r"<(p|td|tr|div|li|span|h\d)(?=[\s>])", re.IGNORECASE)
_END = re.compile(r"(</(?:tr|td|li|table)>)", re.IGNORECASE)


class Variant(NamedTuple):
    """`gone` are the words that were taken away; None where nothing was, so that the records must stay the same."""

    how: str
    body: bytes
    gone: str | None


def pages(body: bytes) -> Iterator[Variant]:
    """Of a page of HTML."""
    plain = reading.decode(body)
    yield Variant("with a byte order mark", b"\xef\xbb\xbf" + plain.encode(), None)
    yield Variant("with line ends of Windows", re.sub(r"\r?\n", "\r\n", plain).encode(), None)
    yield Variant("in UTF-16", plain.encode("utf-16"), None)
    with contextlib.suppress(UnicodeEncodeError):
        yield Variant("in windows-1252", plain.encode("cp1252"), None)
    yield Variant("with other attributes", _TAG.sub(r'<\1 data-of="1999-09-09"', plain).encode(), None)
    yield Variant("with comments", _END.sub(r"\1<!-- 9 September 1999 -->", plain).encode(), None)
    script = '<script>var of = "9 September 1999";</script></body>'
    yield Variant("with a script at its end", re.sub("</body>", script, plain, flags=re.IGNORECASE).encode(), None)


def dressed(root: etree._Element) -> Iterator[Variant]:
    """Of a document of XML."""
    plain = etree.tostring(root, encoding="unicode")
    yield Variant("with a byte order mark", b"\xef\xbb\xbf" + plain.encode(), None)
    yield Variant("in UTF-16", f'<?xml version="1.0" encoding="UTF-16"?>{plain}'.encode("utf-16"), None)
    if all(ord(sign) < 256 for sign in plain):
        yield Variant("in ISO-8859-1", f'<?xml version="1.0" encoding="ISO-8859-1"?>{plain}'.encode("latin-1"), None)
    other = copy.deepcopy(root)
    for element in list(other.iter("*")):
        element.set("{urn:unheard}of", "1999-09-09")
        if len(element) and not (element.text or "").strip():
            element.append(etree.Comment(" passed by "))
    yield Variant("with other attributes and comments", etree.tostring(other, encoding="utf-8"), None)
    other = copy.deepcopy(root)
    etree.SubElement(other, "{urn:unheard}of")
    yield Variant("with another element at its end", etree.tostring(other, encoding="utf-8"), None)

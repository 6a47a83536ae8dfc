"""Turn bytes of any origin into text, XML, HTML or JSON, safely: nothing is fetched, entities, depth and size are capped."""

import codecs
import json as _json
import re
from html.entities import name2codepoint
from typing import Any

from lxml import etree
from lxml import html as _html

from crawlers.response import Unreadable

Element = etree._Element  # noqa: SLF001 -- lxml's own name for its elements is private
LIMIT = 200_000_000  # bytes; the largest official bulk file seen has 118 MB

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"""(?:encoding|charset)\s*=\s*["']?\s*([A-Za-z0-9._-]+)""")
_EXTERNAL = re.compile(rb"<!ENTITY\s[^>]*?\s(?:SYSTEM|PUBLIC)\s")
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FLAGS = re.IGNORECASE | re.DOTALL
_PAGE = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b", _FLAGS)
_TAG = re.compile(rb"<[A-Za-z!?]")
_REASONS = (
    ("amplification", "it expands entities without end"),
    ("entity reference loop", "it expands entities without end"),
    ("Excessive depth", "it nests elements more than 256 deep"),
)


def decode(body: bytes, encoding: str = "") -> str:
    """Text, by byte order mark, then UTF-8, then `encoding` or what the bytes declare, then windows-1252.

    Bytes go before declarations because pages are served that declare UTF-16 and are UTF-8. Raises Unreadable.
    """
    _require(body)
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for name in ("utf-8", encoding, _declared(body), "cp1252"):
        text = _attempt(body, name)
        if text is not None:
            return _not_noise(text)
    return _not_noise(body.decode("cp1252", "replace"))


def xml(body: bytes) -> Element:
    """Root of well-formed XML without comments and processing instructions. Raises Unreadable.

    Elements of the root's own namespace have local names: publishers change its version, and some leave it out.
    """
    _require(body)
    if _EXTERNAL.search(body, 0, 100_000):
        raise Unreadable("the file declares external entities, which are never fetched")
    try:
        root = etree.fromstring(body, _xml_parser())
    except etree.XMLSyntaxError as error:
        root = _second_reading(body, error)
    namespace = etree.QName(root).namespace
    for element in root.iter(f"{{{namespace}}}*") if namespace else ():
        element.tag = local(element)
    return root


def listed(body: bytes, outer: str, item: str) -> list[Element]:
    """The items, by local name, of XML that is a list of them or a single one. Raises Unreadable for any other XML."""
    root = without_namespaces(xml(body))
    if root.tag not in {outer, item}:
        raise Unreadable(f"the XML begins with {root.tag}, not with {outer}")
    return list(root.iter(item))


def html(body: bytes, encoding: str = "") -> Element:
    """Root of a page, tags in lower case without namespace; XHTML is read as XML while it is well-formed."""
    _require(body)
    if b"http://www.w3.org/1999/xhtml" in body[:5_000] and (root := _xhtml(body)) is not None:
        return root
    text = decode(body, encoding)
    if not _TAG.search(body.replace(b"\0", b"")):
        raise Unreadable("the file has no HTML in it")
    parser = _html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        return _html.document_fromstring(_DECLARATION.sub("", text).replace("\0", "").encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise Unreadable("the file has no HTML in it") from error


def json(body: bytes) -> Any:
    """The value. Raises Unreadable, also for a page where JSON was asked for."""
    text = decode(body)
    if text.lstrip()[:1] == "<":
        raise Unreadable(f"the file is {'an HTML page' if _PAGE.match(text[:5_000]) else 'XML'}, not JSON")
    try:
        return _json.loads(text, strict=False)
    except RecursionError as error:
        raise Unreadable("the JSON nests too deep") from error
    except _json.JSONDecodeError as error:
        raise Unreadable(f"the file is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    except ValueError as error:
        raise Unreadable("the JSON holds a number of thousands of digits") from error


def answer(body: bytes, name: str, fault: str) -> dict[str, Any]:
    """The JSON object of an answer that holds this name. Raises Unreadable, with the fault, for any other JSON."""
    value = json(body)
    if not isinstance(value, dict) or value.get(name) in (None, ""):
        raise Unreadable(fault)
    return value


def words(element: Element | None) -> str:
    """All text in an element, white space (also no-break) collapsed; empty for None."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())


def plain(marked: str) -> str:
    """Words without the mark-up and the entities that stand in them, on one line."""
    if "<" not in marked and "&" not in marked:
        return " ".join(marked.split())
    return words(html(f"<div>{marked}</div>".encode()))


def own_address(root: Element) -> str:
    """Where a saved page says that it belongs; empty when it does not say, or only half."""
    metas = (e.get("content", "") for e in root.iter("meta") if e.get("property") == "og:url")
    links = (e.get("href", "") for e in root.iter("link") if e.get("rel") == "canonical")
    said = (*metas, *links, *(e.get("href", "") for e in root.iter("base")))
    return next((address for address in said if address.startswith(("https://", "http://"))), "")


def local(element: Element) -> str:
    """Tag without namespace."""
    return str(element.tag).rpartition("}")[2]


def without_namespaces(root: Element) -> Element:
    """The same tree, every tag by its local name (vocabularies that come in many namespaces)."""
    for element in root.iter():
        if isinstance(element.tag, str) and "}" in element.tag:
            element.tag = local(element)
    return root


def _require(body: bytes) -> None:
    if not body.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("the file is empty")
    if len(body) > LIMIT:
        raise Unreadable(f"the file is larger than {LIMIT // 1_000_000} MB")


def _declared(body: bytes) -> str:
    found = _DECLARED.search(body, 0, 2_000)
    return found[1].decode("ascii").lower() if found else ""


def _attempt(body: bytes, name: str) -> str | None:
    """None when the bytes are not in this encoding; a declared UTF-16 without its mark is taken for a mistake."""
    if not name or name.startswith(("utf-16", "utf16", "ucs")):
        return None
    try:
        return body.decode({"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}.get(name, name))
    except (UnicodeDecodeError, LookupError):
        return None


def _not_noise(text: str) -> str:
    sample = text[:20_000]
    if len(_CONTROL.findall(sample)) > len(sample) // 50:
        raise Unreadable("the file is binary, not text")
    return text


def _xml_parser() -> etree.XMLParser:
    """Only entities that the document declares in itself are resolved: the library's default, under its size limits."""
    return etree.XMLParser(no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)


def _second_reading(body: bytes, error: etree.XMLSyntaxError) -> Element:
    """Once more with HTML's entity names resolved and the encoding guessed; then the first reading's fault stands."""
    text = decode(body)
    if _PAGE.match(text[:5_000]):
        raise Unreadable("the file is an HTML page, not XML") from error
    if text.lstrip()[:1] != "<":
        raise Unreadable("the file is not XML") from error
    try:
        return etree.fromstring(_spelled_out(_DECLARATION.sub("", text).encode()), _xml_parser())
    except etree.XMLSyntaxError:
        raise Unreadable(_say(error)) from error


def _xhtml(body: bytes) -> Element | None:
    try:
        root = etree.fromstring(_spelled_out(body), _xml_parser())
    except etree.XMLSyntaxError:
        return None
    return without_namespaces(root)


def _spelled_out(body: bytes) -> bytes:
    """Names that only HTML's own DTD declares (&nbsp;) as numbers."""

    def number(found: re.Match[bytes]) -> bytes:
        point = name2codepoint.get(found[1].decode("ascii"))
        return found[0] if point is None or found[1] in {b"amp", b"lt", b"gt", b"quot"} else b"&#%d;" % point

    return _NAMED.sub(number, body)


def _say(error: etree.XMLSyntaxError) -> str:
    message = " ".join(str(error.msg).partition(", use XML_PARSE_HUGE")[0].split())
    known = (reason for sign, reason in _REASONS if sign.lower() in message.lower())
    reason = next(known, message.partition(" (<string>")[0])
    return f"the file is not XML that can be read: {reason}"

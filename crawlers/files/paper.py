"""The words of PDF and Word files, as paragraphs."""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from crawlers.fetch import unpack
from crawlers.files import compound, word
from crawlers.response import Unread, Unreadable

_OTHERS = (
    (b"{\\rtf", "RTF"),
    (b"\xffWPC", "WordPerfect"),
)
SIGNS = (b"%PDF-", b"PK\x03\x04", compound.SIGN, *(sign for sign, _ in _OTHERS))  # that this module is to be asked
PAGES = 5_000  # the longest acts have fewer
_NUMBERED = re.compile(r"^\s*\d{1,2}(?:\s+|$)")  # of lines, in the margin of bills
_BEGINS = re.compile(r"^(?:SEC(?:TION|\.)|Sec(?:tion|\.)|Art(?:icle|\.)|ARTICLE|§|\([a-zA-Z0-9]{1,4}\)|\d{1,3}\.)\s?")
_LABEL = re.compile(
    r"^(?:[^\W\d_]{3,12}\.?|§)\s?(?:\d{1,4}[a-zA-Z]?|[IVXLC]{1,6})\s?[.:]?$"
)  # Article 1, Pasal 2, CHAPTER II
_FULL = 60  # letters; a shorter line ended before the margin
_ENDS = re.compile(r"[.:;?!”\"]$")


def paragraphs(body: bytes) -> list[str]:
    """Raises Unreadable for what is neither, is damaged or locked, or shows pictures of words only."""
    if body.startswith(b"%PDF-"):
        found = _joined(line for page in _pages(body) for line in _unnumbered(page.splitlines()))
    elif body.startswith(b"PK\x03\x04"):
        found = _docx(body)
    elif body.startswith(compound.SIGN):
        found = word.paragraphs(body)
    else:
        raise _other(body)
    if not found:
        raise Unread("the document holds no words, only pictures of pages or nothing")
    return found


def _other(body: bytes) -> Unreadable:
    """What the document is instead, and how its words can still come in."""
    name = next((name for sign, name in _OTHERS if body.startswith(sign)), "")
    if name:
        return Unread(f"the document is {name}, which is not read: save it as DOCX or PDF and import that")
    return Unreadable("the document is neither PDF nor Word")


def _pages(body: bytes) -> list[str]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"the PDF cannot be read: {error}") from error
    try:
        if len(document) > PAGES:
            raise Unreadable(f"the PDF has more than {PAGES:,} pages")
        return [page.get_textpage().get_text_range() for page in document]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"a page of the PDF cannot be read: {error}") from error
    finally:
        document.close()


def _unnumbered(lines: list[str]) -> list[str]:
    """Without the numbers in the margin, where most lines of the page have one."""
    said = [line for line in lines if line.strip()]
    numbered = sum(bool(_NUMBERED.match(line)) for line in said)
    return [_NUMBERED.sub("", line) for line in said] if numbered > len(said) * 0.6 else lines


def _joined(lines: Iterable[str]) -> list[str]:
    """A printed line goes on in the next unless it ends a sentence, or the next begins a numbered part or is its label."""
    found: list[str] = []
    last = ""  # the line above, where it goes on
    for line in lines:
        plain = " ".join(line.replace("\ufffe", "-").split())
        label = _LABEL.match(plain) is not None and len(last) < _FULL
        if last and plain and not label and not _BEGINS.match(plain):
            found[-1] = found[-1][:-1] + plain if found[-1].endswith("-") else f"{found[-1]} {plain}"
        elif plain:
            found.append(plain)
        last = "" if label or _ENDS.search(plain) else plain
    return found


def _docx(body: bytes) -> list[str]:
    if b"mimetypeapplication/vnd.oasis.opendocument" in body[:100]:
        raise Unread("the document is OpenDocument, which is not read: save it as DOCX or PDF and import that")
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    dict(unpack.members(body))  # refuses what is damaged, and what swells without end
    try:
        document = docx.Document(BytesIO(body))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise Unreadable(f"the DOCX cannot be read: {error}") from error
    lines = (" ".join(paragraph.text.split()) for paragraph in document.paragraphs)
    return [line for line in lines if line]

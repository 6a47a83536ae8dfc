"""PDF and DOCX give their words as paragraphs; what is damaged, locked, swollen or a picture is refused in one sentence."""

import base64
import io
import json
import zipfile

import pytest

from crawlers.files.paper import paragraphs
from crawlers.response import Unreadable
from tests.test_fixtures import FIXTURES

PDF = base64.b64decode(json.loads((FIXTURES / "us-legiscan" / "text__8.json").read_text())["text"]["doc"])


def word(*lines: str) -> bytes:
    import docx

    document, file = docx.Document(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def swollen() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b" " * 60_000_000)
    return file.getvalue()


def opendocument() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<office:document-content/>")
    return file.getvalue()


def test_lines_of_a_pdf_become_paragraphs_without_the_numbers_in_the_margin() -> None:
    assert paragraphs(PDF) == [
        "SECTION 1. A shelf is open to everybody who reads.",
        "SEC. 2. This act takes effect at once.",
    ]


def test_paragraphs_of_a_word_file_are_its_own() -> None:
    assert paragraphs(word("Section 1. A shelf.", "", "Section 2. A lamp.")) == [
        "Section 1. A shelf.",
        "Section 2. A lamp.",
    ]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7\n", "cannot be read"),
        (PDF[: len(PDF) // 2], "cannot be read"),
        (PDF.replace(b"Tj", b"  "), "no words"),
        (word("A shelf.")[:400], "damaged"),
        (word(), "no words"),
        (swollen(), "unpacks to more"),
        (b"GIF89a", "neither PDF nor DOCX"),
        (b"\xd0\xcf\x11\xe0", "Word document of before 2007"),
        (b"{\\rtf1 A shelf.}", "RTF, which is not read"),
        (b"\xffWPC\x10", "WordPerfect, which is not read"),
        (opendocument(), "OpenDocument, which is not read"),
    ],
)
def test_what_has_no_words_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        paragraphs(body)

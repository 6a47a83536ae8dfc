"""PDF and DOCX give their words as paragraphs; what is damaged, locked, swollen or a picture is refused in one sentence."""

import base64
import io
import json
import struct
import zipfile

import pytest

from crawlers.files.compound import streams
from crawlers.files.paper import paragraphs
from crawlers.response import Unreadable
from tests.test_fixtures import FIXTURES
from tests.wordfile import compound, doc

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


SAID = (
    'Artículo 1.- La sala está abierta.\rVer \x13HYPERLINK "x"\x14la ley\x15 y su anexo\x1e1.\rA\x07B\x07\x07“Fin”\x0c'
    + "Sí.\r" * 1200
)


@pytest.mark.parametrize("flags", [0x200, 0x0200 | 0x4])
def test_the_text_of_an_older_word_file_is_put_together_from_its_pieces(flags: int) -> None:
    found = paragraphs(doc(SAID, flags=flags, after="A note at the foot.\r"))
    assert found[:5] == ["Artículo 1.- La sala está abierta.", "Ver la ley y su anexo-1.", "A", "B", "“Fin”"]
    assert found[5:] == ["Sí."] * 1200


def test_a_table_of_pieces_that_is_long_stands_in_sectors_of_its_own() -> None:
    whole = doc(SAID)
    assert paragraphs(whole) == paragraphs(
        compound({"1Table": streams(whole, "1Table")["1Table"].ljust(5000, b"\0"), **streams(whole, "WordDocument")})
    )


def test_a_chain_of_sectors_that_bites_its_tail_ends() -> None:
    whole = bytearray(doc(SAID))
    whole[512 + 4 * 6 : 512 + 4 * 7] = struct.pack("<I", 3)
    with pytest.raises(Unreadable, match="before its words end"):
        paragraphs(bytes(whole))


def printed(*lines: str) -> bytes:
    """A page with these lines; pdfium finds its objects without a table of them."""
    stream = "BT /F1 11 Tf 14 TL 72 720 Td " + " T* ".join(f"({line}) Tj" for line in lines) + " ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    body = "\n".join(f"{number} 0 obj\n{words}\nendobj" for number, words in enumerate(objects, 1))
    return f"%PDF-1.4\n{body}\ntrailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n".encode()


def test_the_label_of_an_article_stands_alone() -> None:
    body = printed(
        "CHAPTER II",
        "KEEPERS",
        "Article 4",
        "A keeper answers a notice",
        "within seven days.",
        "Pasal 5",
        "Semua pintu terbuka.",
    )
    assert paragraphs(body) == [
        "CHAPTER II",
        "KEEPERS",
        "Article 4",
        "A keeper answers a notice within seven days.",
        "Pasal 5",
        "Semua pintu terbuka.",
    ]


def test_an_article_cited_at_the_beginning_of_a_line_is_no_label() -> None:
    full = "Setiap pengelola ruang baca menjawab pemberitahuan sebagaimana dimaksud dalam"
    assert paragraphs(printed(full, "Pasal 5", "ayat satu.")) == [f"{full} Pasal 5 ayat satu."]


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
        (b"GIF89a", "neither PDF nor Word"),
        (compound({"Workbook": b"x" * 5000}), "other than of Word"),
        (doc("Words.\r" * 900, version=0x68), "of before 1997"),
        (doc("Words.\r" * 900, flags=0x300), "locked by a password"),
        (doc("\x01\r" * 3000), "no words"),
        (doc("Words.\r" * 900)[:700], "damaged"),
        (
            doc("Words.\r" * 900).replace(struct.pack("<III", 0, 3150, 6300), struct.pack("<III", 0, 3150, 2**31)),
            "more than it holds",
        ),
        (b"{\\rtf1 A shelf.}", "RTF, which is not read"),
        (b"\xffWPC\x10", "WordPerfect, which is not read"),
        (opendocument(), "OpenDocument, which is not read"),
    ],
)
def test_what_has_no_words_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        paragraphs(body)

"""A paper for a word processor: the same headings as styles, addresses as links that print."""

import io
import re
from typing import Any

from dashboard.dossier.outline import Block, Paper, pieces
from dashboard.views.text import web
from dashboard.words.tongue import direction, tag

STYLES = {
    "title": "Title",
    "part": "Heading 1",
    "subpart": "Heading 2",
    "words": "Normal",
    "quote": "Quote",
    "list": "List Bullet",
    "sum": "List Bullet 2",
}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def docx(paper: Paper) -> bytes:
    """The same paper gives the same words; the container carries its day."""
    from datetime import datetime

    from docx import Document

    document = Document()
    _page(document)
    _speak(document.styles["Normal"].element.get_or_add_rPr(), paper.language)
    document.core_properties.language = paper.language
    document.core_properties.title = _xml(paper.title)[:250]
    document.core_properties.author = "Amicus"
    document.core_properties.created = document.core_properties.modified = datetime.fromisoformat(paper.day)
    for block in paper.blocks:
        _add(document, block, paper.language)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:
    """A4 with narrow margins and little air, so that a brief stays on its page."""
    from docx.shared import Mm, Pt

    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(18)
        section.top_margin = section.bottom_margin = Mm(14)
    for name, size, before in (("Normal", 9.5, 0), ("Title", 17, 0), ("Heading 1", 11.5, 7), ("Heading 2", 10.5, 5)):
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)


def _add(document: Any, block: Block, own: str) -> None:
    paragraph = document.add_paragraph(style=STYLES[block.kind])
    if block.url and block.url == block.words:
        _link(paragraph, block.url)
        return
    for words, language in pieces(block, own):
        run = paragraph.add_run(_xml(words))
        if tag(language):
            _speak(run.element.get_or_add_rPr(), tag(language))
    if block.url:
        paragraph.add_run(" (")
        _link(paragraph, block.url)
        paragraph.add_run(")")


def _link(paragraph: Any, address: str) -> None:
    """The address as it is, and a link where it leads to the web; the library has no call for one."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(_xml(address))
    if not web(address):
        return
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(web(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.font.underline = True
    run.element.addprevious(link)
    link.append(run.element)


def _speak(properties: Any, language: str) -> None:
    """What a spelling checker and a screen reader take the words for, and their direction."""
    from docx.oxml.ns import qn

    if direction(language) == "rtl":
        properties.append(properties.makeelement(qn("w:rtl"), {}))
    side = "bidi" if direction(language) == "rtl" else "val"
    properties.append(properties.makeelement(qn("w:lang"), {qn(f"w:{side}"): language}))


def _xml(words: str) -> str:
    return _NOT_XML.sub("", words)

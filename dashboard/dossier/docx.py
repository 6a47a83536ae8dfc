"""The dossier for a word processor: the same headings as styles, links as text."""

import io
import re
from typing import Any

from dashboard.dossier.outline import Block, outline
from index.dossier import Dossier

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


def docx(dossier: Dossier) -> bytes:
    """The same dossier gives the same words; the container carries the day of the dossier."""
    from datetime import datetime

    from docx import Document

    document = Document()
    document.core_properties.title = _xml(dossier.title)[:250]
    document.core_properties.author = "Amicus"
    document.core_properties.created = document.core_properties.modified = datetime.fromisoformat(dossier.day)
    for block in outline(dossier):
        _add(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add(document: Any, block: Block) -> None:
    words = f"{block.words} ({block.url})" if block.url else block.words
    document.add_paragraph(_xml(words), style=STYLES[block.kind])


def _xml(words: str) -> str:
    return _NOT_XML.sub("", words)

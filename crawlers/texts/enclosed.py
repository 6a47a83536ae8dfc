"""The words of a document that another answer encloses: a page, a PDF or a DOCX."""

import base64
import binascii
import logging

from crawlers.files import paper, reading
from crawlers.matter import Provision
from crawlers.parsing import Element, Unreadable
from crawlers.texts import outline, prose
from crawlers.texts.lines import lines
from crawlers.values import fields
from crawlers.values.fields import Row

_log = logging.getLogger(__name__)


def file(answer: Row, name: str) -> bytes:
    """What stands under the name, in base64. Raises Unreadable."""
    try:
        return base64.b64decode(fields.text(answer, name), validate=False)
    except (binascii.Error, ValueError) as error:
        raise Unreadable("the document in the answer is not base64") from error


def provisions(body: bytes, mime: str) -> tuple[Provision, ...]:
    """None, with a warning, of older formats and of pictures of pages."""
    try:
        found = _paragraphs(body) if "html" in mime else paper.paragraphs(body)
    except Unreadable as reason:
        _log.warning("the document of type %s holds no words that can be read: %s", mime or "unknown", reason)
        return ()
    return outline.provisions(prose.from_lines(found))


def _paragraphs(body: bytes) -> list[str]:
    """Blank lines part paragraphs in the preformatted pages of the states; others are read as pages."""
    root = reading.html(body)
    printed = list(root.iter("pre", "prize"))
    if not printed:
        return lines(root)
    return [" ".join(part.split()) for part in "\n".join(map(_raw, printed)).split("\n\n") if part.strip()]


def _raw(element: Element) -> str:
    return "".join(map(str, element.itertext())).replace("\r", "")

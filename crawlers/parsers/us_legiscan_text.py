"""Texts of bills in the answers of LegiScan: pages, PDF and DOCX in base64."""

import base64
import binascii
import logging
from typing import Unpack

from crawlers import ids
from crawlers.files import paper, reading
from crawlers.matter import Provision, Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import Facts, numbers, record
from crawlers.texts import outline, prose
from crawlers.texts.lines import lines
from crawlers.values import dates, fields
from crawlers.values.fields import Row, text
from crawlers.vocabulary import Kind

VERSION = 1

_log = logging.getLogger(__name__)


def words(document: Row, response: Response, source: Source) -> Matter:
    """The words of one version, base64 in the answer; they name their bill only by LegiScan's own number."""
    number, day = fields.must(document, "bill_id"), dates.iso(text(document, "date"))
    try:
        body = base64.b64decode(text(document, "doc"), validate=False)
    except (binascii.Error, ValueError) as error:
        raise Unreadable("the document in the answer is not base64") from error
    provisions = _provisions(body, text(document, "mime"))
    version = Text(
        id=f"{fields.must(document, 'doc_id')}.en", label=text(document, "type"), date=day, language="en",
        media_type=text(document, "mime"), snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    return partial(number, response, source, texts=(version,), missing=() if provisions else ("texts",))


def _provisions(body: bytes, mime: str) -> tuple[Provision, ...]:
    """Pages, PDF and DOCX are read; of older formats, and of pictures of pages, only the address is kept."""
    try:
        found = _paragraphs(body) if "html" in mime else paper.paragraphs(body)
    except Unreadable as reason:
        _log.warning("LegiScan's document of type %s holds no words that can be read: %s", mime or "unknown", reason)
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


def partial(number: str, response: Response, source: Source, **facts: Unpack[Facts]) -> Matter:
    """What a part adds to its bill, of which it names only LegiScan's own number."""
    told: Facts = {
        "id": f"us/legiscan/{ids.part(number)}",
        "kind": Kind.BILL,
        "provisional": True,
        "url": f"https://legiscan.com/gaits/view/{number}",
        "identifiers": numbers(("legiscan", number)),
        **facts,
    }
    return record(response, source, f"us_legiscan_text/{VERSION}", **told)

"""Texts of bills in the answers of LegiScan: pages, PDF and DOCX in base64."""

from typing import Unpack

from crawlers.matter import Text
from crawlers.parsing import Matter, dates, ids
from crawlers.record import Facts, numbers, record
from crawlers.texts import enclosed
from crawlers.values.fields import Row, must, text
from crawlers.vocabulary import Kind


def words(document: Row) -> Matter:
    """The words of one version, base64 in the answer; they name their bill only by LegiScan's own number."""
    number, id, mime = must(document, "bill_id"), f"{must(document, 'doc_id')}.en", text(document, "mime")
    version = Text(
        id=id,
        label=text(document, "type"),
        date=dates.iso(text(document, "date")),
        language="en",
        media_type=mime,
        provisions=enclosed.provisions(enclosed.file(document, "doc"), mime),
    )
    missing = () if version.provisions else ("texts",)
    return partial(number, texts=(version,), missing=missing)


def partial(number: str, **facts: Unpack[Facts]) -> Matter:
    """What a part adds to its bill, of which it names only LegiScan's own number."""
    facts["id"], facts["kind"], facts["provisional"] = f"us/legiscan/{ids.part(number)}", Kind.BILL, True
    facts["url"], facts["identifiers"] = f"https://legiscan.com/gaits/view/{number}", numbers(("legiscan", number))
    return record(**facts)

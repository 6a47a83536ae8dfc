"""Laws of New York, from the law files of the Legislative Bill Drafting Commission."""

from collections.abc import Iterator

from crawlers.parsing import Matter
from crawlers.record import numbers, record, worded
from crawlers.texts import lbdc
from crawlers.vocabulary import Kind, Status


def laws(file: str) -> Iterator[Matter]:
    """Documents of the law files: each belongs to a law of three letters; a repealed one only says so."""
    found: dict[str, list[lbdc.Document]] = {}
    for document in lbdc.documents(file):
        found.setdefault(document.law, []).append(document)
    for law, documents in found.items():
        yield _law(law, documents)


def _law(law: str, documents: list[lbdc.Document]) -> Matter:
    title = lbdc.title(documents[0])
    return record(
        id=f"us-ny/law/{law}",
        kind=Kind.ACT,
        instrument="statute",
        title=title.title(),
        url=f"https://www.nysenate.gov/legislation/laws/{law}",
        status=Status.IN_FORCE,
        texts=worded("en", "", map(lbdc.unit, documents), "text/plain", label="Law file", title=title, url=""),
        identifiers=numbers(("lbdc", law)),
    )

"""Sections of the codes of California, from the tables of leginfo's bulk files."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Matter, Text
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.stamp import stamp
from crawlers.texts import caml, outline
from crawlers.texts.outline import Unit
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def sections(rows: list[list[str]], prefix: str, response: Response, source: Source) -> Iterator[Matter]:
    """Sections of the codes, each a matter of its own: that is how people cite them."""
    for row in rows:
        law, number = row[1], row[2].rstrip(".")
        lob = next((cell for cell in row if cell.lower().endswith(".lob")), "")
        body = response.beside(f"{prefix}{lob}") or response.beside(lob) or b""
        tree = _section_tree(body)
        unit = Unit("sec", number=row[2], text=tree.text, children=tree.children, root=True, key=ids.part(number))
        day = dates.iso(row[6][:10])
        text = Text(
            id=f"{day or 'text'}.en", title=f"{law} § {number}", date=day, language="en", snapshot=response.snapshot,
            provisions=outline.provisions([unit]),
        )  # fmt: skip
        yield Matter(
            id=f"us-ca/code/{ids.part(law)}/{ids.part(number)}", kind=Kind.ACT, instrument="section of the Code",
            title=f"California {law} § {number}", status=Status.IN_FORCE, status_as_of=day,
            url=f"https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode={law}&sectionNum={number}.",
            source_status=next((cell for cell in row if re.search(r"(?:Added|Amended|Repealed|amended|added)\b", cell)), ""),
            events=(Event(date=day, kind=EventKind.IN_FORCE, label="effective", snapshot=response.snapshot),) if day else (), texts=(text,) if tree.text or tree.children else (),
            **stamp(response, source, VERSION),
        )  # fmt: skip


def _section_tree(body: bytes) -> Unit:
    try:
        return caml.content(reading.without_namespaces(reading.xml(body))) if body.strip() else Unit("top")
    except Unreadable:
        return Unit("top")

"""Records of LEGISinfo, the same out of its JSON and its XML: other bills and numbers that a bill names."""

from collections.abc import Iterator
from typing import Any

from crawlers import ids
from crawlers.parsing import Element
from crawlers.values import fields
from crawlers.values.fields import Row, text


def row(element: Element) -> Row:
    """The XML in the shape of the JSON: repeated names and plural holders become lists."""
    found: Row = {}
    for child in element:
        value: Any = row(child) if len(child) else " ".join((child.text or "").split())
        tag = str(child.tag)
        found[tag] = [*fields.rows(found, tag), value] if tag in found and isinstance(value, dict) else value
    return found


def similar(bill: Row) -> Iterator[str]:
    """Bills alike, by their ids."""
    holder = bill.get("SimilarBills")
    names = ("Bill", "SimilarBill") if isinstance(holder, dict) else ()
    for other in [row for name in names for row in fields.rows(holder, name)] or (
        [] if names else fields.rows(holder or None)
    ):
        if number := text(other, "NumberCode"):
            session = f"{text(other, 'ParliamentNumber')}-{text(other, 'SessionNumber')}"
            yield f"ca/bill/{ids.part(session)}/{ids.part(number)}"


def numbers(bill: Row, number: str, session: str) -> Iterator[tuple[str, str]]:
    yield "printed", f"{number} ({session})"
    yield "legisinfo", text(bill, "Id")
    yield "short title", text(bill, "ShortTitleEn")
    yield "short title", text(bill, "ShortTitleFr")
    year, chapter = text(bill, "StatuteYear"), text(bill, "StatuteChapter")
    yield "statute", f"S.C. {year}, c. {chapter}" if year not in {"", "0"} and chapter else ""

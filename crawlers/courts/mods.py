"""Parts of govinfo's descriptions (MODS) of cases with opinions: parties, and other numbers of the case."""

from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element
from crawlers.record import people


def said(mods: Element, name: str) -> str:
    return next((reading.words(e) for e in mods.iter(name) if reading.words(e)), "")


def parties(mods: Element) -> Iterator[Person]:
    for party in mods.iterfind("extension/party"):
        yield from people((party.get("role") or "party").lower(), [party.get("fullName", "").strip()])


def cited(mods: Element) -> Iterator[str]:
    for named in mods.iterfind("identifier"):
        if named.get("type") == "preferred citation":
            yield from (value.strip() for value in reading.words(named).split(";"))

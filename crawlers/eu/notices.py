"""CELLAR notices as elements, also from the same tree as JSON: values, names of one kind, titles by language."""

from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from lxml import etree

from crawlers.files import reading
from crawlers.values import elements


def of_json(name: str, value: Any) -> etree._Element:
    """JSON of a notice as the XML that it was made from."""
    element = elements.element(name)
    if not isinstance(value, dict):
        elements.say(element, value)
        return element
    for key, inside in value.items():
        if key in {"#text", "$"}:
            elements.say(element, inside)
        elif not key.startswith(("@", "#")):
            element.extend(of_json(key, one) for one in (inside if isinstance(inside, list) else [inside]))
    return element


def titles(elements: Iterable[etree._Element]) -> dict[str, str]:
    """By language; one that does not say its own is English where no other is."""
    found: dict[str, str] = {}
    for element in sorted(elements, key=lambda title: not _stated(title)):
        found.setdefault(_stated(element) or "en", unescape(reading.words(element.find("VALUE"))))
    return {code: " ".join(title.split()) for code, title in found.items() if title}


def value(element: etree._Element, name: str) -> str:
    found = element.find(f"{name}/VALUE")
    return reading.words(found if found is not None else None)


def same(element: etree._Element, kind: str) -> Iterator[str]:
    """Its other names of one kind: <SAMEAS><URI> with that TYPE."""
    for uri in element.iterfind("SAMEAS/URI"):
        if reading.words(uri.find("TYPE")) == kind:
            yield reading.words(uri.find("IDENTIFIER"))


def _stated(title: etree._Element) -> str:
    """Said in the title itself, or beside it in its expression."""
    above = title.getparent()
    beside = above.find("LANG") if above is not None else None
    return reading.words(title.find("LANG")) or reading.words(beside)

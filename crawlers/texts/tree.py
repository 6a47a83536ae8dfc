"""XML whose element names say the level (Artikel, Paragraph, Inciso) as a tree of units, by one shape a vocabulary."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from crawlers.files.reading import local, words
from crawlers.texts.outline import Unit


@dataclass(frozen=True)
class Shape:
    """Which element names begin units, hold a number, a heading, both ("Chapter 1 General"), or are left out.

    `quoted` holds words of another law, which stay words of the unit they stand in.
    """

    kinds: Mapping[str, str]
    numbers: frozenset[str]
    headings: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    unseen: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()

    def marks(self, element: etree._Element) -> bool:
        """Does something stand below it that is more than words?"""
        names = self.kinds.keys() | self.numbers | self.headings | self.titles | self.unseen | self.quoted
        return any(local(inner) in names for inner in element.iterdescendants())


def units(element: etree._Element, shape: Shape) -> list[Unit]:
    """The units below the element; its own loose words are units of kind p."""
    top = Unit("top")
    _fill(top, element, shape)
    loose = [Unit("p", text=line) for line in top.text.splitlines()]
    return loose + top.children


def _fill(unit: Unit, element: etree._Element, shape: Shape) -> None:
    if element.text and element.text.strip():
        unit.add(" ".join(element.text.split()))
    for child in element:
        _take(unit, child, local(child), shape)
        if child.tail and child.tail.strip():
            unit.add(" ".join(child.tail.split()))


def _take(unit: Unit, child: etree._Element, name: str, shape: Shape) -> None:
    if name in shape.kinds:
        kind = shape.kinds[name]
        inner = Unit(kind, root=kind in {"art", "annex", "suppl"})
        _fill(inner, child, shape)
        unit.children.append(inner)
    elif name in shape.numbers:
        unit.number = f"{unit.number} {words(child)}".strip()
    elif name in shape.titles:
        unit.number, _, unit.heading = words(child).partition(" ")
    elif name in shape.headings:
        unit.heading = f"{unit.heading} {words(child)}".strip()
    elif name in shape.quoted or (name not in shape.unseen and not shape.marks(child)):
        unit.add(words(child))
    elif name not in shape.unseen:
        _fill(unit, child, shape)

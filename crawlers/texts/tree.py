"""XML whose element names say the level (Artikel, Paragraph, Inciso) as a tree of units, by one shape a vocabulary."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from crawlers.files.reading import Element, local
from crawlers.texts.akn_words import mixed
from crawlers.texts.outline import Unit

LINE = "\x1e"


@dataclass(frozen=True)
class Shape:
    """Which element names begin units, hold a number, a heading, both ("Chapter 1 General"), or are left out.

    `quoted` holds words of another law, or of a table, which stay words of the unit they stand in. `heads`: an element with
    such a child is a unit whatever its own name. `breaks`: what parts an element from the words before it.
    """

    kinds: Mapping[str, str]
    numbers: frozenset[str]
    headings: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    unseen: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    breaks: Mapping[str, str] = field(default_factory=dict)

    def marks(self, element: Element) -> bool:
        """Does something stand below it that is more than words?"""
        names = self.kinds.keys() | self.numbers | self.headings | self.titles | self.quoted
        return any(local(inner) in names for inner in element.iterdescendants())

    def kind(self, element: Element) -> str:
        """Of the unit that begins with the element; empty where none does."""
        other = "div" if self.heads and any(local(child) in self.heads for child in element) else ""
        return self.kinds.get(local(element), other)


def units(element: Element, shape: Shape) -> list[Unit]:
    """The units below the element; its own loose words are units of kind p."""
    top = Unit("top")
    _fill(top, element, shape)
    loose = [Unit("p", text=line) for line in top.text.splitlines()]
    return loose + top.children


def _fill(unit: Unit, element: Element, shape: Shape) -> None:
    """Running words go on through what only dresses them; where there are none, each element is a line of its own."""
    said = [element.text or ""]
    between = "" if mixed(element) else LINE
    for child in element:
        name = local(child)
        if name not in shape.unseen and _is_part(child, name, shape):
            _say(unit, said)
            _take(unit, child, name, shape)
        elif name not in shape.unseen:
            said += [between, *_pieces(child, shape)]
        said.append(child.tail or "")
    _say(unit, said)


def _is_part(child: Element, name: str, shape: Shape) -> bool:
    labels = shape.numbers | shape.headings | shape.titles | shape.quoted
    return name in labels or bool(shape.kind(child)) or shape.marks(child)


def _say(unit: Unit, said: list[str]) -> None:
    for line in _lines(said):
        unit.add(line)
    said.clear()


def _take(unit: Unit, child: Element, name: str, shape: Shape) -> None:
    if name in shape.numbers:
        unit.number = f"{unit.number} {_said(child, shape)}".strip()
    elif name in shape.titles:
        unit.number, _, unit.heading = _said(child, shape).partition(" ")
    elif name in shape.headings:
        unit.heading = f"{unit.heading} {_said(child, shape)}".strip()
    elif name in shape.quoted:
        unit.add("\n".join(_lines(_pieces(child, shape))))
    elif kind := shape.kind(child):
        unit.children.append(Unit(kind, root=kind in {"art", "annex", "suppl"}))
        _fill(unit.children[-1], child, shape)
    else:
        _fill(unit, child, shape)


def _said(element: Element, shape: Shape) -> str:
    return " ".join(_lines(_pieces(element, shape)))


def _lines(pieces: Iterable[str]) -> Iterator[str]:
    for line in "".join(pieces).split(LINE):
        if said := " ".join(line.split()).removeprefix("| "):
            yield said


def _pieces(element: Element, shape: Shape) -> Iterator[str]:
    """Words of an element with their breaks; each numbered part of a quoted law begins a line."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name not in shape.unseen:
            yield shape.breaks.get(name, LINE if shape.kind(child) else "")
            yield from _pieces(child, shape)
        yield child.tail or ""

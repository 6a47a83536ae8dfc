"""One section of a law in the XML of RIS, Austria, as units: the headings above it, then itself."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.texts import lines
from crawlers.texts.outline import Unit

_ABSATZ = re.compile(r"\((\d+[a-z]*)\)\s*")
_OWN = {
    "para",
    "art",
    "anlage",
    "para-hd",
}  # the kinds of heading that are the section's own; others are those of a division
_SAID = {"absatz", "listelem", "schlussteil", "ueberschrift", "table"}


def section(root: Element, number: str) -> list[Unit]:
    """Numbered Absätze hold their lists; what closes a list stands where the list began."""
    unit = Unit("annex" if number.startswith("Anl") else "art", number=number, root=True)
    above: list[Unit] = []
    for element in _said(root):
        if element.tag == "ueberschrift" and (unit.text or unit.children):
            unit.children.append(Unit("hdg", heading=reading.words(element)))
        elif element.tag == "ueberschrift" and element.get("typ") in _OWN:
            unit.heading = f"{unit.heading} {reading.words(element)}".strip()
        elif element.tag == "ueberschrift":
            above.append(Unit("hdg", heading=reading.words(element)))
        else:
            _add(unit, element)
    return [*above, unit]


def _said(root: Element) -> Iterator[Element]:
    """What stands in the text of the law, outermost first; tables whole, the document's own facts left out."""
    for element in root.iter(*_SAID):
        within = any(above.tag == "table" for above in element.iterancestors())
        if not within and (element.tag == "table" or element.get("ct") == "text"):
            yield element


def _add(unit: Unit, element: Element) -> None:
    open_ = unit.children[-1] if unit.children and unit.children[-1].kind == "par" else unit
    if element.tag == "table":
        open_.add("\n".join(lines.rows(element)))
    elif element.tag == "listelem":
        symbol = reading.words(element.find("symbol"))
        _within(open_, _depth(element)).children.append(Unit("pnt", number=symbol, text=_words(element)))
    elif element.tag == "schlussteil":
        _within(open_, _depth(element)).add(_words(element))
    elif found := _ABSATZ.match(text := _words(element)):
        unit.children.append(Unit("par", number=f"({found[1]})", text=text[found.end() :]))
    else:
        open_.add(text)


def _depth(element: Element) -> int:
    """How many items of lists stand around it."""
    return sum(above.tag == "listelem" for above in element.iterancestors())


def _within(unit: Unit, depth: int) -> Unit:
    for _ in range(depth):
        items = [child for child in unit.children if child.kind == "pnt"]
        unit = items[-1] if items else unit
    return unit


def _words(element: Element) -> str:
    """Its own words: without its number and without the lists in it, which speak for themselves."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in {"symbol", "gldsym", "liste", "aufzaehlung", *_SAID}:
            yield from _pieces(child)
        yield child.tail or ""

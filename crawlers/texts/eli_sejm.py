"""Acts of the ELI API of the Sejm, Poland, as units: of the page of an act, and of its structure."""

import re

from lxml import etree

from crawlers.files.reading import Element, words
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import fields
from crawlers.values.fields import Row

_KINDS = {"part": "", "book": "bok", "titl": "tit", "sect": "div", "chpt": "chp", "bran": "sec", "arti": "art", "para": "art",
          "passage": "par", "pass": "par", "pint": "pnt", "lett": "let", "tire": "ind", "annex": "annex", "none": ""}  # fmt: skip

_UNITS = etree.XPath(".//div[@data-id][not(ancestor::div[contains(@class, 'cite-box')])]")
_HEADS = {"h1", "h2", "h3", "h4", "h5", "p"}  # of a unit or part; its words are in a div
_JOINED = (
    (re.compile(r"„\s+"), "„"),
    (re.compile(r"\s+(?=”)"), ""),
    (re.compile(r"(?<=”)\s+(?=[.,;])"), ""),
    (re.compile(r"^((?:Art\.|§) [^\s.]+\.|[^\s]{1,6}[.)]|[-–•])\n", re.MULTILINE), r"\1 "),
)  # fmt: skip


def of_nodes(nodes: list[Row]) -> list[Unit]:
    """The structure as the API gives it, without words: other parts than the first are annexes here, too."""
    found = []
    for place, node in enumerate(nodes):
        said, below = fields.text(node, "type"), of_nodes(fields.rows(node, "children"))
        kind = "annex" if said == "part" and place else _KINDS.get(said, "")
        unit = Unit(kind, children=below, root=kind in {"art", "annex"})
        unit.number, _, unit.heading = fields.line(node, "title").partition(" - ")
        found += [unit] if kind else below
    return found


def of_page(root: Element) -> list[Unit]:
    """What stands before the first unit is the preamble, other parts than the first are annexes, notes are left out."""
    _tidy(root)
    parts = root.findall(".//div[@class='part']") or [root]
    found: list[Unit] = []
    for place, part in enumerate(parts):
        unit = Unit("annex" if place else "preamble", root=True)
        head = part.find("h2") if place else None
        unit.number, _, unit.heading = words(head).partition(" - ")
        unit.key = "" if not place or any(map(str.isdigit, unit.number)) else str(place)
        for block in part.iterfind(".//div[@class='block']") if part is not root else root.iterfind(".//section"):
            _fill(unit, block)
        below, unit.children = unit.children, unit.children if place else []
        found += [unit] if place else [unit, *below]
    return found


def _tidy(root: Element) -> None:
    """Without notes, and with the blocks in the cells of a table as mere words of its rows."""
    for link in root.iter("a"):
        if "gloss-link" in link.get("class", ""):
            link.tag = "note"
    etree.strip_elements(root, "note", with_tail=False)
    for cell in root.iter("td"):
        if cell.find(".//table") is None:
            etree.strip_tags(cell, "div")


def _fill(unit: Unit, element: Element) -> None:
    """Own words as lines, units as parts; what a unit quotes are words of it."""
    for child in element:
        if (kind := _kind(child)) and child.get("data-id"):
            unit.children.append(_unit(child, kind))
        elif _UNITS(child):
            _fill(unit, child)
        elif child.tag not in _HEADS:
            unit.add(_said(child))


def _unit(element: Element, kind: str) -> Unit:
    """Its number and its name stand before the div of its words; a parser ends h3 where a p begins."""
    heads = [child for child in element if child.tag in _HEADS]
    name = next((part for head in heads for part in head.iter("span") if part.get("class") == "pro-title-unit"), None)
    heading = words(name)
    number = " ".join(filter(None, map(words, heads))).removesuffix(heading).strip(" -")
    unit = Unit(kind, number=number, heading=heading, root=kind == "art")
    _fill(unit, element)
    return unit


def _kind(element: Element) -> str:
    """A § is the article of a regulation, and a paragraph of an article."""
    name = element.get("data-id", "").rpartition("-")[2].partition("_")[0]
    if name == "para" and element.xpath("boolean(ancestor::div[contains(@class, 'unit_arti')])"):
        return "par"
    return _KINDS.get(name, "")


def _said(element: Element) -> str:
    """Quotation marks and the numbers of what is quoted stand on the line of its words."""
    said = "\n".join(lines(element))
    for pattern, joint in _JOINED:
        said = pattern.sub(joint, said)
    return said

"""The words of a document of the Federal Register in its XML: the preamble as prose, rules as sections with their parts."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers.files.reading import words
from crawlers.texts import labels
from crawlers.texts.outline import Unit

_LEVELS = {"HED": 1, "HD1": 2, "HD2": 3, "HD3": 4, "HD4": 5}
_PARAGRAPHS = {"P", "FP", "AMDPAR", "EXTRACT", "GPOTABLE", "NOTE"}
_SECTION = re.compile(r"§\s*(\d[\w.-]*\w)")
_SKIP = {"FTNT", "PRTPAGE", "BILCOD", "GPH", "STARS", "SIG", "LSTSUB", "CONTENTS"}
_THROUGH = {"REGTEXT", "PART", "SUBPART", "CHAPTER", "APPENDIX", "AUTH"}


def units(root: etree._Element) -> list[Unit]:
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(0, top)]
    for part in _flat(root):
        if part.tag == "SECTION":
            stack[-1][1].children.append(_section(part))
        elif part.tag == "HD":
            level = _LEVELS.get(part.get("SOURCE", ""), 3)
            while stack[-1][0] >= level:
                stack.pop()
            heading = Unit("hdg", heading=_plain(part))
            stack[-1][1].children.append(heading)
            stack.append((level, heading))
        elif line := _plain(part):
            stack[-1][1].children.append(Unit("p", text=line))
    return top.children


def _flat(root: etree._Element) -> Iterator[etree._Element]:
    """Summary, dates and supplementary information, then the rules, part by part."""
    for place in (
        *root.iterfind("PREAMB/SUM"),
        *root.iterfind("PREAMB/DATES"),
        *root.iterfind("PREAMB/EFFDATE"),
        *root.iterfind("SUPLINF"),
    ):
        yield from _inside(place)


def _inside(place: etree._Element) -> Iterator[etree._Element]:
    for part in place:
        if part.tag in _THROUGH:
            yield from _inside(part)
        elif part.tag in {"SECTION", "HD"} or part.tag in _PARAGRAPHS:
            yield part


def _section(part: etree._Element) -> Unit:
    lines = [line for p in part if p.tag in _PARAGRAPHS and (line := _plain(p))]
    number = words(part.find("SECTNO"))
    tree = labels.nested(lines)
    return Unit(
        "sec", number=number, heading=words(part.find("SUBJECT")).rstrip("."), text=tree.text, children=tree.children,
        root=True, key=found[1] if (found := _SECTION.match(number)) else "",
    )  # fmt: skip


def _plain(part: etree._Element) -> str:
    """Footnote marks and page breaks taken out; emphasis joined without the blank that the markup lost."""
    return " ".join("".join(_pieces(part)).split())


def _pieces(part: etree._Element) -> Iterator[str]:
    yield part.text or ""
    for child in part:
        if child.tag not in _SKIP and child.tag not in {"SU", "FTREF"}:
            yield " " if child.tag in {"E", "ROW", "ENT", "P", "HD"} else ""
            yield from _pieces(child)
            yield " " if child.tag == "E" and (child.tail or "")[:1].isalnum() else ""
        yield child.tail or ""

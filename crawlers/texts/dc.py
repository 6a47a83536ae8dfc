"""Laws of the District of Columbia as units."""

import re
from collections.abc import Iterable, Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.texts.lines import rows
from crawlers.texts.outline import Unit

_KINDS = {"container": "div", "section": "sec", "para": "sub", "include": "inc", "insert": "ins", "replace": "rep"}
_DEPTHS = ("sub", "par", "subpar", "cls", "subcls", "itm")
_SKIP = {"annotations", "annotation", "meta", "toc", "num", "heading", "prefix", "codified", "codify", "reason"}


def document(root: Element) -> list[Unit]:
    """The long title, which says what a law is for, stands before the words of one that has any."""
    units, long = list(children(root, 0, True)), reading.words(root.find("heading[@type='long']"))
    return [Unit("purpose", text=long), *units] if long and units else units


def children(parts: Iterable[Element], depth: int, root: bool) -> Iterator[Unit]:
    for part in parts:
        if part.tag in _KINDS:
            yield of_part(part, depth, root)
        elif part.tag not in _SKIP and (line := _line(part)):
            yield Unit("p", text=line)


def of_part(part: Element, depth: int, root: bool) -> Unit:
    kind = _DEPTHS[min(depth, len(_DEPTHS) - 1)] if part.tag == "para" else _KINDS[part.tag]
    number = reading.words(part.find("num"))
    key = re.sub(r"\W", "", number) if part.tag == "para" else number if part.tag == "section" else ""
    top = root and part.tag == "section"
    unit = Unit(
        kind,
        number=number,
        heading=reading.words(part.find("heading")),
        root=top,
        key=ids.part(key) if key.strip(". -") else "",
    )
    for child in part:
        if child.tag in _KINDS:
            inside = depth + 1 if part.tag == "para" else 0
            unit.children.append(of_part(child, inside, root and part.tag == "container"))
        elif child.tag not in _SKIP:
            unit.add(_line(child))
    return unit


def _line(part: Element) -> str:
    return "\n".join(rows(part)) or reading.words(part)

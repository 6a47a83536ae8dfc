"""The words of a page (a consultation, an opinion, a notice) as units: headings hold paragraphs, numbers become ids.

Ids: an unnumbered paragraph counts within its heading (hdg_2/p_3), a numbered one bears its number (par_12).
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from crawlers.files.reading import Element
from crawlers.texts.outline import Unit, grown

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset({
    "p", "li", "dd", "dt", "blockquote", "pre", "td", "th", "tr", "table", "ul", "ol", "dl", "div", "section",
    "article", "center", "body", "header", "main",
})  # fmt: skip
_SKIP = frozenset({
    "script", "style", "nav", "form", "button", "template", "noscript", "svg", "head", "iframe", "object", "footer",
    "s", "strike", "del",
})  # fmt: skip
_NUMBERED = re.compile(r"^(\d{1,4}[A-Z]?(?:\.\d{1,3}){0,3})[.)]?\s+(?=\S)")


def units(root: Element) -> list[Unit]:
    return _grown((_LEVELS.get(tag, 0), line) for tag, line in blocks(root))


def from_lines(lines: Iterable[str]) -> list[Unit]:
    """Paragraphs of plain text."""
    return _grown((0, line) for line in lines)


def _grown(leveled: Iterable[tuple[int, str]]) -> list[Unit]:
    numbers: set[str] = set()
    return grown(
        (level, Unit("hdg", heading=line)) if level else (7, _paragraph(line, numbers)) for level, line in leveled
    )


def _paragraph(line: str, numbers: set[str]) -> Unit:
    """A number counts once in a text; a second "1." (a list in an annex) is a mere paragraph."""
    found = _NUMBERED.match(line)
    if not found or found[1] in numbers:
        return Unit("p", text=line)
    numbers.add(found[1])
    return Unit("par", number=found[1], text=line[found.end() :], root=True, key=found[1])


def blocks(root: Element) -> Iterator[tuple[str, str]]:
    """(tag, words) of each innermost block, in reading order; loose text between blocks is a paragraph of its own."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _SKIP or not tag:
            if event == "start":
                element.clear(keep_tail=True)
            pieces += [element.tail or ""] if event == "end" and element is not root else []
            continue
        if tag in _BLOCKS or tag in _LEVELS or tag == "br":
            yield from _flushed(tag if event == "end" else "p", pieces)
            pieces = []
        pieces.append((element.text if event == "start" else element.tail if element is not root else "") or "")
    yield from _flushed("p", pieces)


def _flushed(tag: str, pieces: list[str]) -> Iterator[tuple[str, str]]:
    if line := " ".join("".join(pieces).split()):
        yield tag, line

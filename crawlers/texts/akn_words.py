"""The running words of an Akoma Ntoso element: what of it is law, and where its lines break."""

import re
from collections.abc import Container, Iterable, Iterator

from crawlers.files.reading import Element, local

OUTSIDE = {
    "num", "heading", "subheading", "authorialNote", "noteRef", "notes", "note", "noteEditorial", "toc", "meta",
    "JOLUXWork", "JOLUXExpression", "JOLUXManifestation", "marker", "coverPage", "del",
}  # fmt: skip
LABELS = {"num", "heading", "subheading"}  # of a quoted or listed structure they are words of what holds it
LINE, _LABEL = "\x1e", "\x1f"
_AFTER = {"num": _LABEL, "heading": LINE, "subheading": LINE}
_LABELLED = re.compile(rf"{_LABEL}\s*(?:{LINE}\s*)+")
_BREAKS = dict.fromkeys(("p", "li", "tr", "br", "block", "item", "num", "heading", "subheading"), LINE) | {
    "td": " | ",
    "th": " | ",
}


def mixed(element: Element) -> bool:
    """Whether it holds running words of its own, so that the elements in them are inline."""
    return any(words and words.strip() for words in (element.text, *(part.tail for part in element)))


def plain(element: Element) -> str:
    """Words of an element without its notes and what was deleted, each paragraph, list item and table row on a line."""
    return lines(pieces(element))


def lines(pieces: Iterable[str]) -> str:
    marked = "".join(pieces)
    parted = (" ".join(line.split()).removeprefix("| ") for line in _LABELLED.sub(" ", marked).split(LINE))
    return "\n".join(line for line in parted if line)


def pieces(element: Element, outside: Container[str] = OUTSIDE - LABELS) -> Iterator[str]:
    """Words and line breaks; the number of a quoted or listed part stands on the line of what it numbers."""
    if element.text:
        yield element.text
    for child in element:
        name = local(child)
        if name not in outside:
            yield _BREAKS.get(name, "")
            yield from pieces(child, outside)
            yield _AFTER.get(name, "")
        if child.tail:
            yield child.tail


def number(num: Element) -> str:
    """As printed; also of what was deleted, so that a repealed article still stands in its place."""
    return " ".join("".join(pieces(num, OUTSIDE - LABELS - {"del"})).split())

"""Words of gesetze-im-internet.de's XML on a line, and its tables as rows."""

from collections.abc import Iterator

from crawlers.files.reading import Element

LEFT_OUT = {"FnR", "FnArea", "Footnotes", "IMG", "FILE", "kommentar"}
ROW = "\x1e"  # between the rows of a table
_PARTED = {"BR", "P", "DL", "DT", "DD", "LA", "pre"}


def said(element: Element | None) -> str:
    """On one line, blocks parted, notes left out; empty for None."""
    return "" if element is None else " ".join("".join(_pieces(element, " ")).split())


def rows(table: Element) -> Iterator[str]:
    """Each row on a line, whatever paragraphs and lists stand in its cells; a row of one cell is mere layout."""
    for row in table.iter("row"):
        cells = row.findall("entry")
        if len(cells) == 1:
            yield from (" ".join(line.split()) for line in "".join(_pieces(cells[0], ROW)).split(ROW))
        else:
            yield " | ".join(filter(None, map(said, cells)))


def _pieces(element: Element, edge: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in LEFT_OUT:
            around = edge if child.tag in _PARTED else ""
            yield f"{around}{''.join(_pieces(child, edge))}{around}"
        yield child.tail or ""

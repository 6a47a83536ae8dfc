"""A page as the lines a reader sees: one a paragraph, list item, heading or table row."""

from collections.abc import Iterator

from lxml import etree

from crawlers.files.reading import Element, words

_BREAKS = frozenset({
    "address", "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "legend", "li", "main", "ol", "p", "pre", "section",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({
    "script", "style", "noscript", "nav", "header", "footer", "form", "button", "select", "option", "template",
    "svg", "head", "iframe", "object", "textarea",
})  # fmt: skip
_BREAK, _CELL = "\x1e", "\x1f"


def lines(element: Element, unseen: frozenset[str] = _UNSEEN) -> list[str]:
    """White space collapsed, empty lines left out, the cells of a table row on one line with bars between."""
    rows = "".join(_pieces(element, unseen)).split(_BREAK)
    seen = (_row(row) for row in rows)
    return [line for line in seen if line]


def rows(table: Element) -> list[str]:
    """Each row of a table of law on a line, its cells parted by bars; empty cells and rows are left out."""
    return list(filter(None, (" | ".join(filter(None, map(words, row))) for row in table.iter("tr", "TR"))))


def _row(row: str) -> str:
    cells = (" ".join(cell.replace("\N{SOFT HYPHEN}", "").split()) for cell in row.split(_CELL))
    return " | ".join(cell for cell in cells if cell)


def _pieces(element: Element, unseen: frozenset[str]) -> Iterator[str]:
    walker = etree.iterwalk(element, events=("start", "end"))
    inside = 0
    for event, node in walker:
        tag = _tag(node)
        if event == "start" and (tag in unseen or not tag):
            walker.skip_subtree()
        elif event == "start":
            inside += tag == "tr"
            yield _mark(tag, inside)
            yield node.text or ""
        else:
            yield "" if tag in unseen else _mark(tag, inside)
            inside -= tag == "tr"
            yield "" if node is element else node.tail or ""


def _tag(node: Element) -> str:
    """A row that holds blocks of its own is layout, not data, and counts as a mere block."""
    tag = node.tag if isinstance(node.tag, str) else ""
    return "div" if tag == "tr" and node.find(".//div") is not None else tag


def _mark(tag: str, inside: int) -> str:
    """Within a table row every break only parts cells or words, so that a row stays a line."""
    if tag not in _BREAKS:
        return ""
    if inside and tag != "tr":
        return _CELL if tag in _CELLS else " "
    return _BREAK

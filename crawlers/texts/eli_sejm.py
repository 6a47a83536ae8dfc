"""Acts of the ELI API of the Sejm, Poland, as units: of the page of an act, and of its structure."""

from collections.abc import Iterator

from crawlers.files.reading import Element, words
from crawlers.texts.outline import Unit
from crawlers.values import fields
from crawlers.values.fields import Row

_KINDS = {"part": "", "book": "bok", "titl": "tit", "sect": "div", "chpt": "chp", "bran": "sec", "arti": "art", "para": "art",
          "passage": "par", "pass": "par", "pint": "pnt", "lett": "let", "tire": "ind", "annex": "annex", "none": ""}  # fmt: skip


def of_nodes(nodes: list[Row]) -> list[Unit]:
    """The structure as the API gives it: numbers without words."""
    found = []
    for node in nodes:
        kind, below = _KINDS.get(fields.text(node, "type"), ""), of_nodes(fields.rows(node, "children"))
        unit = Unit(kind, number=fields.line(node, "title"), children=below, root=kind in {"art", "annex"})
        found += [unit] if kind else below
    return found


def of_page(element: Element) -> list[Unit]:
    """The nearest div with data-id below; its heading is the number, what is no div.unit its words."""
    found: list[Unit] = []
    for child in element:
        key = child.get("data-id", "")
        kind = _KINDS.get(key.rpartition("-")[2].partition("_")[0], "") if key else ""
        if kind:
            head = next((e for e in child if e.tag in {"h1", "h2", "h3", "h4", "h5"}), None)
            unit = Unit(kind, number=words(head), children=of_page(child), root=kind in {"art", "annex"})
            unit.text = "\n".join(line for line in _own(child, head) if line)
            found.append(unit)
        else:
            found += of_page(child)
    return found


def _own(element: Element, head: Element | None) -> Iterator[str]:
    for child in element:
        if child is head or child.get("data-id") or child.find(".//div[@data-id]") is not None:
            if child is not head and not child.get("data-id"):
                yield from _own(child, None)
        else:
            yield words(child)

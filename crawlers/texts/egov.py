"""Laws of Japan: the shape of the Standard Law XML, and the same tree from JSON of tag, attr and children."""

from typing import Any

from lxml import etree

from crawlers.texts import tree
from crawlers.values import elements, fields
from crawlers.values.fields import Row

_LEVELS = {"Part": "prt", "Chapter": "chp", "Section": "sec", "Subsection": "subsec", "Division": "div"}
SHAPE = tree.Shape(
    kinds=_LEVELS
    | {"Article": "art", "Paragraph": "par", "Item": "pnt", "SupplProvision": "suppl", "Preamble": "preamble"}
    | {f"Subitem{depth}": "pnt" for depth in range(1, 11)}
    | {f"Appdx{name}": "annex" for name in ("", "Table", "Note", "Style", "Format", "Fig")},
    numbers=frozenset(
        {"ArticleTitle", "ParagraphNum", "ItemTitle", *(f"Subitem{depth}Title" for depth in range(1, 11))}
    ),
    headings=frozenset(
        {"ArticleCaption", "ParagraphCaption", "SupplProvisionLabel", "AppdxTableTitle", "AppdxNoteTitle"}
    ),
    titles=frozenset(f"{name}Title" for name in _LEVELS),
    unseen=frozenset({"TOC", "LawNum", "LawTitle", "EnactStatement", "RelatedArticleNum"}),
)


def of_json(node: Row) -> etree._Element:
    """{tag, attr, children} as the XML it was made from."""
    element = elements.element(node.get("tag"), fields.row(node, "attr"))
    children: Any = node.get("children") or []
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child, dict):
            element.append(of_json(child))
        else:
            elements.say(element, child)
    return element

"""Laws of Japan: the shape of the Standard Law XML, and the same tree from JSON of tag, attr and children."""

from typing import Any

from crawlers.files.reading import local
from crawlers.parsing import Element, Unreadable
from crawlers.texts import tree
from crawlers.texts.outline import Unit
from crawlers.values import dates, elements, fields
from crawlers.values.fields import Row

_LEVELS = {"Part": "prt", "Chapter": "chp", "Section": "sec", "Subsection": "subsec", "Division": "div"}
_ANNEXES = {
    *(f"Appdx{name}" for name in ("", "Table", "Note", "Style", "Format", "Fig")),
    *(f"SupplProvisionAppdx{name}" for name in ("", "Table", "Style")),
}
SHAPE = tree.Shape(
    kinds=_LEVELS
    | {"Article": "art", "Paragraph": "par", "Item": "pnt", "SupplProvision": "suppl", "Preamble": "preamble"}
    | {"EnactStatement": "enacting"}
    | {f"Subitem{depth}": "pnt" for depth in range(1, 11)}
    | {"Class": "pnt"}
    | dict.fromkeys(_ANNEXES, "annex"),
    numbers=frozenset(
        {"ArticleTitle", "ParagraphNum", "ItemTitle", "ClassTitle", *(f"Subitem{depth}Title" for depth in range(1, 11))}
    ),
    headings=frozenset(
        {
            "ArticleCaption",
            "ParagraphCaption",
            "SupplProvisionLabel",
            "RelatedArticleNum",
            *(f"{name}Title" for name in _ANNEXES),
        }
    ),
    titles=frozenset(f"{name}Title" for name in _LEVELS),
    unseen=frozenset({"TOC", "LawNum", "LawTitle", "Rt", "Rp"}),
    quoted=frozenset({"Table", "NewProvision", "QuoteStruct"}),
    breaks={
        "TableRow": tree.LINE,
        "TableHeaderRow": tree.LINE,
        "TableColumn": " | ",
        "TableHeaderColumn": " | ",
        "Column": " ",
    },
)

_ERAS = {"Meiji": (1, 1867), "Taisho": (2, 1911), "Showa": (3, 1925), "Heisei": (4, 1988), "Reiwa": (5, 2018)}
_TYPES = {"Constitution": "CO", "Act": "AC", "CabinetOrder": "CO", "ImperialOrder": "IO", "MinisterialOrdinance": "MO"}


def law(root: Element) -> Element | None:
    return next((element for element in root.iter() if local(element) == "Law"), None)


def units(body: Element) -> list[Unit]:
    """Each supplementary provision says by which law it was made, as the service shows it, and counts its articles anew."""
    for made in (each for each in body.iter() if local(each) == "SupplProvision" and each.get("AmendLawNum")):
        label = next((each for each in made if local(each) == "SupplProvisionLabel"), None)
        if label is not None:
            elements.say(label, f"（{made.get('AmendLawNum')}）")
    found = tree.units(body, SHAPE)
    for part in (part for unit in found if unit.kind == "suppl" for child in unit.children for part in child.all()):
        part.root = False
    return found


def names(law: Element) -> list[str]:
    """What the law is called for short."""
    said = (element.get("Abbrev", "") for element in law.iter() if local(element) == "LawTitle")
    return [name.strip() for name in ",".join(said).split(",")]


def promulgated(law: Element) -> str:
    """From the era, year, month and day of the attributes; empty where one is lacking."""
    parts = [law.get(name, "") for name in ("Year", "PromulgateMonth", "PromulgateDay")]
    if law.get("Era") not in _ERAS or not all(part.isdigit() for part in parts):
        return ""
    year, month, day = map(int, parts)
    return dates.iso(f"{_ERAS[law.get('Era', '')][1] + year}-{month:02}-{day:02}")


def number(law: Element) -> str:
    """Era, year, kind and number make the number of the law up to a digit that only the service knows."""
    era, year, number = law.get("Era", ""), law.get("Year", ""), law.get("Num", "")
    if era not in _ERAS or not (year.isdigit() and number.isdigit()):
        raise Unreadable("neither the law nor the address says its number: it has no Era, Year and Num")
    kind = _TYPES.get(law.get("LawType", ""), "XX")
    return f"{_ERAS[era][0]}{int(year):02}{kind}{int(number):010}"


def of_json(node: Row) -> Element:
    """{tag, attr, children} as the XML it was made from."""
    element = elements.element(node.get("tag"), fields.row(node, "attr"))
    children: Any = node.get("children") or []
    for child in children if isinstance(children, list) else [children]:
        if isinstance(child, dict):
            element.append(of_json(child))
        else:
            elements.say(element, child)
    return element

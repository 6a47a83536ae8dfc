"""The words of a Canadian bill, act or regulation (one vocabulary of Parliament and Justice Laws) as a tree of units.

Ids: section 3(1)(a)(i) is sec_3/sub_1/par_a/subpar_i; text that an amending section puts into another law stands
below it as quo_1.
"""

import re
from collections.abc import Iterable, Iterator

from crawlers.files.reading import Element, words
from crawlers.texts.outline import Unit, grown

_KINDS = {
    "Section": "sec", "Subsection": "sub", "Paragraph": "par", "Subparagraph": "subpar", "Clause": "cls",
    "Subclause": "subcls", "Subsubclause": "subsubcls", "Definition": "def", "Provision": "prv", "Item": "itm",
    "Schedule": "sch", "AmendedText": "quo", "SectionPiece": "pce", "BillInternal": "act", "DocumentInternal": "doc",
    "Preamble": "preamble", "Order": "order", "FormulaDefinition": "def", "FormulaParagraph": "par",
    "RegulationPiece": "reg", "QuotedText": "quo", "BillPiece": "act", "FormGroup": "frm",
}  # fmt: skip
_HEADINGS = {"Heading", "GroupHeading"}
_THROUGH = {"Body", "List", "Group", "Oath", "FormulaGroup"}
_OUTSIDE = {
    "Label", "MarginalNote", "HistoricalNote", "Footnote", "ScheduleFormHeading", "ExplanatoryNote", "Image",
    "TitleText", "OriginatingRef", "RelatedOrNotInForce", "RecentAmendments", "SignatureBlock",
}  # fmt: skip


def units(root: Element) -> list[Unit]:
    """Preamble, the order that made a regulation, body and schedules."""
    places = (*root.iterfind("Introduction/Preamble"), *root.iterfind("Order"), *root.iterfind("Body"))
    return _sequence([*places, *root.iterfind("Schedule")], True)


def _sequence(parts: Iterable[Element], root: bool) -> list[Unit]:
    """Units in order, those after a heading below it, by its level; words between them are paragraphs."""
    return grown(ranked for part in _flat(parts) for ranked in _ranked(part, root))


def _ranked(part: Element, root: bool) -> Iterator[tuple[int, Unit]]:
    if part.tag in _HEADINGS:
        yield _level(part), _heading(part)
    elif part.tag in _KINDS:
        yield 99, _unit(part, root)
    elif line := _table(part) if part.find(".//row") is not None else words(part):
        yield 99, Unit("p", text=line)


def _level(heading: Element) -> int:
    """Of a group by its format (group1-part)."""
    said = heading.get("level") or re.sub(r"\D", "", heading.get("format-ref", ""))
    return int(said) if said.isdigit() and len(said) < 3 else 1


def _flat(parts: Iterable[Element]) -> Iterator[Element]:
    """Notes are an editor's, but in a provision part of a standard."""
    for part in parts:
        above = part.getparent()
        edited = part.tag == "Note" and (above is None or above.tag != "Provision")
        if part.tag in _THROUGH:
            yield from _flat(part)
        elif part.tag not in _OUTSIDE and not edited:
            yield part


def _heading(part: Element) -> Unit:
    number = words(part.find("Label"))
    kind = "prt" if number.upper().startswith("PART") else "div"
    return Unit(kind, number=number, heading=words(part.find("TitleText")))


def _unit(part: Element, root: bool) -> Unit:
    """Own words are its texts, in order; whatever holds a label of its own is a child."""
    kind = _KINDS[part.tag]
    heading = part.find("ScheduleFormHeading")
    label = part if heading is None else heading
    unit = Unit(kind, number=words(label.find("Label")), heading=_title(label), root=root and kind in {"sec", "sch"})
    unit.text = words(part) if part.tag == "Item" and not len(part) else words(label.find("OriginatingRef"))
    for below in _sequence(part, root and kind in {"sch", "doc"}):
        if below.is_paragraph() and not unit.children:
            unit.add(below.text)
        else:
            unit.children.append(below)
    return unit


def _title(part: Element) -> str:
    """Marginal note or titles, without the historical notes that hang in them."""
    note = part.find("MarginalNote")
    return " - ".join(filter(None, map(_noted, part.iterfind("TitleText") if note is None else [note])))


def _noted(title: Element) -> str:
    text = words(title)
    for old in title.iterfind("HistoricalNote"):
        text = text.replace(words(old), "", 1).strip()
    return text


def _table(group: Element) -> str:
    """One line a row, cells parted by bars."""
    rows = ([words(cell) for cell in row.iterfind("entry")] for row in group.iter("row"))
    caption = [words(title) for title in group.iter("Caption", "title")]
    return "\n".join(filter(None, [*caption, *(" | ".join(filter(None, row)) for row in rows)]))


def day(date: Element | None) -> str:
    """ISO, from YYYY, MM and DD as elements; empty where one is lacking, as in the year of an old assent."""
    parts = ["" if date is None else date.findtext(name, "").strip() for name in ("YYYY", "MM", "DD")]
    return "{}-{:0>2}-{:0>2}".format(*parts) if all(part.isdigit() for part in parts) else ""

"""The words of UK legislation in Crown Legislation Markup Language, whole or as a fragment, as a tree of units.

Ids: section 12(3)(a) is sec_12/sub_3/par_a, a schedule sch_1 with its paragraphs sch_1/par_2.
"""

import re
from collections.abc import Iterable, Iterator

from crawlers.files.reading import Element, words
from crawlers.texts.lines import rows
from crawlers.texts.outline import Unit

_LEVELS = {"P1": ("sec", "par"), "P2": ("sub", "sub"), "P3": ("par", "pnt"), "P4": ("subpar", "subpnt"), "P5": ("cls", "cls"),
           "P6": ("subcls", "subcls"), "P7": ("itm", "itm")}  # fmt: skip
_CONTAINERS = {"Part": "prt", "Chapter": "chp", "Pblock": "div", "PsubBlock": "subdiv", "Schedule": "sch", "EUPart": "prt",
               "EUTitle": "tit", "EUChapter": "chp", "EUSection": "div", "EUSubsection": "subdiv", "Group": "grp",
               "Division": "dvn", "Appendix": "app", "Form": "frm"}  # fmt: skip
_PREAMBLES = {"PrimaryPreamble", "SecondaryPreamble", "EUPreamble"}
_GROUPS = {"P1group", "P2group", "P3group"}
_LINES = {"Text", "Tabular", "Formula", "Definition"}
_OUTSIDE = {"Number", "Pnumber", "Title", "Subtitle", "TitleBlock", "CommentaryRef", "Commentaries", "Metadata", "Contents",
            "Reference", "Footnotes", "MarginNotes", "Versions", "Resources", "SignedSection", "ExplanatoryNotes", "LongTitle",
            "MultilineTitle", "SubjectInformation", "Approved", "MadeDate", "LaidDate", "SiftedDate", "ComingIntoForce",
            "DateOfEnactment", "AppendText"}  # fmt: skip
_WORDED = {*_CONTAINERS.values(), "art", "rec"}  # their printed numbers hold more than the number
_PROSPECTIVE = "[prospective]"  # as the pages of legislation.gov.uk say above what is not yet in force
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_FRAMES = {
    "parens": "({})",
    "parenRight": "{})",
    "brackets": "[{}]",
    "bracketRight": "{}]",
    "period": "{}.",
    "colon": "{}:",
}


def units(root: Element) -> list[Unit]:
    """Of the version that the file is of: parts that had ended before go, unless the whole law has ended."""
    past = [] if ended(root) else [part for part in root.iter() if part is not root and _past(part)]
    for part in past:
        if (holder := part.getparent()) is not None:
            holder.remove(part)
    return list(_children([root], False))


def ended(root: Element) -> str:
    """The day on which the last part of the law was repealed; empty while one stands, and of a fragment."""
    bodies = [part for body in root.iter("Body", "EUBody") for part in ([body] if _past(body) else body)]
    last = all(map(_past, bodies)) and bool(bodies)
    return max((part.get("RestrictEndDate", "") for part in bodies), default="") if last else ""


def _past(part: Element) -> bool:
    """Not of this version: it is kept in the file with the day on which it ended."""
    return part.get("Match") == "false" and bool(part.get("RestrictEndDate")) and part.get("Status") != "Prospective"


def _children(parts: Iterable[Element], schedule: bool, heading: str = "") -> Iterator[Unit]:
    """What is numbered, and paragraphs without a number; a group's title is the heading of its first unit."""
    for part in parts:
        name = part.tag
        if name in _OUTSIDE or (name in _LINES and not _line(part)):
            continue
        if name in _LEVELS:
            yield _unit(part, _LEVELS[name][schedule], schedule, heading, name == "P1")
        elif name in _CONTAINERS:
            yield _unit(part, _container(part), schedule or name == "Schedule", "", name == "Schedule")
        elif name in _PREAMBLES:
            yield _unit(part, "preamble", False, "", True)
        elif name == "BlockAmendment":
            yield _quoted(part)
        elif name in _LINES:
            yield Unit("p", heading=heading, text=_line(part))
        else:
            yield from _children(part, schedule, words(part.find("Title")) if name in _GROUPS else heading)
        heading = ""


def _container(part: Element) -> str:
    """A division of the preamble of a law of the Union is a recital."""
    recital = part.tag == "Division" and any(above.tag == "EUPreamble" for above in part.iterancestors())
    return "rec" if recital else _CONTAINERS[str(part.tag)]


def _unit(part: Element, kind: str, schedule: bool, heading: str, root: bool) -> Unit:
    number = words(part.find("Pnumber")) or words(part.find("Number"))
    title = part.find("TitleBlock/Title") if part.find("TitleBlock") is not None else part.find("Title")
    kind = "art" if kind == "sec" and number.startswith("Article ") else kind
    heading = " ".join(filter(None, (heading or words(title), _PROSPECTIVE if _prospective(part) else "")))
    unit = Unit(
        kind, number=number, heading=heading, root=root and not (schedule and kind == "par"),
        key=re.sub(r"[^\w-]", "", number.removeprefix("(").removesuffix(")")) if kind not in _WORDED else "",
    )  # fmt: skip
    _fill(unit, part, schedule)
    return unit


def _prospective(part: Element) -> bool:
    """Not yet in force, though the law that it stands in is; said once, of the outermost part."""
    holder = part.getparent()
    outer = holder if holder is not None and holder.tag in _GROUPS else part
    said = "Prospective" in {part.get("Status"), outer.get("Status")}
    return said and not any(above.get("Status") == "Prospective" for above in outer.iterancestors())


def _fill(unit: Unit, part: Element, schedule: bool) -> None:
    """Own words are its texts in order; whatever is numbered below is a child."""
    for child in part:
        name = child.tag
        if name in _LINES:
            unit.add(_line(child))
        elif name in _OUTSIDE:
            continue
        elif name in _LEVELS or name in _CONTAINERS or name in _GROUPS or name == "BlockAmendment":
            unit.children += _children([child], schedule)
        elif name == "OrderedList":
            unit.children += _entries(child, schedule)
        elif name == "ListItem" and _divided(child):
            unit.children.append(Unit("def"))
            _fill(unit.children[-1], child, schedule)
        else:
            _fill(unit, child, schedule)


def _divided(item: Element) -> bool:
    """A definition with paragraphs of its own, which would be mistaken for those of its neighbours."""
    return any(part.tag in _LEVELS or part.tag == "OrderedList" for part in item.iterdescendants())


def _entries(listed: Element, schedule: bool) -> Iterator[Unit]:
    """A list whose numbers are not printed in the file: its type says them, unless an entry has one of its own."""
    for place, item in enumerate(listed.iterfind("ListItem")):
        unit = Unit("itm", number=_counted(listed, place, item.get("NumberOverride", "")))
        _fill(unit, item, schedule)
        yield unit


def _counted(listed: Element, place: int, own: str) -> str:
    said = listed.get("Type", "arabic")
    numeral = _ROMAN[place] if place < len(_ROMAN) else str(place + 1)
    letter = chr(ord("a") + place) if place < 26 else str(place + 1)
    sign = numeral if said.startswith("roman") else letter if said.startswith("alpha") else str(place + 1)
    frame = "{}" if re.search(r"\W", own) else _FRAMES.get(listed.get("Decoration", ""), "{}")
    return frame.format(own or (sign.upper() if said.endswith("upper") else sign))


def _quoted(part: Element) -> Unit:
    unit = Unit("quo")
    _fill(unit, part, False)
    for child in unit.children:
        _plain(child)
    after = part.getnext()
    if after is not None and after.tag == "AppendText" and re.search(r"\w", words(after)):
        unit.last().text += words(after)
    return unit


def _plain(unit: Unit) -> None:
    """What is put into another law never starts the numbering anew."""
    unit.root = False
    for child in unit.children:
        _plain(child)


def _line(part: Element) -> str:
    """The words of a paragraph, or a table: its number and title, what is said above it, its rows."""
    if part.tag != "Tabular":
        return "\n".join(rows(part)) or words(part)
    named = " ".join(filter(None, (words(part.find("Number")), words(part.find("Title")))))
    return "\n".join(filter(None, [named, words(part.find("TableText")), *rows(part)]))

"""The words of UK legislation in Crown Legislation Markup Language, whole or as a fragment, as a tree of units.

Ids: section 12(3)(a) is sec_12/sub_3/par_a, a schedule sch_1 with its paragraphs sch_1/par_2.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from crawlers.files.reading import words
from crawlers.texts.outline import Unit

_LEVELS = {"P1": ("sec", "par"), "P2": ("sub", "sub"), "P3": ("par", "pnt"), "P4": ("subpar", "subpnt"), "P5": ("cls", "cls"),
           "P6": ("subcls", "subcls"), "P7": ("itm", "itm")}  # fmt: skip
_CONTAINERS = {"Part": "prt", "Chapter": "chp", "Pblock": "div", "PsubBlock": "subdiv", "Schedule": "sch", "EUPart": "prt",
               "EUTitle": "tit", "EUChapter": "chp", "EUSection": "div", "Group": "grp"}  # fmt: skip
_THROUGH = {"Body", "Schedules", "ScheduleBody", "Primary", "Secondary", "EURetained", "Legislation", "P1para", "P2para",
            "P3para", "P4para", "P5para", "P6para", "P7para", "Para", "P", "P2group", "P3group", "UnorderedList", "OrderedList",
            "ListItem", "SecondaryPrelims", "PrimaryPrelims"}  # fmt: skip
_LINES = {"Text", "Tabular", "Formula", "LongTitle", "Definition"}
_OUTSIDE = {"Number", "Pnumber", "Title", "TitleBlock", "CommentaryRef", "Commentaries", "Metadata", "Contents", "Reference",
            "Footnotes", "MarginNotes", "Versions", "Resources", "SignedSection", "ExplanatoryNotes"}  # fmt: skip


def units(root: etree._Element) -> list[Unit]:
    return list(_children([root], False))


def _children(parts: Iterable[etree._Element], schedule: bool, heading: str = "") -> Iterator[Unit]:
    for part in parts:
        name = part.tag
        if name == "P1group":
            yield from _children(part, schedule, words(part.find("Title")))
        elif name in _LEVELS:
            yield _unit(part, _LEVELS[name][schedule], schedule, heading, name == "P1")
            heading = ""
        elif name in _CONTAINERS:
            yield _unit(part, _CONTAINERS[name], schedule or name == "Schedule", "", name == "Schedule")
        elif name == "BlockAmendment":
            yield _quoted(part)
        elif name in _THROUGH:
            yield from _children(part, schedule)


def _unit(part: etree._Element, kind: str, schedule: bool, heading: str, root: bool) -> Unit:
    number = words(part.find("Pnumber")) or words(part.find("Number"))
    title = part.find("TitleBlock/Title") if part.find("TitleBlock") is not None else part.find("Title")
    unit = Unit(
        kind, number=number, heading=heading or words(title), root=root and not (schedule and kind == "par"),
        key=re.sub(r"[^\w-]", "", number.removeprefix("(").removesuffix(")")) if kind not in _CONTAINERS.values() else "",
    )  # fmt: skip
    _fill(unit, part, schedule)
    return unit


def _fill(unit: Unit, part: etree._Element, schedule: bool) -> None:
    """Own words are its texts in order; whatever is numbered below is a child."""
    for child in part:
        name = child.tag
        if name in _LINES:
            unit.add(_line(child))
        elif name in _OUTSIDE:
            continue
        elif name in _LEVELS or name in _CONTAINERS or name in {"P1group", "BlockAmendment"}:
            unit.children += _children([child], schedule)
        else:
            _fill(unit, child, schedule)


def _quoted(part: etree._Element) -> Unit:
    unit = Unit("quo")
    _fill(unit, part, False)
    for child in unit.children:
        _plain(child)
    return unit


def _plain(unit: Unit) -> None:
    """What is put into another law never starts the numbering anew."""
    unit.root = False
    for child in unit.children:
        _plain(child)


def _line(part: etree._Element) -> str:
    rows = [" | ".join(filter(None, map(words, row))) for row in part.iter("tr")]
    return "\n".join(filter(None, rows)) or words(part)

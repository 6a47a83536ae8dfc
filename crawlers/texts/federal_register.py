"""The words of a document of the Federal Register in its XML: the preamble as prose, rules as sections with their parts, footnotes last."""

import re
from collections.abc import Iterator

from crawlers.files.reading import Element, words
from crawlers.texts import labels
from crawlers.texts.outline import Unit, grown

PRESIDENTIAL = {
    "EXECORD": "executive order", "PROCLA": "proclamation", "PRMEMO": "memorandum", "DETERM": "determination",
    "PRNOTICE": "notice", "PRORDER": "order", "PRESDOC": "",
}  # fmt: skip
_LEVELS = {"HED": 1, "HD1": 2, "HD2": 3, "HD3": 4, "HD4": 5}
_PARAGRAPHS = {
    "P", "FP", "AMDPAR", "EXTRACT", "GPOTABLE", "NOTE", "EXAMPLE", "BOXTXT", "EDNOTE", "EFFDNOT", "CROSSREF", "MATH",
}  # fmt: skip
_SECTION = re.compile(r"§\s*(\d[\w.-]*\w)")
_SKIP = {"FTNT", "PRTPAGE", "BILCOD", "GPH", "STARS", "SIG", "LSTSUB", "CONTENTS"}
_THROUGH = {
    "REGTEXT", "PART", "SUBPART", "SUBJGRP", "SUBCHAP", "CHAPTER", "APPENDIX", "APPENDEX", "SUPPLMNT", "AUTH", "SUM", "DATES", "ADD",
    "EFFDATE", "SUPLINF", "PREAMB", *PRESIDENTIAL,
}  # fmt: skip
# "Sec. 2. Policy. (a) …": how orders of the President count.
_ORDERED = re.compile(r"^(Section|Sec\.)\s+(\d+[A-Z]?)\s*\.\s*")


def units(root: Element) -> list[Unit]:
    noted = [Unit("note", key="1", text="\n".join(lines))] if (lines := list(_notes(root))) else []
    if root.tag == "PRESDOCU":
        return [*_ordered([part for part in _flat(root) if part.get("SOURCE") != "HED"]), *noted]
    return [*grown(_ranked(root)), *noted]


def _notes(root: Element) -> Iterator[str]:
    for paragraph in root.iterfind(".//FTNT/P"):
        mark = "" if (paragraph.text or "").strip() else words(paragraph.find("SU"))
        yield f"{mark} {_plain(paragraph)}".strip()


def _ranked(root: Element) -> Iterator[tuple[int, Unit]]:
    for part in _flat(root):
        if part.tag == "SECTION":
            yield 9, _section(part)
        elif part.tag == "HD":
            yield _LEVELS.get(part.get("SOURCE", ""), 3), Unit("hdg", heading=_plain(part))
        elif line := _plain(part):
            yield 9, Unit("p", text=line)


def _flat(place: Element) -> Iterator[Element]:
    """Summary, dates and supplementary information, or the words of a notice that has no such heads; rules part by part."""
    for part in place:
        if part.tag in _THROUGH:
            yield from _flat(part)
        elif part.tag in {"SECTION", "HD"} or part.tag in _PARAGRAPHS:
            yield part


def _ordered(parts: list[Element]) -> Iterator[Unit]:
    """Sections of an order or a proclamation; what stands before the first is its preamble."""
    opening: list[str] = []
    sections: list[tuple[Unit, list[str]]] = []
    for part in parts:
        line = _plain(part)
        if found := _ORDERED.match(line):
            heading = _plain(part[1]).rstrip(".") if len(part) > 1 and part[1].get("T") == "03" else ""
            rest = line[found.end() :].removeprefix(heading).lstrip(". ") if heading else line[found.end() :]
            sections.append(
                (Unit("sec", number=f"{found[1]} {found[2]}", heading=heading, root=True, key=found[2]), [rest])
            )
        else:
            (sections[-1][1] if sections else opening).append(line)
    yield from (Unit("p", text=line) for line in opening if line)
    for unit, lines in sections:
        tree = labels.nested(filter(None, lines))
        unit.text, unit.children = tree.text, tree.children
        yield unit


def _section(part: Element) -> Unit:
    lines = [line for p in part if p.tag in {"HD", *_PARAGRAPHS} and (line := _plain(p))]
    number = words(part.find("SECTNO"))
    tree = labels.nested(lines)
    return Unit(
        "sec", number=number, heading=words(part.find("SUBJECT")).rstrip("."), text=tree.text, children=tree.children,
        root=True, key=found[1] if (found := _SECTION.match(number)) else "",
    )  # fmt: skip


def _plain(part: Element) -> str:
    """Footnote marks taken out, a page break is a blank, but not after a hyphen; emphasis joined without the blank that the markup lost."""
    return " ".join("".join(_pieces(part)).split())


def _pieces(part: Element) -> Iterator[str]:
    said = part.text or ""
    yield said
    for child in part:
        after = child.tail or ""
        if (child.tag == "PRTPAGE" or (child.tag == "FTREF" and after[:1].isalnum())) and not said.endswith("-"):
            yield " "
        if child.tag not in _SKIP and child.tag not in {"SU", "FTREF"}:
            yield " " if child.tag in {"E", "ROW", "ENT", "P", "HD"} else ""
            yield from _pieces(child)
            yield " " if child.tag == "E" and after[:1].isalnum() else ""
        said = after
        yield said

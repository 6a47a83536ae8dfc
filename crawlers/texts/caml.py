"""The words of a California bill or code section in CAML, or in the older HTML and plain text, as a tree of units."""

import re

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.parsing import Unreadable
from crawlers.texts import labels, prose
from crawlers.texts.outline import Unit


def bill(root: Element) -> list[Unit]:
    """Sections of a bill in force order; the law that a section amends stands below it."""
    found = []
    for section in root.iter("BillSection"):
        unit = Unit("sec", number=reading.words(section.find("Num")), root=True)
        unit.add(" ".join(reading.words(line) for line in section.iterfind("ActionLine")))
        unit.children = [_quoted(law) for law in section.iter("LawSection")] or list(content(section).children)
        found.append(unit)
    return found or [tree for part in root.iter("Content") for tree in content(part).children]


def _quoted(law: Element) -> Unit:
    """The section of a code as the bill would have it read."""
    inner = law.find("LawSectionVersion/Content")
    tree = content(inner if inner is not None else law)
    number = reading.words(law.find("Num"))
    return Unit("quo", number=number, text=tree.text, children=tree.children)


def content(part: Element) -> Unit:
    """Paragraphs whose labels (a)(1)(A) tell where they hang; what is struck out is left out."""
    lines = []
    for block in part.iter("p", "td", "h1", "h2", "h3", "h4", "li"):
        line = " ".join("".join(_kept(block)).split())
        if line:
            lines.append(line)
    return labels.nested(lines or [reading.words(part)])


def _kept(block: Element) -> list[str]:
    """Inserted words stay, deleted ones (strike, del) go; an EnSpace is a blank."""
    pieces = [block.text or ""]
    for child in block:
        name = reading.local(child).lower()
        if name not in {"del", "strike", "s"} and "delete" not in str(child.get("class", "")).lower():
            pieces += [" "] if name == "span" and not len(child) and not (child.text or "") else _kept(child)
        pieces.append(child.tail or "")
    return pieces


def old(body: bytes) -> list[Unit]:
    """HTML of the years before CAML, or lines of a typewriter."""
    text = reading.decode(body)
    if re.search(r"(?i)<(?:html|body|pre|p|div)\b", text[:4_000]):
        return prose.units(reading.html(body))
    return prose.from_lines(" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def version(body: bytes) -> tuple[str, list[Unit]]:
    """The media type of a version's file and its units; an empty type for one that cannot be read."""
    opening = body[:4_000].replace(b"\0", b"")
    try:
        if b"caml#" in opening or b"MeasureDoc" in opening:
            return "application/xml", bill(reading.without_namespaces(reading.xml(body)))
        return ("text/html", old(body)) if body.strip() else ("", [])
    except Unreadable:
        return "", []

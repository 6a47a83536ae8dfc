"""The words of a California bill or code section in CAML, or in the older HTML and plain text, as a tree of units."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.parsing import Unreadable
from crawlers.texts import labels, prose
from crawlers.texts.outline import Unit

_BLOCKS = {"p", "tr", "li", "h1", "h2", "h3", "h4", "div", "table", "tbody", "ul", "ol", "blockquote"}


def bill(root: Element) -> list[Unit]:
    """The long title, then sections of a bill in force order; the law that a section amends stands below it."""
    long = reading.words(root.find("Description/Title"))
    found = [Unit("purpose", text=long)] if long else []
    for section in root.iter("BillSection"):
        unit = Unit("sec", number=reading.words(section.find("Num")), root=True)
        unit.add(" ".join(reading.words(line) for line in section.iterfind("ActionLine")))
        unit.children = [_quoted(law) for law in section.iter("LawHeading", "LawSection")]
        for part in () if unit.children else section.iterfind("Content"):
            said = content(part)
            unit.add(said.text)
            unit.children += said.children
        found.append(unit)
    return found if found[1:] else [*found, *(unit for part in root.iter("Content") for unit in _loose(content(part)))]


def _loose(said: Unit) -> list[Unit]:
    """The units of a content that stands in no section, its opening words as the first."""
    return [Unit("p", text=said.text), *said.children] if said.text else list(said.children)


def _quoted(law: Element) -> Unit:
    """The section of a code as the bill would have it read, or the heading of a division of it."""
    if law.tag == "LawHeading":
        said = reading.words(law.find("LawHeadingVersion/LawHeadingText"))
        return Unit("div", number=reading.words(law.find("Num")), heading=said)
    inner = law.find("LawSectionVersion/Content")
    tree = content(inner if inner is not None else law)
    number = reading.words(law.find("Num"))
    return Unit("quo", number=number, text=tree.text, children=tree.children)


def content(part: Element) -> Unit:
    """Paragraphs whose labels (a)(1)(A) tell where they hang; what is struck out is left out."""
    return labels.nested(line for said in _lines(part) if (line := " ".join("".join(said).split())))


def _lines(part: Element) -> Iterator[list[str]]:
    """The pieces of each paragraph, of each row of a table, and of words that stand loose between them."""
    said = [part.text or ""]
    for child in part:
        name = reading.local(child).lower()
        if name in _BLOCKS or child.find(".//p") is not None or child.find(".//tr") is not None:
            yield said
            yield from [_row(child)] if name == "tr" else _lines(child)
            said = []
        else:
            said += _word(child)
        said.append(child.tail or "")
    yield said


def _row(row: Element) -> list[str]:
    cells = (" ".join("".join(_kept(cell)).split()) for cell in row)
    return [" | ".join(filter(None, cells))]


def _kept(block: Element) -> list[str]:
    """Inserted words stay, deleted ones (strike, del) go; an EnSpace is a blank."""
    pieces = [block.text or ""]
    for child in block:
        pieces += [*_word(child), child.tail or ""]
    return pieces


def _word(part: Element) -> list[str]:
    name = reading.local(part).lower()
    if name in {"del", "strike", "s"} or "delete" in str(part.get("class", "")).lower():
        return []
    return [" "] if name in {"span", "br"} and not len(part) and not (part.text or "") else _kept(part)


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

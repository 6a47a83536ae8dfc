"""The words of a report or motion on Parliament's own pages as units: sections, recitals, numbered paragraphs, rows of tables."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.parsing import Element
from crawlers.texts.outline import Unit, grown

_HEADING = re.compile(r"h[1-4]")
_AMENDMENT = re.compile(r"(?:Amendment|Amendement|Änderungsantrag|Enmienda|Emendamento|Alteração)\s+\d+")
_LABELS = (
    (3, "rec", re.compile(r"([A-Z]{1,2}\.)\s+(?=[^\W\d_])")),
    (3, "par", re.compile(r"(\d{1,3}\.)\s+(?=\S)")),
    (4, "pnt", re.compile(r"(\((?:[a-z]{1,2}|[ivx]+)\))\s+(?=\S)")),
    (5, "ind", re.compile(r"([–—•-])\s+(?=\S)")),
)
_RAPPORTEURS = re.compile(r"\b(?:Co-)?[Rr]apporteurs?\s*:\s*([^:()]{3,200}?)\s*(?:$|\s[A-Z][\w ]*:)")


def units(page: Element) -> list[Unit]:
    """A row of a table is one line, its cells side by side: the text in force and what is to stand for it."""
    return grown(_ranked(page))


def _ranked(page: Element) -> Iterator[tuple[int, Unit]]:
    for element in page.iter("p", "h1", "h2", "h3", "h4", "tr"):
        in_row = element.tag != "tr" and next(element.iterancestors("tr"), None) is not None
        if in_row or not _is_own(element):
            continue
        line = _row(element) if element.tag == "tr" else reading.words(element)
        if re.search(r"\w", line):
            yield _unit(line, element.tag)


def _is_own(element: Element) -> bool:
    """Set in the classes of documents, or a heading of one of its sections."""
    parts = [part.get("class", "") for part in element.iter()]
    section = _HEADING.fullmatch(element.tag) and element.get("id", "").startswith("_section")
    return bool(section) or any("doceo-" in part for part in parts)


def _row(row: Element) -> str:
    cells = [" ".join(map(reading.words, cell.iter("p"))) or reading.words(cell) for cell in row if cell.tag == "td"]
    return " | ".join(cells) if len(list(filter(None, cells))) > 1 else "".join(cells)


def _unit(line: str, tag: str) -> tuple[int, Unit]:
    if _HEADING.fullmatch(tag):
        return 1, Unit("sec", heading=line)
    if _AMENDMENT.fullmatch(line):
        return 2, Unit("amd", number=line)
    for rank, kind, pattern in _LABELS if tag == "p" else ():
        if found := pattern.match(line):
            key = found[1].strip(".").lower() if kind == "rec" else ""
            return rank, Unit(kind, number=found[1], text=line[found.end() :], root=rank == 3, key=key)
    return 3, Unit("p", text=line)


def rapporteurs(page: Element) -> list[str]:
    """Named in the head of a report."""
    for block in page.iter("p", "div", "span"):
        said = " ".join(" ".join(map(str, block.itertext())).split())
        if len(said) < 400 and (found := _RAPPORTEURS.search(said)):
            return re.split(r",\s*", found[1])
    return []

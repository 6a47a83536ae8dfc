"""Formex 4, the Publications Office's XML, as lines of an act (schema: formex-06.02.1; no namespace)."""

import re
from collections.abc import Callable, Iterator

from crawlers.eu.acts.formex_words import LEFT_OUT, inline, is_block, words
from crawlers.eu.acts.mixed import mixed
from crawlers.eu.acts.quotations import quoted
from crawlers.eu.acts.structure import Line
from crawlers.files.reading import Element

_DELETED = re.compile(
    rb"""<\?CLG\.MDFO [^?]*?IDREF=["']([^"']+)["'] ACTION=["']DELETED["'][^?]*\?>.*?<\?CLG\.MDFC ID=["']\1["'][^?]*\?>""",
    re.DOTALL,
)
_DASHES = {"DASH": "—", "NDASH": "–", "BULLET": "•"}


def alive(body: bytes) -> bytes:
    """A consolidated act without the passages that its processing instructions mark as deleted."""
    return _DELETED.sub(b"", body)


def lines(element: Element, depth: int = 0) -> Iterator[Line]:
    """What an element says, in order; metadata and contents lists are left out, notes come behind."""
    name = str(element.tag)
    if name in LEFT_OUT:
        return
    read = _READERS.get(name)
    yield from read(element, depth) if read else flow(element, depth)


def flow(element: Element, depth: int) -> Iterator[Line]:
    """Running words are a text line, blocks speak for themselves."""
    for part in mixed(element, is_block, inline):
        if not isinstance(part, str):
            yield from lines(part, depth)
        elif re.search(r"\w", text := " ".join(part.split())):
            yield Line("text", text, depth=depth)


def notes(element: Element, depth: int = 0) -> Iterator[Line]:
    """Its footnotes but those of an annex in it, counted as they are printed; those in words of another act have a star."""
    counted = 0
    for note in element.iter("NOTE"):
        text = " ".join(filter(None, map(words, note)))
        if text and not (depth == 0 and next(note.iterancestors("ANNEX"), None) is not None):
            star = note.get("NUMBERING") == "STAR"
            counted += not star
            yield Line("note", text, "(*)" if star else f"({counted})", depth)


def _left_out_heading(element: Element, heading: str) -> Iterator[Element]:
    return (child for child in element if child.tag not in heading.split())


def _inside(element: Element, depth: int, heading: str) -> Iterator[Line]:
    for child in _left_out_heading(element, heading):
        yield from lines(child, depth)


def _division(element: Element, _depth: int) -> Iterator[Line]:
    rank = 1 + sum(above.tag == "DIVISION" for above in element.iterancestors())
    head = element.find("TITLE")
    if head is not None:
        number, *rest = [words(line) for line in head.iterfind("*/P")] or [words(head)]
        yield Line("division", " ".join(rest), number, rank)
    yield from _inside(element, 0, "TITLE")


def _article(element: Element, _depth: int) -> Iterator[Line]:
    heading = " ".join(words(line) for line in element.findall("STI.ART"))
    yield Line("article", heading, words(element.find("TI.ART")), key=_key(element))
    yield from _inside(element, 0, "TI.ART STI.ART")


def _key(element: Element) -> str:
    """016A → 16a."""
    return element.get("IDENTIFIER", "").rpartition(".")[2].lstrip("0").lower()


def _paragraph(element: Element, _depth: int) -> Iterator[Line]:
    yield Line("paragraph", number=words(element.find("NO.PARAG")))
    yield from _inside(element, 0, "NO.PARAG")


def _list(element: Element, depth: int) -> Iterator[Line]:
    dash = _DASHES.get(element.get("TYPE", "").upper(), "—")
    for item in element:
        if item.find("NP") is None:
            yield Line("item", number=dash, depth=depth)
            yield from flow(item, depth + 1)
        else:
            yield from flow(item, depth)


def _numbered(element: Element, depth: int) -> Iterator[Line]:
    yield Line("item", number=words(element.find("NO.P")), depth=depth)
    yield from _inside(element, depth + 1, "NO.P")


def _definition(element: Element, depth: int) -> Iterator[Line]:
    """Its term stands before the first words of its definition, as the pages show it."""
    yield Line("item", number=words(element.find("PREFIX")), depth=depth)
    term = words(element.find("TERM"))
    above = element.getparent()
    separator = above.get("SEPARATOR", ":") if above is not None else ":"
    meaning = element.find("DEFINITION")
    said = list(flow(meaning, depth + 1)) if meaning is not None else []
    first, *rest = said or [Line("text", depth=depth + 1)]
    yield first._replace(text=f"{term} {separator} {first.text}".strip())
    yield from rest


def _part(element: Element, depth: int) -> Iterator[Line]:
    """A titled part of an article; elsewhere its title is that of a section."""
    if heading := words(element.find("TITLE")):
        within = any(above.tag == "ARTICLE" for above in element.iterancestors())
        yield Line("parting" if within else "section", heading, depth=depth)
    yield from _inside(element, depth, "TITLE")


def _recital(element: Element, _depth: int) -> Iterator[Line]:
    yield Line("recital", number=words(element.find("NP/NO.P")))
    for child in element:
        yield from _inside(child, 1, "NO.P") if child.tag == "NP" else lines(child, 1)


def _joined(role: str) -> Callable[[Element, int], Iterator[Line]]:
    def read(element: Element, depth: int) -> Iterator[Line]:
        for line in flow(element, depth):
            yield line._replace(role=role)

    return read


def _sequence(element: Element, _depth: int) -> Iterator[Line]:
    level = int(element.get("LEVEL", "1")) if element.get("LEVEL", "1").isdigit() else 1
    heading = " ".join(words(part) for part in element.iterfind("TITLE/*"))
    if heading:
        yield Line("section", heading, depth=level)
    yield from _inside(element, 0, "TITLE")


def _annex(element: Element, _depth: int) -> Iterator[Line]:
    head = element.find("TITLE")
    parts = [words(part) for part in head.iterfind("*/P")] or [words(head)] if head is not None else []
    yield Line("annex", " ".join(parts[1:]), parts[0] if parts else "")
    yield from _inside(element, 0, "TITLE")
    yield from notes(element, 1) if element.tag == "ANNEX" else ()


def _quote(element: Element, depth: int) -> Iterator[Line]:
    yield from quoted(flow(element, depth))


def _table(element: Element, depth: int) -> Iterator[Line]:
    head = [words(element.find("TITLE"))]
    rows = (" | ".join(words(cell) for cell in _cells(row)) for row in element.iter("ROW", "TI.BLK", "STI.BLK"))
    if text := "\n".join(filter(str.strip, [*head, *rows])):
        yield Line("text", text, depth=depth)


def _cells(row: Element) -> list[Element]:
    """Those of a row; the title of a block of rows fills its line."""
    return list(row.iter("CELL")) if row.tag == "ROW" else [row]


def _correction(element: Element, _depth: int) -> Iterator[Line]:
    yield Line("correction", words(element.find("DESCRIPTION")))
    yield from _inside(element, 0, "DESCRIPTION")


def _silent(_element: Element, _depth: int) -> Iterator[Line]:
    return iter(())


_READERS: dict[str, Callable[[Element, int], Iterator[Line]]] = {
    "DIVISION": _division,
    "ARTICLE": _article,
    "PARAG": _paragraph,
    "LIST": _list,
    "SUBDIV": _part,
    "NP": _numbered,
    "NP.ECR": _numbered,
    "DLIST.ITEM": _definition,
    "CONSID": _recital,
    "FINAL": _joined("final"),
    "GR.SEQ": _sequence,
    "ANNEX": _annex,
    "CONS.ANNEX": _annex,
    "QUOT.S": _quote,
    "TBL": _table,
    "CORRECTION": _correction,
    "TITLE": _silent,
}

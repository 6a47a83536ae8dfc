"""Acts of e-Sbírka, Czechia: the fragments of a page as units."""

from lxml import etree

from crawlers.files import reading
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit
from crawlers.values import fields
from crawlers.values.fields import Row

_KINDS = {
    "Cast": "prt", "Hlava": "tit", "Dil": "chp", "Oddil": "sec", "Pododdil": "subsec", "Paragraf": "art",
    "Clanek": "art", "Odstavec_Dc": "par", "Odstavec": "par", "Pismeno_Lb": "pnt", "Pismeno": "pnt", "Bod_Ab": "pnt",
    "Bod": "pnt", "Priloha": "annex",
}  # fmt: skip


def units(rows: list[Row]) -> list[Unit]:
    """Fragments come in order, each with its depth."""
    top = Unit("top")
    stack: list[tuple[int, Unit]] = [(-1, top)]
    for row in rows:
        depth, kind = int(fields.text(row, "hloubka") or 0), _KINDS.get(fields.text(row, "kodTypuFragmentu"))
        number, words = _words(fields.text(row, "xhtml"))
        while stack[-1][0] >= depth:
            stack.pop()
        if kind:
            unit = Unit(kind, number=number, text=words, root=kind in {"art", "annex"})
            stack[-1][1].children.append(unit)
            stack.append((depth, unit))
        elif fields.text(row, "kodTypuFragmentu").startswith("Nadpis"):
            stack[-1][1].heading = words or number
        elif words and stack[-1][1] is top:
            top.children.append(Unit("p", text=words))
        elif words:
            stack[-1][1].add(words)
    return top.children


def _words(xhtml: str) -> tuple[str, str]:
    """The printed number, which stands in var, and the words after it."""
    if "<" not in xhtml:
        return "", " ".join(xhtml.split())
    root = reading.html(f"<div>{xhtml}</div>".encode())
    mark = root.find(".//var")
    number = reading.words(mark)
    if mark is not None:
        etree.strip_elements(root, "var", with_tail=False)
    return number, "\n".join(lines(root))

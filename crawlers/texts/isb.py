"""Acts of the Irish Statute Book as units."""

from lxml import etree

from crawlers.files.reading import local, words
from crawlers.texts import headed
from crawlers.texts.outline import Unit

_GROUPS = {"part": "prt", "chapter": "chp", "schedule": "annex"}

_SIGNS = {"emdash": "—", "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "afada": "á", "efada": "é", "ifada": "í",
          "ofada": "ó", "ufada": "ú", "Afada": "Á", "Efada": "É", "Ofada": "Ó", "euro": "€", "pound": "£"}  # fmt: skip


def act(root: etree._Element) -> list[Unit]:
    """All but metadata and front matter; letters and marks that are elements are written into the tree as signs."""
    for sign in root.iter(*_SIGNS):
        sign.text = _SIGNS[local(sign)]
    return [unit for part in root if local(part) not in {"metadata", "frontmatter"} for unit in units(part)]


def units(element: etree._Element) -> list[Unit]:
    """Parts and chapters hold sections; the paragraphs of a section are read by their numbers."""
    if local(element) == "sect":
        return [_section(element)]
    inner = [unit for child in element for unit in units(child)]
    if local(element) not in _GROUPS:
        return inner
    shown = [words(p) for p in element.iterfind("title/p")]
    number, heading = (*shown, "", "")[:2]
    loose = [Unit("p", text=words(p)) for p in element.iterfind("p") if words(p)]
    kind = _GROUPS[local(element)]
    return [Unit(kind, number=number, heading=heading, children=inner + loose, root=kind == "annex")]


def _section(element: etree._Element) -> Unit:
    number = words(element.find("number"))
    shown = [words(p).removeprefix(number).strip() for p in element.iter("p") if not p.xpath("parent::title")]
    unit = next(iter(headed.units([f"§ {number} ", *(line for line in shown if line)])), Unit("sec"))
    unit.kind, unit.number, unit.root = "sec", number, True
    unit.heading = words(element.find("title"))
    return unit

"""Acts of the Irish Statute Book as units."""

from crawlers.files.reading import Element, local, words
from crawlers.texts import headed, quoting
from crawlers.texts.lines import rows
from crawlers.texts.outline import Unit

_GROUPS = {"part": "prt", "chapter": "chp", "schedule": "annex"}

_SIGNS = {"emdash": "—", "odq": "“", "cdq": "”", "osq": "‘", "csq": "’", "afada": "á", "efada": "é", "ifada": "í",
          "ofada": "ó", "ufada": "ú", "Afada": "Á", "Efada": "É", "Ofada": "Ó", "euro": "€", "pound": "£"}  # fmt: skip


def act(root: Element) -> list[Unit]:
    """All but metadata and front matter; letters and marks that are elements are written into the tree as signs."""
    for sign in root.iter(*_SIGNS):
        sign.text = _SIGNS[local(sign)]
    return [unit for part in root if local(part) not in {"metadata", "frontmatter"} for unit in units(part)]


def units(element: Element) -> list[Unit]:
    """Parts and chapters hold sections; the paragraphs of a section are read by their numbers."""
    name = local(element)
    if name == "sect":
        return [_section(element)]
    if name in {"p", "table"}:
        return [Unit("p", text="\n".join(said))] if (said := _lines(element)) else []
    inner = [unit for child in element if local(child) != "title" for unit in units(child)]
    if name not in _GROUPS:
        return inner
    number, heading = (*(words(p) for p in element.iterfind("title/p")), "", "")[:2]
    kind = _GROUPS[name]
    return [Unit(kind, number=number, heading=heading, children=inner, root=kind == "annex")]


def _section(element: Element) -> Unit:
    number = words(element.find("number"))
    said = [line for part in element if local(part) not in {"number", "title"} for line in _lines(part)]
    shown = [line.removeprefix(number).lstrip(". ") for line in said[:1]] + said[1:]
    unit = next(iter(headed.units([f"§ {number} ", *quoting.together(filter(None, shown), "“", "”")])), Unit("sec"))
    unit.kind, unit.number, unit.root = "sec", number, True
    unit.heading = words(element.find("title"))
    return unit


def _lines(part: Element) -> list[str]:
    """A paragraph, or the rows of a table; what holds such is each of them in turn."""
    if local(part) == "table":
        return rows(part)
    if part.find(".//p") is None and part.find(".//table") is None:
        return [said] if (said := words(part)) else []
    return [line for child in part for line in _lines(child)]

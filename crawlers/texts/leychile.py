"""Norms of LeyChile: parts within parts, each with its text as lines and, beside them, what changed them."""

import re
from collections.abc import Iterator

from crawlers.files.reading import Element, words
from crawlers.texts import headed
from crawlers.texts.outline import Unit

_SILENT = {"metadatos", "contexto", "referencias"}
_TEXTS = {"Texto", "texto", "encabezado", "promulgacion"}
_KINDS = {"Libro": "bok", "Título": "tit", "Capítulo": "chp", "Sección": "sec"}
_HEADS = {"bok", "prt", "tit", "chp", "sec", "annex", "trans"}
_PARTS = "EstructurasFuncionales/EstructuraFuncional"
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)|^ {8,}(?=\S)")
_MARGIN = 60  # the column from which the margin stands; in lines that are cut it comes earlier
_CITES = re.compile(r"\S*\s?(?:CPR|LEY|Ley |Art\.|D\.O\.|N[°º]|letra|único|\d\d\.\d\d\.\d{4})")


def units(norm: Element) -> list[Unit]:
    """Its parts as the norm holds them; the simplified form has none and is read by its lines alone."""
    if norm.find(_PARTS) is None:
        return _simplified(norm)
    found: list[Unit] = []
    for child in norm:
        said, noted = _paragraphs(*child.iter(*_TEXTS))
        if child.tag == "EstructurasFuncionales":
            found += [unit for part in norm.iterfind(_PARTS) for unit in _part(part)]
        elif child.tag == "Promulgacion":
            found.append(Unit("final", text="\n".join(said)))
        elif child.tag == "Anexos":
            found += [_annex(annex) for annex in child]
        else:
            found += [*headed.units(said), *noted]
    return found


def _simplified(norm: Element) -> list[Unit]:
    """What is resolved and what promulgates it stand behind the articles, and are not of the last one."""
    ends = [*norm.iterfind("promulgacion"), *norm.iterfind("Promulgacion/Texto")]
    resolved = norm.findall("disposiciones_finales/*")
    said = [one for one in _said(norm) if one not in {*ends, *resolved}]
    closing = "\n".join(_paragraphs(*ends)[0])
    return [
        *(unit for part in (said, resolved) for unit in headed.units(_paragraphs(*part)[0])),
        Unit("final", text=closing),
    ]


def _said(element: Element) -> Iterator[Element]:
    """Every element of the simplified form with words of the norm, in order; a heading said again in its text is left out."""
    for child in element:
        if child.tag in _SILENT or (child.tag == "titulo_seccion" and element.find("texto") is not None):
            continue
        if child.tag == "titulo_articulo":
            child.text = f"Artículo {element.get('numero', '')}.\n {(child.text or '').strip()}"
        if child.tag == "inciso" and (number := child.get("numero") or child.get("letra")):
            child.text = f"{number}{'.' if number.isdigit() else ')'} {child.text or ''}"
        if (child.text or "").strip():
            yield child
        yield from _said(child)


def _annex(annex: Element) -> Unit:
    said, noted = _paragraphs(*annex.iter(*_TEXTS))
    return Unit(
        "annex", heading=words(annex.find("Metadatos/Titulo")), children=[*headed.units(said), *noted], root=True
    )


def _part(part: Element, transitional: bool = False) -> list[Unit]:
    """What holds parts is a heading, whatever its words; a transitional part counts its articles in words."""
    said, noted = _paragraphs(*part.iterfind("Texto"))
    inner = part.findall(_PARTS)
    if not inner:
        found = headed.units(["Disposiciones transitorias", *said])[0].children if transitional else headed.units(said)
        return _one(found, noted) if found and found[0].kind == "art" else found + noted
    found = headed.units(said)
    if len(found) != 1 or found[0].kind not in _HEADS:
        found = [Unit(_KINDS.get(part.get("tipoParte", ""), "div"), heading=" ".join(said))]
    found[0].children += noted
    found[0].children += [unit for below in inner for unit in _part(below, found[0].kind == "trans")]
    return found


def _one(found: list[Unit], noted: list[Unit]) -> list[Unit]:
    """A part is one article: those after the first are words it puts into other laws."""
    first, *quoted = found
    for unit in quoted:
        unit.root = False
    first.children += quoted + noted
    return [first]


def _paragraphs(*texts: Element) -> tuple[list[str], list[Unit]]:
    """A line that is set in begins a paragraph, the others go on with it; what stands in the margin is a note."""
    said: list[str] = []
    margin: list[str] = []
    for text in texts:
        open_ = False
        for law, note in map(_parted, (text.text or "").splitlines()):
            margin += filter(None, [note])
            line = " ".join(law.split())
            if line and open_ and not law[:1].isspace():
                said[-1] += f" {line}"
            elif line:
                said.append(line.lstrip('"“'))
            open_ = bool(line) or (open_ and bool(note))
    return said, [Unit("note", text=" ".join(margin))] if margin else []


def _parted(line: str) -> tuple[str, str]:
    """The words of the law and those of the margin."""
    gap = next(reversed(list(_GAP.finditer(line.expandtabs()))), None)
    if gap is None:
        return line, ""
    wide = gap.end() - gap.start() >= 8 and _CITES.match(line, gap.end())
    return (line[: gap.start()], line[gap.end() :].strip()) if gap.end() >= _MARGIN or wide else (line, "")

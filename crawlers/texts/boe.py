"""Consolidated laws of the BOE, Spain: blocks, each in its versions, as units."""

from lxml import etree

from crawlers.files.reading import words
from crawlers.texts import headed
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit

_KINDS = {"precepto": "art", "preambulo": "preamble", "nota_inicial": "note", "firma": "conclusions"}


def newest(block: etree._Element) -> etree._Element | None:
    return max(block.iter("version"), key=lambda version: version.get("fecha_vigencia", ""), default=None)


def first(blocks: list[etree._Element]) -> etree._Element:
    """The first version of the first block, an empty one where there is none."""
    return next((version for block in blocks for version in block.iter("version")), etree.Element("version"))


def heading(versions: list[etree._Element | None]) -> str:
    """The first line that is set as a title."""
    lines = (p for version in versions if version is not None for p in version.iter("p"))
    return next((words(p) for p in lines if p.get("class") in {"centro_negrita", "titulo"}), "")


def units(blocks: list[etree._Element], versions: list[etree._Element | None]) -> list[Unit]:
    """Headings hold the articles that follow; an article's paragraphs are read by their numbers."""
    shown: list[str] = []
    found: list[Unit] = []
    for block, version in zip(blocks, versions, strict=True):
        said = [] if version is None else [line for p in version for line in lines(p) if p.tag != "blockquote"]
        kind = _KINDS.get(block.get("tipo", ""), "")
        if kind in {"preamble", "note", "conclusions"}:
            found += headed.units(shown)
            shown = []
            found.append(Unit(kind, text="\n".join(said), root=True))
        else:
            shown += said
    return found + headed.units(shown)

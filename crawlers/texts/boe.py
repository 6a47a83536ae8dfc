"""Consolidated laws of the BOE, Spain: blocks, each in its versions, as units."""

from lxml import etree

from crawlers.texts import headed
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit

_KINDS = {"precepto": "art", "preambulo": "preamble", "nota_inicial": "note", "firma": "conclusions"}


def newest(block: etree._Element) -> etree._Element | None:
    return max(block.iter("version"), key=lambda version: version.get("fecha_vigencia", ""), default=None)


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

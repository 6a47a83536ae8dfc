"""A part of the Code of Federal Regulations as units: subparts hold sections, sections their paragraphs (a)(1)(i)."""

import re
from collections.abc import Iterator

from crawlers.files.reading import Element, words
from crawlers.texts import labels
from crawlers.texts.lines import rows
from crawlers.texts.outline import Unit

_KINDS = {"SUBPART": "subprt", "SUBJGRP": "grp", "SECTION": "sec", "APPENDIX": "app"}
_ASIDE = {"HEAD", "CITA", "SOURCE", "AUTH", "EDNOTE", "FTNT", "EFFDNOT", "XREF", "SECAUTH"}  # notes of the publisher
_NUMBERED = re.compile(r"^(?:§{1,2}\s*)?(\d[\w.–-]*\w)\s+(?=\S)")


def units(part: Element) -> list[Unit]:
    return [_unit(inner) for inner in part if inner.get("TYPE") in _KINDS] or [_unit(part)]


def _unit(part: Element) -> Unit:
    kind, head = _KINDS.get(part.get("TYPE", ""), "prt"), words(part.find("HEAD"))
    section = _NUMBERED.match(head) if kind == "sec" else None
    number = f"§ {section[1]}" if section else part.get("N", "") if kind == "subprt" else ""
    tree = labels.nested(line for child in part if child.tag not in _ASIDE for line in _lines(child))
    heading = (head[section.end() :] if section else head).rstrip(".")
    inner = [_unit(child) for child in part if child.get("TYPE") in _KINDS]
    key = section[1] if section else ""
    return Unit(
        kind, number=number, heading=heading, text=tree.text, children=[*tree.children, *inner], root=bool(key), key=key
    )


def _lines(child: Element) -> Iterator[str]:
    """A paragraph, the rows of a table, or what an extract holds; divisions are units of their own."""
    if child.get("TYPE") in _KINDS or child.tag in _ASIDE:
        return
    if child.tag in {"P", "FP", "HD1", "HD2", "HD3"} or not len(child):
        yield from [said] if (said := words(child)) else []
    elif table := rows(child):
        yield from table
    else:
        for inner in child:
            yield from _lines(inner)

"""The words of a United States bill, act or code title, in USLM or in the older bill DTD, as a tree of units.

Ids: section 230(c)(1)(A)(i) is sec_230/sub_c/par_1/subpar_A/cls_i; words that amend another law stand below as quo_1.
"""

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from crawlers.files.reading import local, words
from crawlers.texts.outline import Unit

_KINDS = {
    "division": "dvn", "title": "tit", "subtitle": "subtit", "part": "prt", "subpart": "subprt", "chapter": "chp",
    "subchapter": "subchp", "article": "art", "section": "sec", "subsection": "sub", "paragraph": "par",
    "subparagraph": "subpar", "clause": "cls", "subclause": "subcls", "item": "itm", "subitem": "subitm",
    "subsubitem": "subsubitm", "level": "lvl", "recital": "rec", "whereas": "rec", "appropriations": "apr",
    "appropriations-major": "apr", "appropriations-intermediate": "apr", "appropriations-small": "apr",
    "quotedContent": "quo", "quoted-block": "quo", "appendix": "apx", "reorganizationPlan": "pln", "courtRule": "rul",
    "compiledAct": "act", "rule": "rul", "schedule": "sch", "annex": "anx", "crossHeading": "hdg",
}  # fmt: skip
_THROUGH = {
    "main", "collection", "component", "legis-body", "resolution-body", "preamble", "engrossed-amendment-body",
    "amendment", "amendment-block", "amendmentMain", "amendmentContent", "courtRules",
}  # fmt: skip
_OUTSIDE = {
    "num", "enum", "heading", "header", "subheading", "sidenote", "footnote", "footnotes", "editorialNote", "notes",
    "note", "sourceCredit", "toc", "page", "pagebreak", "signatures", "legislativeHistory", "endMarker", "endorsement",
    "longTitle", "enactingFormula", "resolvingClause", "form", "meta", "preface", "after-quoted-block", "layout", "action",
    "attestation", "graphic", "img",
}  # fmt: skip
_ROOTS = {"sec", "art", "tit", "prt", "chp"}
_LINES = {"p", "tr", "br", "li", "row", "listItem", "table", "caption", "figure"}


def units(root: etree._Element) -> list[Unit]:
    """What is struck out in a reported bill is left out; the resolving clauses of a resolution come first."""
    places = [e for e in root if local(e) in _THROUGH or local(e) in _KINDS]
    return list(_children(places, True))


def _children(parts: Iterable[etree._Element], root: bool) -> Iterator[Unit]:
    for part in parts:
        name = local(part)
        if part.get("changed") == "deleted":
            continue
        if name in _KINDS:
            yield _unit(part, root)
        elif name in _THROUGH:
            yield from _children(part, root)


def _unit(part: etree._Element, root: bool) -> Unit:
    kind = _KINDS[local(part)]
    number, heading = _first(part, "num", "enum"), _first(part, "heading", "header")
    unit = Unit(
        kind,
        number=words(number).rstrip("-— "),
        heading=words(heading).rstrip(".—- ") if heading is not None else "",
        root=root and kind in _ROOTS,
        key="" if number is None else _key(number),
    )
    inside = root and kind != "quo"
    for child in part:
        name = local(child)
        if child.get("changed") == "deleted":
            continue
        if name in _KINDS:
            unit.children.append(_unit(child, inside))
        elif name in _THROUGH:
            unit.children += _children(child, inside)
        elif name not in _OUTSIDE:
            unit.add(_flat(child))
            unit.children += _quoted(child)
    if not len(part) or (part.text or "").strip():
        unit.add(" ".join((part.text or "").split()))
    return unit


def _first(part: etree._Element, *names: str) -> etree._Element | None:
    return next((child for child in part if local(child) in names), None)


def _key(number: etree._Element) -> str:
    """The number as data, else what stands in brackets; so (A) and (a) differ in both vocabularies."""
    value = number.get("value") or ""
    printed = re.match(r"\W*\((\w{1,7})\)", words(number))
    value = value or (printed[1] if printed else "")
    return value if value.isalnum() and len(value) < 12 else ""


def _quoted(part: etree._Element) -> Iterator[Unit]:
    """Structures inside running words: what an amendment puts into another law."""
    for child in part:
        if local(child) in _KINDS:
            yield _unit(child, False)
        elif local(child) not in _OUTSIDE:
            yield from _quoted(child)


def _flat(part: etree._Element) -> str:
    """Running words without the structures and notes inside them, one line a paragraph or table row."""
    lines = "".join(_pieces(part)).replace("\N{SOFT HYPHEN}", "").split("\n")
    return "\n".join(line for line in (" ".join(line.split()).strip("| ") for line in lines) if line)


def _pieces(part: etree._Element) -> Iterator[str]:
    yield part.text or ""
    for child in part:
        name = local(child)
        if name in _LINES:
            yield "\n"
        elif name in {"td", "th", "entry", "column"}:
            yield " | "
        if child.get("class") == "footnoteRef":
            pass
        elif name not in _KINDS and (name not in _OUTSIDE or name in {"num", "heading", "layout"}):
            yield from _pieces(child)
        yield child.tail or ""

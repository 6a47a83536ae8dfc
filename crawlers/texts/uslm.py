"""The words of a United States bill, act or code title, in USLM or in the older bill DTD, as a tree of units.

Ids: section 230(c)(1)(A)(i) is sec_230/sub_c/par_1/subpar_A/cls_i; words that amend another law stand below as quo_1.
"""

import re
from collections.abc import Iterable, Iterator

from crawlers.files.reading import Element, local, words
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
_LABELS = {"num", "heading", "layout"}  # of what is no unit
_ROOTS = {"sec", "art", "tit", "prt", "chp"}
_LINES = {
    "p", "tr", "br", "li", "row", "listItem", "table", "caption", "figure", "referenceItem", "groupItem", "tocItem",
    "toc-entry", "list-item",
}  # fmt: skip
_CELLS = {"td", "th", "entry", "column"}
_STRUCK = {"deletedText", "deleted-phrase", "del"}


def units(root: Element) -> list[Unit]:
    """What is struck out in a reported bill is left out; the resolving clauses of a resolution come first."""
    places = [e for e in root if local(e) in _THROUGH or local(e) in _KINDS]
    return list(_children(places, True))


def section(one: Element) -> list[Unit]:
    """The same of one section of a larger document."""
    return list(_children([one], True))


def _children(parts: Iterable[Element], root: bool) -> Iterator[Unit]:
    for part in filter(_stands, parts):
        if local(part) in _KINDS:
            yield _unit(part, root)
        elif local(part) in _THROUGH:
            yield from _children(part, root)


def _stands(part: Element) -> bool:
    return part.get("changed") != "deleted" and local(part) not in _STRUCK


def _unit(part: Element, root: bool) -> Unit:
    kind = _KINDS[local(part)]
    number, heading = _first(part, "num", "enum"), _first(part, "heading", "header")
    unit = Unit(
        kind,
        number="" if number is None else _said(_pieces(number)).replace("\n", " ").rstrip("-— "),
        heading="" if heading is None else _said(_pieces(heading)).replace("\n", " ").rstrip(".—- "),
        root=root and kind in _ROOTS,
        key="" if number is None else _key(number),
    )
    said: list[str] = []
    for piece in _inside(part):
        if isinstance(piece, str):
            said.append(piece)
            continue
        unit.add(_said(said))
        said = [words(piece.find("{*}after-quoted-block"))]
        unit.children.append(_unit(piece, root and kind != "quo" and _is_part(piece, part)))
        if local(piece) == "quoted-block":
            _quote(unit.children[-1])
    unit.add(_said(said))
    return unit


def _quote(unit: Unit) -> None:
    """The marks around quoted law, which the older DTD leaves to the printer."""
    first = next((one for one in unit.all() if one.says()), unit)
    if first.number:
        first.number = f"“{first.number}"
    elif first.heading:
        first.heading = f"“{first.heading}"
    else:
        first.text = f"“{first.text}"
    unit.last().text += "”"


def _first(part: Element, *names: str) -> Element | None:
    return next((child for child in part if local(child) in names), None)


def _key(number: Element) -> str:
    """The number as data, else what stands in brackets; so (A) and (a) differ in both vocabularies."""
    value = number.get("value") or ""
    printed = re.match(r"\W*\((\w{1,7})\)", words(number))
    value = (value or (printed[1] if printed else "")).replace("–", "-")
    return value if re.fullmatch(r"[^\W_]+(?:-[^\W_]+)*", value) and len(value) < 12 else ""


def _is_part(piece: Element, whole: Element) -> bool:
    """Does it stand right below, and not within running words, as what an amendment puts into another law does?"""
    above = piece.getparent()
    return above is whole or (above is not None and local(above) in _THROUGH and _is_part(above, whole))


def _inside(part: Element) -> Iterator[str | Element]:
    """Words of a unit and the structures between them, each element a line of its own unless words stand around it."""
    quoted = {"toc"} if _KINDS.get(local(part)) == "quo" else set[str]()
    running = any((child.tail or "").strip() for child in part) or (part.text or "").strip()
    yield part.text or ""
    for child in part:
        name = local(child)
        if name in _KINDS and _stands(child):
            yield child
        elif (name not in _OUTSIDE or name in quoted) and _stands(child):
            yield "" if running else "\n"
            yield from _inside(child) if name in _THROUGH else _pieces(child)
        yield child.tail or ""


def _pieces(part: Element) -> Iterator[str | Element]:
    """Running words with the structures in them, without notes, one line a paragraph or table row."""
    yield part.text or ""
    for child in part:
        name = local(child)
        yield "\n" if name in _LINES else " | " if name in _CELLS else ""
        if name in _KINDS and _stands(child):
            yield child
        elif name not in _OUTSIDE - _LABELS and _stands(child) and child.get("class") != "footnoteRef":
            yield from (_pieces(child) if name != "quote" else ("“", *_pieces(child), "”"))
        yield child.tail or ""


def _said(pieces: Iterable[str | Element]) -> str:
    """The words as lines."""
    lines = "".join(piece for piece in pieces if isinstance(piece, str)).replace("\N{SOFT HYPHEN}", "").split("\n")
    return "\n".join(line for line in (" ".join(line.split()).strip("| ") for line in lines) if line)

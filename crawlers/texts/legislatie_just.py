"""Acts of the Portal Legislativ, Romania, as units."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.files.reading import Element
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit, slug

_UNITS = {
    "S_CRT": "bok", "S_PRT": "prt", "S_TTL": "tit", "S_CAP": "chp", "S_SEC": "sec", "S_SSC": "subsec", "S_ART": "art",
    "S_ALN": "par", "S_LIT": "pnt", "S_PCT": "pnt", "S_ANX": "annex", "S_LIN": "ind", "S_PRE": "preamble", "S_NTA": "note",
    "S_NTA_PAR": "note",
}  # fmt: skip
_LOOSE = {"S_PAR": "p"}  # paragraphs are units where they stand in none
_BLOCKS = {"br", "div", "li", "p", "table", "tr"}
_FOLDING = ("COLLAPSED", "_SHORT")
_CHANGED = re.compile(
    r"\s*\(la (\d\d-\d\d-\d{4}),\s"
)  # what changed the unit it stands in: "(la 21-07-2020, Litera c) a fost …)"
_REPEALED = re.compile(r"\(la (\d\d-\d\d-\d{4}), Actul a fost abrogat ", re.IGNORECASE)


def body(root: Element) -> Element | None:
    """The consolidated form where the page names it; none without articles."""
    found = root.find(".//div[@id='div_Formaconsolidata']")
    whole = root if found is None else found
    return None if whole.find(".//span[@class='S_ART']") is None else whole


def said(body: Element, name: str) -> str:
    """Of the heads of an act: S_DEN its kind, number and day, S_HDR what it is about, S_PUB where it was published."""
    found = body.find(f".//span[@class='{name}']")
    return "" if found is None else " ".join(lines(found))


def repealed(body: Element) -> str:
    """The day from which the whole act is repealed, as its notes say it; empty where they do not."""
    said = (_REPEALED.match(reading.words(span)) for span in body.iterfind(".//span[@class='S_PAR']"))
    return next((found[1] for found in said if found), "")


def units(element: Element, known: dict[str, str] | None = None) -> list[Unit]:
    """The nearest units below the element, in order."""
    kinds = known or _UNITS | _LOOSE
    found: list[Unit] = []
    for child in element:
        kind = _kind(child, kinds)
        found += [_unit(child, kind)] if kind else units(child, kinds)
    return found


def _kind(span: Element, kinds: dict[str, str]) -> str:
    noted = kinds and span.get("class") == "S_PAR" and _CHANGED.match(span.text or "")
    return "note" if noted else kinds.get(span.get("class", ""), "")


def _unit(span: Element, kind: str) -> Unit:
    """What a note quotes of another act are no units of this one."""
    name = span.get("class", "")
    if kind == "note":
        return Unit(kind, text="\n".join(_own(span, {})))
    unit = Unit(kind, root=kind in {"art", "annex"})
    for part in span:
        label = part.get("class", "")
        if label == f"{name}_TTL":
            unit.number = reading.words(part)
            base, _, raised = unit.number.partition("^")  # e^1 stands between e and f
            unit.key = f"{slug(base)}-{slug(raised)}" if raised else ""
        elif label == f"{name}_DEN":
            unit.heading = reading.words(part)
        elif not _kind(part, _UNITS) and not label.endswith(_FOLDING):
            unit.add("\n".join(_own(part, _UNITS)))
    if kind in _LOOSE.values():
        unit.text = "\n".join(_own(span, _UNITS))
    unit.children = units(span, _UNITS)
    return unit


def _own(element: Element, others: dict[str, str]) -> Iterator[str]:
    """Lines outside the units that stand in the element; references within a sentence belong to it."""
    yield from filter(None, (" ".join(line.split()) for line in "".join(_pieces(element, others)).split("\0")))


def _pieces(element: Element, others: dict[str, str]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        label = child.get("class", "")
        apart = child.tag in _BLOCKS or label in _UNITS or label in _LOOSE
        yield "\0" if apart else " " if child.tag in {"td", "th"} or label.endswith("_BDY") else ""
        if isinstance(child.tag, str) and not _kind(child, others) and not label.endswith(_FOLDING):
            yield from _pieces(child, others)
        yield "\0" if apart else ""
        yield child.tail or ""

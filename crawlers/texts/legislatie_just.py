"""Acts of the Portal Legislativ, Romania, as units."""

from collections.abc import Iterator

from lxml import etree

from crawlers.files import reading
from crawlers.texts.lines import lines
from crawlers.texts.outline import Unit

_UNITS = {
    "S_CRT": "bok", "S_PRT": "prt", "S_TTL": "tit", "S_CAP": "chp", "S_SEC": "sec", "S_SSC": "subsec", "S_ART": "art",
    "S_ALN": "par", "S_LIT": "pnt", "S_PCT": "pnt", "S_ANX": "annex", "S_LGI": "ind", "S_PRE": "preamble",
}  # fmt: skip


def body(root: etree._Element) -> etree._Element | None:
    """The consolidated form where the page names it; none without articles."""
    found = root.find(".//div[@id='div_Formaconsolidata']")
    whole = root if found is None else found
    return None if whole.find(".//span[@class='S_ART']") is None else whole


def name(body: etree._Element) -> str:
    """What the act is called, beside its number."""
    found = body.find(".//span[@class='S_DEN']")
    return "" if found is None else " ".join(lines(found))


def units(element: etree._Element) -> list[Unit]:
    """The nearest units below the element, in order."""
    found: list[Unit] = []
    for child in element:
        kind = _UNITS.get(child.get("class", ""))
        found += [_unit(child, kind)] if kind else units(child)
    return found


def _unit(span: etree._Element, kind: str) -> Unit:
    name = span.get("class", "")
    unit = Unit(kind, root=kind in {"art", "annex"}, children=units(span))
    for part in span:
        label = part.get("class", "")
        if label == f"{name}_TTL":
            unit.number = reading.words(part)
        elif label in {f"{name}_DEN", f"{name}_SHORT"}:
            unit.heading = reading.words(part) if label.endswith("DEN") else unit.heading
        elif label not in _UNITS:
            unit.add("\n".join(_own(part)))
    return unit


def _own(element: etree._Element) -> Iterator[str]:
    """Words outside the units that stand in the element."""
    pieces = [element.text or ""]
    for child in element:
        if child.get("class", "") not in _UNITS and "COLLAPSED" not in child.get("class", ""):
            pieces += _own(child)
        pieces.append(child.tail or "")
    yield from (line for line in (" ".join(piece.split()) for piece in pieces) if line)

"""Articles of a Brazilian norm as normas.leg.br gives them: parts within parts, each with its versions."""

from collections.abc import Iterator
from typing import Any

from crawlers.texts.outline import Unit
from crawlers.values import fields

_PARTS = {
    "prt": "prt", "liv": "bok", "tit": "tit", "cap": "chp", "sec": "sec", "sub": "subsec", "art": "art", "par": "par",
    "inc": "inc", "ali": "pnt", "ite": "itm", "anx": "annex",
}  # fmt: skip
_HOLD = {"prt", "bok", "tit", "chp", "sec", "subsec"}  # what they say is a heading


def units(part: dict[str, Any]) -> Iterator[Unit]:
    """A part as it stands now; the head of an article (cpt) is the article's own words, what is repealed is left out."""
    inner = [unit for below in fields.rows(part, "hasPart") for unit in units(below)]
    works = fields.rows(part, "workExample")
    standing = [work for work in works if not fields.text(work, "legislationLegalForce").endswith("NotInForce")]
    if works and not standing:
        return
    said = standing[-1] if standing else {}
    name, words = fields.text(said, "name") or fields.text(part, "name"), " ".join(fields.text(said, "text").split())
    place = fields.text(part, "legislationIdentifier").partition("!")[2].rpartition("_")[2]
    kind = _PARTS.get(place[:3], "")
    if kind in _HOLD:
        yield Unit(kind, number=name, heading=words, children=inner)
    elif kind:
        yield _own_words(Unit(kind, number=name, text=words, children=inner, root=kind == "art"))
    elif words:
        yield Unit("cpt" if place.startswith("cpt") else "p", text=words, children=inner)
    else:
        yield from inner


def _own_words(unit: Unit) -> Unit:
    heads = [child for child in unit.children if child.kind == "cpt"]
    unit.text = "\n".join(filter(None, (unit.text, *(head.text for head in heads))))
    unit.children = [below for child in unit.children for below in (child.children if child in heads else [child])]
    return unit

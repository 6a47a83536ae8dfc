"""Laws of France as ids, by their nature and printed numbers; those that a decision of the Conseil constitutionnel reviews or cites."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.matter import Link
from crawlers.parsing import Element
from crawlers.vocabulary import LinkKind

SERIES = {
    "LOI": "loi", "LOI_ORGANIQUE": "loi", "LOI_CONSTIT": "loi", "ORDONNANCE": "ordonnance", "DECRET": "decret",
    "DECRET_LOI": "decret", "CODE": "code",
}  # fmt: skip
_REVIEWS = {"DC", "QPC", "LP"}  # what the decision reviews, not only cites, is the law it names
_LAWS = {"LOI": "loi", "LOI_ORGANIQUE": "loi", "ORDONNANCE": "ordonnance", "DECRET": "decret"}
_PRINTED = re.compile(r"\d{2,4}-\d+")


def law(series: str, number: str, own: str) -> tuple[str, str]:
    """Id and printed number of a law, by that number where it has one, else by its own in the Journal officiel (`own`)."""
    printed = _PRINTED.fullmatch(number.strip())
    if printed:
        return ids.require(f"fr/{series}/{printed[0]}"), printed[0]
    return ids.require(f"fr/{'code' if series == 'code' else 'jorf'}/{ids.part(own)}"), ""


def laws(root: Element, nature: str) -> Iterator[Link]:
    """The law under review (LOI_DEF), and the laws whose numbers the decision refers to."""
    reviewed = root.find(".//LOI_DEF")
    number = "" if reviewed is None else reviewed.get("num") or ""
    if nature in _REVIEWS and _PRINTED.fullmatch(number):
        yield Link(kind=LinkKind.CHALLENGES, target=f"fr/loi/{number}")
    for link in root.iter("LIEN"):
        series, cited = _LAWS.get(link.get("naturetexte", "")), link.get("numtexte", "")
        if series and _PRINTED.fullmatch(cited) and cited != number:
            yield Link(kind=LinkKind.CITES, target=f"fr/{series}/{cited}")

"""Laws that a decision of the Conseil constitutionnel reviews or cites, by their ids."""

import re
from collections.abc import Iterator

from crawlers.matter import Link
from crawlers.parsing import Element
from crawlers.vocabulary import LinkKind

_REVIEWS = {"DC", "QPC", "LP"}  # what the decision reviews, not only cites, is the law it names
_LAWS = {"LOI": "loi", "LOI_ORGANIQUE": "loi", "ORDONNANCE": "ordonnance", "DECRET": "decret"}
_PRINTED = re.compile(r"\d{2,4}-\d+")


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

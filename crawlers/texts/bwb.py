"""Acts of the Basiswettenbestand, Netherlands: the shape of their XML, and their titles."""

from crawlers.files.reading import local, words
from crawlers.parsing import Element
from crawlers.texts import tree

SHAPE = tree.Shape(
    kinds={
        "boek": "bok", "deel": "prt", "titeldeel": "tit", "hoofdstuk": "chp", "afdeling": "div", "paragraaf": "sec",
        "sub-paragraaf": "subsec", "artikel": "art", "lid": "par", "li": "pnt", "bijlage": "annex", "divisie": "div",
        "circulaire.divisie": "div", "verdragtekst": "annex", "definitie-item": "pnt", "aanhef": "preamble",
        "enig-artikel": "art", "wetsluiting": "conclusions", "slotformulering": "conclusions",
    },
    numbers=frozenset({"label", "nr", "lidnr", "li.nr"}),
    headings=frozenset({"titel", "subtitel"}),
    unseen=frozenset({"meta-data", "redactionele-correcties", "bwb-inputbestand", "bwb-wijzigingen", "intitule", "citeertitel", "noot"}),
    heads=frozenset({"kop"}),
    breaks=dict.fromkeys(("row", "dagtekening", "ondertekening", "ondertekenaar"), tree.LINE) | {"entry": " | ", "al": " "},
)  # fmt: skip


def title(element: Element | None) -> str:
    """Its words without the metadata that stand inside."""
    if element is None:
        return ""
    inner = (f"{'' if local(child) == 'meta-data' else words(child)} {child.tail or ''}" for child in element)
    return " ".join(" ".join((element.text or "", *inner)).split())

"""Basiswettenbestand, Netherlands: a consolidated state (toestand) of an act, treaty or circular."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.files.reading import local, words
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import events, numbers, record, text
from crawlers.texts import outline, tree
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_SHAPE = tree.Shape(
    kinds={
        "boek": "bok", "deel": "prt", "titeldeel": "tit", "hoofdstuk": "chp", "afdeling": "div", "paragraaf": "sec",
        "sub-paragraaf": "subsec", "artikel": "art", "lid": "par", "li": "pnt", "bijlage": "annex", "divisie": "div",
        "circulaire.divisie": "div", "verdragtekst": "annex", "definitie-item": "pnt", "aanhef": "preamble",
        "enig-artikel": "art", "wetsluiting": "conclusions", "slotformulering": "conclusions",
    },
    numbers=frozenset({"label", "nr", "lidnr", "li.nr"}),
    headings=frozenset({"titel", "subtitel"}),
    unseen=frozenset({"meta-data", "redactionele-correcties", "bwb-inputbestand", "bwb-wijzigingen", "intitule", "citeertitel"}),
)  # fmt: skip
_ACTS = {"wet", "rijkswet", "verdrag", "grondwet"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    law = next((element for element in root.iter("wetgeving")), None)
    if not re.fullmatch(r"BWB[RVW]\d+", root.get("bwb-id", "")) or law is None:
        raise Unreadable("the XML is no toestand of the Basiswettenbestand: it has no bwb-id")
    day = dates.iso(root.get("inwerkingtreding"))
    intitule = law.find("intitule")
    signed = "" if intitule is None else dates.iso(intitule.get("ondertekening_bron"))
    published = "" if intitule is None else dates.iso(intitule.get("publicatie_bron"))
    gazette = "" if intitule is None else intitule.get("bron", "")
    sort = law.get("soort", "")
    yield record(
        response,
        source,
        f"bwb/{VERSION}",
        id=f"nl/bwb/{root.get('bwb-id')}",
        kind=Kind.ACT if sort.lower() in _ACTS else Kind.REGULATION,
        instrument=sort,
        title=_title(law.find("citeertitel")) or _title(intitule),
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://wetten.overheid.nl/{root.get('bwb-id')}",
        published=published or signed,
        events=events(
            response,
            (signed, EventKind.SIGNED),
            (published, EventKind.PUBLISHED),
            ("" if intitule is None else dates.iso(intitule.get("inwerking")), EventKind.IN_FORCE),
            (day, EventKind.APPLIES_FROM, "toestand"),
        ),
        identifiers=numbers(("printed", gazette)),
        texts=text(response, "nl", day, outline.provisions(tree.units(law, _SHAPE)), "application/xml"),
    )


def _title(element: Element | None) -> str:
    """Its words without the metadata that stand inside."""
    if element is None:
        return ""
    inner = (f"{'' if local(child) == 'meta-data' else words(child)} {child.tail or ''}" for child in element)
    return " ".join(" ".join((element.text or "", *inner)).split())

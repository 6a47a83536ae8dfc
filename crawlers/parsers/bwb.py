"""Basiswettenbestand, Netherlands: a consolidated state (toestand) of an act, treaty or circular."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers.parsing import Matter, Response, Source, Unreadable, dates, reading
from crawlers.record import events, numbers, record, worded
from crawlers.texts import bwb, tree
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 3

_ACTS = {"wet", "rijkswet", "verdrag", "grondwet"}


def parse(response: Response, source: Source) -> Iterator[Matter]:
    root = reading.xml(response.body)
    law = next((element for element in root.iter("wetgeving")), None)
    if not re.fullmatch(r"BWB[RVW]\d+", root.get("bwb-id", "")) or law is None:
        raise Unreadable("the XML is no toestand of the Basiswettenbestand: it has no bwb-id")
    day = dates.iso(root.get("inwerkingtreding"))
    said, sort = next(law.iterchildren("intitule"), etree.Element("intitule")), law.get("soort", "")
    cited, long = bwb.title(law.find("citeertitel")), bwb.title(said)
    signed, published = dates.iso(said.get("ondertekening_bron")), dates.iso(said.get("publicatie_bron"))
    yield record(
        id=f"nl/bwb/{root.get('bwb-id')}",
        kind=Kind.ACT if sort.lower() in _ACTS else Kind.REGULATION,
        instrument=sort,
        title=cited or long,
        summary=long if cited not in {"", long} else "",
        status=Status.ENACTED,
        status_as_of=day,
        url=f"https://wetten.overheid.nl/{root.get('bwb-id')}",
        published=published or signed,
        events=events(
            (signed, EventKind.SIGNED),
            (published, EventKind.PUBLISHED),
            (dates.iso(said.get("inwerking")), EventKind.IN_FORCE),
            (day, EventKind.APPLIES_FROM, "toestand"),
        ),
        identifiers=numbers(("printed", said.get("bron", ""))),
        texts=worded("nl", day, tree.units(law, bwb.SHAPE), "application/xml"),
    )

"""What a public law or a compilation of statutes of the United States says of itself in USLM."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Link
from crawlers.parsing import Element, Unreadable
from crawlers.places.us import congress
from crawlers.record import links
from crawlers.values import dates
from crawlers.vocabulary import LinkKind

_LAWS = {"public": ("plaw", "publ"), "private": ("pvtlaw", "pvtl")}


def numbered(root: Element) -> tuple[str, str]:
    """The id of public law 115-11 or of compilation 10510, and its package at govinfo."""
    number = reading.words(root.find("meta/docNumber"))
    chamber = reading.words(root.find("meta/congress"))
    file = next((reading.words(e) for e in root.iter("property") if e.get("role") == "fileId"), "")
    if root.tag == "statuteCompilation" and file:
        return f"us/comps/{ids.part(file)}", f"COMPS-{file}"
    if root.tag == "pLaw" and number and chamber:
        series, package = _LAWS.get(reading.words(root.find("meta/publicPrivate")), _LAWS["public"])
        law = ids.part(re.split("[-–]", number)[-1])
        return f"us/{series}/{ids.part(chamber)}/{law}", f"PLAW-{ids.part(chamber)}{package}{law}"
    raise Unreadable("the law has no number")


def approved(root: Element) -> str:
    """The day on which it became law."""
    said = (reading.words(e) for e in root.iter("actionDescription"))
    days = [reading.words(e) for e in root.iter("approvedDate")]
    days += [day for words in said if "pproved" in words for day in dates.inside(words)]
    return dates.iso(days[0]) if days else ""


def sources(root: Element) -> Iterator[Link]:
    """The bill that became this law; the law that a compilation compiles."""
    refs = (*root.iterfind(".//p/ref"), *root.iterfind(".//heading/ref"))
    bills = sorted({ref.get("href", "") for ref in refs}) if root.tag == "pLaw" else []
    for found in filter(None, (re.fullmatch(r"/us/bill/(\d+)/([a-z]+)/(\d+)", href) for href in bills)):
        yield from links(LinkKind.FOLLOWS, [congress.bill_id(found[1], found[2], found[3])])
    for cited in root.iterfind("meta/citableAs") if root.tag == "statuteCompilation" else ():
        if named := re.match(r"Public Law (\d+)[-–](\d+)$", reading.words(cited)):
            yield from links(LinkKind.RELATED, [f"us/plaw/{named[1]}/{named[2]}"])

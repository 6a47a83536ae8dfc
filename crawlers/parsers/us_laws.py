"""Public laws and compilations of statutes of the United States, in USLM."""

import re
from collections.abc import Iterator

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Link
from crawlers.parsers import us_code
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import congress
from crawlers.record import links, numbers, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1
ROOTS = {"pLaw", "statuteCompilation", "uscDoc"}

_LAWS = {"public": ("plaw", "publ"), "private": ("pvtlaw", "pvtl")}


def laws(root: Element, response: Response, source: Source) -> Iterator[Matter]:
    """One law; of a title of the Code, each section, which is what people cite."""
    if root.tag == "uscDoc":
        yield from us_code.sections(root, response, source)
    else:
        yield _law(root, response, source)


def _law(root: Element, response: Response, source: Source) -> Matter:
    id, package = _numbered(root)
    said = (reading.words(e) for e in root.iter("actionDescription"))
    approved = [reading.words(e) for e in root.iter("approvedDate")]
    approved += [day for words in said if "pproved" in words for day in dates.inside(words)]
    day = dates.iso(approved[0]) if approved else ""
    compiled = root.tag != "pLaw"
    as_of = dates.iso(reading.words(root.find("meta/processedDate"))[:10]) if compiled else day
    named = reading.words(root.find("meta/title"))
    title = named if compiled else named.partition(": ")[2] or named
    address = f"https://www.govinfo.gov/app/details/{package}"
    texts = us_code.text_of(root, f"{as_of or 'text'}.en", "", title, as_of, address, response)
    return record(
        response,
        source,
        f"us_laws/{VERSION}",
        id=id,
        kind=Kind.ACT,
        instrument=reading.words(root.find("meta/type")).lower() or "law",
        title=title,
        url=address,
        status=Status.IN_FORCE if compiled else Status.ENACTED,
        status_as_of=as_of,
        source_status=reading.words(root.find("meta/currentThroughPublicLaw")),
        published=day,
        events=timeline(response, [(day, EventKind.ENACTED, "Approved")]),
        texts=texts,
        links=tuple(_sources(root)),
        identifiers=numbers(*(("printed", reading.words(cited)) for cited in root.iterfind("meta/citableAs"))),
    )


def _numbered(root: Element) -> tuple[str, str]:
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


def _sources(root: Element) -> Iterator[Link]:
    """The bill that became this law; the law that a compilation compiles."""
    refs = (*root.iterfind(".//p/ref"), *root.iterfind(".//heading/ref"))
    bills = sorted({ref.get("href", "") for ref in refs}) if root.tag == "pLaw" else []
    for found in filter(None, (re.fullmatch(r"/us/bill/(\d+)/([a-z]+)/(\d+)", href) for href in bills)):
        yield from links(LinkKind.FOLLOWS, [congress.bill_id(found[1], found[2], found[3])])
    for cited in root.iterfind("meta/citableAs") if root.tag == "statuteCompilation" else ():
        if named := re.match(r"Public Law (\d+)[-–](\d+)$", reading.words(cited)):
            yield from links(LinkKind.RELATED, [f"us/plaw/{named[1]}/{named[2]}"])

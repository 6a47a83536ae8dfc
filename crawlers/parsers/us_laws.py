"""Public laws and compilations of statutes of the United States, in USLM."""

from collections.abc import Iterator

from crawlers.parsers import us_code
from crawlers.parsing import Element, Matter, Unreadable, dates, reading
from crawlers.places.us import law_xml
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import uslm
from crawlers.vocabulary import EventKind, Kind, Status


def laws(root: Element) -> Iterator[Matter]:
    """One law; of a title of the Code, each section, which is what people cite."""
    if root.tag == "uscDoc":
        yield from us_code.sections(root)
    elif root.tag in {"pLaw", "statuteCompilation"}:
        yield _law(root)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a bill nor a law of the United States")


def _law(root: Element) -> Matter:
    id, package = law_xml.numbered(root)
    day = law_xml.approved(root)
    compiled = root.tag != "pLaw"
    as_of = dates.iso(reading.words(root.find("meta/processedDate"))[:10]) if compiled else day
    title, official, short = law_xml.named(root)
    address = f"https://www.govinfo.gov/app/details/{package}"
    return record(
        id=id,
        kind=Kind.ACT,
        instrument=reading.words(root.find("meta/type")).lower() or "law",
        title=title,
        url=address,
        status=Status.IN_FORCE if compiled else Status.ENACTED,
        status_as_of=as_of,
        source_status=reading.words(root.find("meta/currentThroughPublicLaw")),
        published=day,
        events=timeline([*law_xml.passed(root), (day, EventKind.ENACTED, "Approved")]),
        texts=worded("en", as_of, uslm.units(root), "application/xml", title=title, url=address),
        links=tuple(law_xml.sources(root)),
        identifiers=numbers(*(("printed", reading.words(cited)) for cited in root.iterfind("meta/citableAs")), *short),
        summary=official,
    )

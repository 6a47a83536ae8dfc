"""Texts of bills, public laws, compilations and titles of the Code of the United States, in USLM and in the bill DTD."""

from crawlers.parsers import us_laws
from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, reading
from crawlers.places import bill_xml, congress
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import uslm
from crawlers.values.words import Words
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 4

_WORDS = Words("us_bills")


def parse(response: Response, source: Source) -> Finds:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in {"bill", "resolution", "amendment-doc"}:
        yield _bill(root)
    elif root.tag in us_laws.ROOTS:
        yield from us_laws.laws(root)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a bill nor a law of the United States")


def _bill(root: Element) -> Matter:
    number, series, key, version = bill_xml.cited(root)
    stage, status, kind = bill_xml.stage(root), _WORDS.status(version), _WORDS.event(version)
    if series in {"hres", "sres"} and version in {"ath", "ats", "eh", "es"}:
        status, kind = Status.PASSED, EventKind.ADOPTED
    day, words = bill_xml.latest(root)
    title, address = bill_xml.title(root), congress.address(number, series, key)
    facts = {"id": f"{version or 'text'}.en", "label": stage, "title": title, "url": address}
    texts = worded("en", day, uslm.units(root), "application/xml", **facts)
    return record(
        parser=f"us_bills/{VERSION}",
        id=congress.bill_id(number, series, key),
        kind=Kind.BILL,
        instrument=series,
        title=title,
        url=address,
        status=status,
        status_as_of=day,
        source_status=stage,
        events=timeline([] if words is None else [(day, kind, words)]),
        texts=texts,
        people=bill_xml.sponsors(root),
        identifiers=numbers(("printed", congress.printed(number, series, key)), *bill_xml.short(root)),
        missing=() if texts else ("texts",),
    )

"""Texts of bills, public laws, compilations and titles of the Code of the United States, in USLM and in the bill DTD."""

from crawlers.parsers import us_laws
from crawlers.parsing import Element, Finds, Matter, Response, Source, reading
from crawlers.places.us import bill_xml, congress
from crawlers.record import numbers, record, timeline, worded
from crawlers.texts import uslm
from crawlers.values.words import Words
from crawlers.vocabulary import Kind

VERSION = 9

_WORDS = Words("us_bills")


def parse(response: Response, source: Source) -> Finds:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag in {"bill", "resolution", "amendment-doc"}:
        yield _bill(root)
    else:
        yield from us_laws.laws(root)


def _bill(root: Element) -> Matter:
    number, series, key, version = bill_xml.cited(root)
    stage, code = bill_xml.stage(root), next(filter(_WORDS.knows, (f"{series} {version}", version)), version)
    title, day, address = bill_xml.title(root), bill_xml.latest(root)[0], congress.address(number, series, key)
    facts = {"id": f"{version or 'text'}.en", "label": stage, "title": title, "url": address}
    texts = worded("en", day, uslm.units(root), "application/xml", **facts)
    return record(
        parser=f"us_bills/{VERSION}",
        id=congress.bill_id(number, series, key),
        kind=Kind.BILL,
        instrument=series,
        title=title,
        url=address,
        status=_WORDS.status(code),
        status_as_of=day,
        source_status=stage,
        events=timeline(bill_xml.told(root, _WORDS.event(code))),
        texts=texts,
        people=bill_xml.sponsors(root),
        identifiers=numbers(("printed", congress.printed(number, series, key)), *bill_xml.short(root)),
        missing=() if texts else ("texts",),
    )

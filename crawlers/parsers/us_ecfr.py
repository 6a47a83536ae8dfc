"""Electronic Code of Federal Regulations: its parts, from whole titles or parts in the XML of ecfr.gov and govinfo."""

import re

from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, dates, ids, reading
from crawlers.record import links, numbers, record, worded
from crawlers.texts import ecfr
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    root = reading.xml(response.body)
    parts = [part for part in root.iter() if part.get("TYPE") == "PART"]
    named = re.search(r"title-?(\d+)", f"{response.url} {response.name}", re.IGNORECASE)
    title = next((one.get("N", "") for one in root.iter() if one.get("TYPE") == "TITLE"), named[1] if named else "")
    if not (parts and title):
        raise Unreadable(
            f"the XML begins with {root.tag} and holds no part of a title of the Code of Federal Regulations"
        )
    stated = re.search(r"/full/(\d{4}-\d{2}-\d{2})/", response.url)
    day = stated[1] if stated else dates.first(reading.words(next(root.iter("AMDDATE"), None)))
    yield from (_part(part, title, day) for part in parts)


def _part(part: Element, title: str, day: str) -> Matter:
    number, heading = part.get("N", ""), reading.words(part.find("HEAD"))
    if not number:
        raise Unreadable("a part has no number (N)")
    reserved = "[RESERVED]" in heading.upper()
    return record(
        id=f"us/cfr/{ids.part(title)}/{ids.part(number)}",
        kind=Kind.REGULATION,
        instrument="part of the Code",
        title=f"{title} CFR {heading[:1].upper()}{heading[1:]}" if heading else "",
        url=f"https://www.ecfr.gov/current/title-{title}/part-{number}",
        status=Status.UNKNOWN if reserved else Status.IN_FORCE,
        status_as_of=day,
        source_status="reserved" if reserved else "",
        texts=() if reserved else worded("en", day, ecfr.units(part), "application/xml", title=heading),
        links=links(LinkKind.PART_OF, [f"us/cfr/{ids.part(title)}"]),
        identifiers=numbers(("cfr", f"{title} CFR Part {number}")),
    )

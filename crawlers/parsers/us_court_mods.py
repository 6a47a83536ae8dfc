"""Cases with opinions of federal courts, from govinfo's descriptions (MODS) of its USCOURTS collection."""

from msgspec.structs import replace

from crawlers.courts import mods, names
from crawlers.courts.case import case
from crawlers.parsing import Element, Finds, Matter, Response, Source, Unreadable, dates, ids, reading
from crawlers.record import numbers, timeline
from crawlers.vocabulary import EventKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Finds:
    yield from map(_case, reading.listed(response.body, "modsCollection", "mods"))


def _case(root: Element) -> Matter:
    number, court = mods.said(root, "caseNumber"), mods.said(root, "courtCode")
    if not number or not court:
        raise Unreadable("the description names neither a court nor a case number")
    padded, name = (f"{ids.part(court)}/{ids.part(each)}" for each in (number, names.docket(number)))
    orders = list(mods.orders(root))
    issued = dates.iso(reading.words(root.find("originInfo/dateIssued"))[:10])
    day = max((event.date for event, _ in orders), default=issued)
    pages = (reading.words(u) for u in root.iterfind("location/url") if u.get("displayLabel") == "Content Detail")
    package = reading.words(root.find("recordInfo/recordIdentifier"))
    matter = case(
        name,
        number,
        instrument=mods.said(root, "caseType"),
        title=reading.words(root.find("titleInfo/title")),
        url=f"https://www.govinfo.gov/app/details/{package}" if package else next(pages, ""),
        status=Status.PENDING,
        status_as_of=day,
        source_status=mods.said(root, "natureSuit"),
        events=tuple(dict.fromkeys(event for event, _ in orders)) or timeline([(day, EventKind.PUBLISHED, "Issued")]),
        texts=tuple(text for _, texts in orders for text in texts),
        people=tuple(dict.fromkeys(mods.parties(root))),
        identifiers=numbers(("govinfo", package), *(("docket", one) for one in mods.cited(root) if one != number)),
    )
    return matter if padded == name else replace(matter, aliases=(f"us/{padded}", *matter.aliases))

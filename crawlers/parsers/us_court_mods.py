"""Cases with opinions of federal courts, from govinfo's descriptions (MODS) of its USCOURTS collection."""

from collections.abc import Iterator

from msgspec.structs import replace

from crawlers import ids
from crawlers.courts import names
from crawlers.courts.case import case
from crawlers.files import reading
from crawlers.matter import Event, Person, Text
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.record import linked, numbers, people, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag not in {"mods", "modsCollection"}:
        raise Unreadable(f"the XML begins with {root.tag}, not with mods")
    for mods in [root] if root.tag == "mods" else root.iterfind("mods"):
        yield _case(mods, response, source)


def _case(mods: Element, response: Response, source: Source) -> Matter:
    number, court = _said(mods, "caseNumber"), _said(mods, "courtCode")
    if not number or not court:
        raise Unreadable("the description names neither a court nor a case number")
    padded, name = (f"{ids.part(court)}/{ids.part(each)}" for each in (number, names.docket(number)))
    orders = list(_orders(mods, response))
    issued = dates.iso(reading.words(mods.find("originInfo/dateIssued"))[:10])
    day = max((event.date for event, _ in orders), default=issued)
    pages = (reading.words(u) for u in mods.iterfind("location/url") if u.get("displayLabel") == "Content Detail")
    package = reading.words(mods.find("recordInfo/recordIdentifier"))
    matter = case(
        name,
        number,
        response,
        source,
        f"us_court_mods/{VERSION}",
        instrument=_said(mods, "caseType"),
        title=reading.words(mods.find("titleInfo/title")),
        url=f"https://www.govinfo.gov/app/details/{package}" if package else next(pages, ""),
        status=Status.PENDING,
        status_as_of=day,
        source_status=_said(mods, "natureSuit"),
        events=tuple(dict.fromkeys(event for event, _ in orders))
        or timeline(response, [(day, EventKind.PUBLISHED, "Issued")]),
        texts=tuple({text.id: text for _, texts in orders for text in texts}.values()),
        people=tuple(dict.fromkeys(_parties(mods))),
        identifiers=numbers(("govinfo", package), *(("docket", one) for one in _cited(mods) if one != number)),
    )
    return matter if padded == name else replace(matter, aliases=(f"us/{padded}", *matter.aliases))


def _said(mods: Element, name: str) -> str:
    return next((reading.words(e) for e in mods.iter(name) if reading.words(e)), "")


def _orders(mods: Element, response: Response) -> Iterator[tuple[Event, tuple[Text, ...]]]:
    """Each opinion or order of the case, a constituent of the package, with its day."""
    for item in mods.iterfind("relatedItem[@type='constituent']"):
        day = dates.iso((_said(item, "dateIssued") or _said(item, "dateFiled"))[:10])
        label = _said(item, "subTitle") or reading.words(item.find("titleInfo/title")) or "Opinion"
        url = next((reading.words(u) for u in item.iter("url") if reading.words(u).endswith(".pdf")), "")
        id = f"{ids.part(_said(item, 'accessId') or item.get('ID') or f'{day}-order')}.en"
        for event in timeline(response, [(day, EventKind.ORDER, label, url)]):
            yield event, linked(response, "en", day, url, "application/pdf", id=id, label=label)


def _parties(mods: Element) -> Iterator[Person]:
    for party in mods.iterfind("extension/party"):
        yield from people((party.get("role") or "party").lower(), [party.get("fullName", "").strip()])


def _cited(mods: Element) -> Iterator[str]:
    for cited in mods.iterfind("identifier"):
        if cited.get("type") == "preferred citation":
            yield from (value.strip() for value in reading.words(cited).split(";"))

"""Cases with opinions of federal courts, from govinfo's descriptions (MODS) of its USCOURTS collection."""

from collections.abc import Iterator

from crawlers import ids
from crawlers.courts import names
from crawlers.files import reading
from crawlers.matter import Event, Person, Text
from crawlers.parsing import Element, Found, Matter, Response, Source, Unreadable
from crawlers.record import numbers, people, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag not in {"mods", "modsCollection"}:
        raise Unreadable(f"the XML begins with {root.tag}, not with mods")
    for mods in [root] if root.tag == "mods" else root.iterfind("mods"):
        yield _case(mods, response, source)


def _case(mods: Element, response: Response, source: Source) -> Matter:
    number = _said(mods, "caseNumber")
    court = _said(mods, "courtCode")
    if not number or not court:
        raise Unreadable("the description names neither a court nor a case number")
    padded, id = (f"us/{ids.part(court)}/{ids.part(each)}" for each in (number, names.docket(number)))
    title = reading.words(mods.find("titleInfo/title"))
    orders = list(_orders(mods, response))
    issued = dates.iso(reading.words(mods.find("originInfo/dateIssued"))[:10])
    day = max((event.date for event, _ in orders), default=issued)
    pages = (reading.words(u) for u in mods.iterfind("location/url") if u.get("displayLabel") == "Content Detail")
    package = reading.words(mods.find("recordInfo/recordIdentifier"))
    return record(
        response,
        source,
        f"us_court_mods/{VERSION}",
        id=id,
        aliases=tuple(alias for alias in (padded, f"us-court/{id.removeprefix('us/')}") if alias != id),
        kind=Kind.CASE,
        instrument=_said(mods, "caseType"),
        title=title or number,
        url=f"https://www.govinfo.gov/app/details/{package}" if package else next(pages, ""),
        status=Status.PENDING,
        status_as_of=day,
        source_status=_said(mods, "natureSuit"),
        events=tuple(dict.fromkeys(event for event, _ in orders))
        or timeline(response, [(day, EventKind.PUBLISHED, "Issued")]),
        texts=tuple({text.id: text for _, text in orders if text}.values()),
        people=tuple(dict.fromkeys(_parties(mods))),
        identifiers=numbers(
            ("docket", f"No. {number}"),
            ("govinfo", package),
            *(("docket", one) for one in _cited(mods) if one != number),
        ),
    )


def _said(mods: Element, name: str) -> str:
    return next((reading.words(e) for e in mods.iter(name) if reading.words(e)), "")


def _orders(mods: Element, response: Response) -> Iterator[tuple[Event, Text | None]]:
    """Each opinion or order of the case, a constituent of the package."""
    for item in mods.iterfind("relatedItem"):
        day = dates.iso((_said(item, "dateIssued") or _said(item, "dateFiled"))[:10])
        if item.get("type") != "constituent" or not day:
            continue
        label = _said(item, "subTitle") or reading.words(item.find("titleInfo/title")) or "Opinion"
        url = next((reading.words(u) for u in item.iter("url") if reading.words(u).endswith(".pdf")), "")
        name = ids.part(_said(item, "accessId") or item.get("ID") or f"{day}-order")
        event = Event(date=day, kind=EventKind.ORDER, label=label, url=url, snapshot=response.snapshot)
        yield event, Text(
            id=f"{name}.en", label=label, date=day, language="en", url=url, media_type="application/pdf", snapshot=response.snapshot
        ) if url else None  # fmt: skip


def _parties(mods: Element) -> Iterator[Person]:
    for party in mods.iterfind("extension/party"):
        yield from people((party.get("role") or "party").lower(), [party.get("fullName", "").strip()])


def _cited(mods: Element) -> Iterator[str]:
    for cited in mods.iterfind("identifier"):
        if cited.get("type") == "preferred citation":
            yield from (value.strip() for value in reading.words(cited).split(";"))

"""Legislation of the United Kingdom: whole acts, and fragments of them."""

import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Text
from crawlers.record import record
from crawlers.response import Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import clml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_SECONDARY = {"uksi", "ssi", "wsi", "nisr", "ukdsi", "sdsi", "nidsr", "uksro", "nisro", "ukci", "ukmd", "ukmo", "nisi"}
WORK = re.compile(r"legislation\.gov\.uk/(?:id/)?([a-z]{2,6})/((?:[A-Za-z]+\d*(?:and\d+)?/)*?[\w-]+)/(\d+)(?=/|$)")
_DAY = re.compile(r"/(\d{4}-\d{2}-\d{2})(?=/|$)")
_DATES = (
    ("EnactmentDate", EventKind.ENACTED),
    ("Made", EventKind.SIGNED),
    ("Laid", EventKind.INTRODUCED),
    ("DateTime", EventKind.IN_FORCE),
)


def id(found: re.Match[str]) -> str:
    return f"uk/{found[1]}/{'/'.join(ids.part(part) for part in found[2].split('/'))}/{found[3]}"


def law(root: etree._Element, address: str, response: Response, source: Source) -> Matter:
    found = WORK.search(address)
    if not found:
        raise Unreadable(f"{address!r} is no address of a piece of legislation")
    language = _language(root, address)
    whole = root.tag == "Legislation"
    title = reading.words(root.find("Metadata/title")) if whole else ""
    dated = _DAY.search(address)
    day = dated[1] if dated else root.get("RestrictStartDate", "") or reading.words(root.find("Metadata/valid"))
    label = next((word for word in ("enacted", "made", "prospective") if f"/{word}" in address), "") or (
        "" if whole else address.partition(found[0])[2].strip("/")
    )
    provisions = outline.provisions(clml.units(root))
    name = f"{dates.iso(day[:10]) or label or 'text'}" if whole else f"{ids.part(label or root.tag)}"
    text = Text(
        id=f"{ids.part(name)}.{language}", label=label, title=title, date=dates.iso(day[:10]), language=language,
        url=address.replace("http://", "https://", 1), media_type="application/xml", snapshot=response.snapshot,
        provisions=provisions,
    )  # fmt: skip
    numbers = tuple(Identifier(scheme="isbn", value=e.get("Value", "")) for e in root.iter("ISBN") if e.get("Value"))
    status = root.get("Status", "") or next((e.get("Value", "") for e in root.iter("DocumentStatus")), "")
    events = tuple(_events(root, response))
    summary = reading.words(root.find("Metadata/description"))
    return matter(
        id(found),
        found,
        title,
        "",
        status,
        events,
        (text,) if provisions else (),
        (),
        summary,
        response,
        source,
        language,
        numbers,
    )


def _language(root: etree._Element, address: str) -> str:
    stated = root.get("{http://www.w3.org/XML/1998/namespace}lang") or reading.words(root.find("Metadata/language"))
    return "cy" if "/welsh" in address or stated.lower().startswith("cy") else "en"


def _events(root: etree._Element, response: Response) -> Iterator[Event]:
    for name, kind in _DATES:
        for e in root.iterfind(f"Metadata//{name}"):
            stated = e.get("Date") or e.get("DateTime") or ""
            if day := dates.iso(stated[:10]):
                yield Event(date=day, kind=kind, label=name, snapshot=response.snapshot)


def matter(
    id: str, found: re.Match[str], title: str, day: str, said: str, events: tuple[Event, ...], texts: tuple[Text, ...],
    links: tuple[Link, ...], summary: str, response: Response, source: Source, language: str = "en",
    identifiers: tuple[Identifier, ...] = (),
) -> Matter:  # fmt: skip
    secondary, draft = found[1] in _SECONDARY, "d" in found[1][-3:-1] and found[1] in {"ukdsi", "sdsi", "nidsr"}
    published = day or next((event.date for event in events), "")
    shown = (Event(date=day, kind=EventKind.PUBLISHED, snapshot=response.snapshot),) if day else ()
    return record(
        response,
        source,
        f"uk_legislation_act/{VERSION}",
        language=language,
        id=id,
        kind=Kind.REGULATION if secondary else Kind.ACT,
        instrument=found[1],
        title=title,
        url=f"https://www.legislation.gov.uk/{found[1]}/{found[2]}/{found[3]}",
        status=_status(said, draft, texts),
        status_as_of=max([text.date for text in texts] + [published], default=""),
        source_status=said,
        published=published,
        events=tuple(dict.fromkeys((*events, *shown))),
        texts=texts,
        links=links,
        identifiers=identifiers,
        summary=summary,
    )


def _status(said: str, draft: bool, texts: tuple[Text, ...]) -> Status:
    """A revised text is the law in force on its day; "Prospective" is not yet in force; a feed alone says only enacted."""
    if draft:
        return Status.PROPOSED
    if said.lower() == "prospective":
        return Status.ENACTED
    if said.lower() == "repealed":
        return Status.REPEALED
    return Status.IN_FORCE if said.lower() == "revised" or any(text.date for text in texts) else Status.ENACTED

"""Legislation of the United Kingdom: whole acts, and fragments of them."""

import re
from collections.abc import Iterator
from typing import Unpack

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.record import Facts, Told, numbers, record, text, timeline
from crawlers.texts import clml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

_SECONDARY = {"uksi", "ssi", "wsi", "nisr", "ukdsi", "sdsi", "nidsr", "uksro", "nisro", "ukci", "ukmd", "ukmo", "nisi"}
WORK = re.compile(r"legislation\.gov\.uk/(?:id/)?([a-z]{2,6})/((?:[A-Za-z]+\d*(?:and\d+)?/)*?[\w-]+)/(\d+)(?=/|$)")
_DRAFTS = {"ukdsi", "sdsi", "nidsr"}
_DAY = re.compile(r"/(\d{4}-\d{2}-\d{2})(?=/|$)")
_DATES = (
    ("EnactmentDate", EventKind.ENACTED),
    ("Made", EventKind.SIGNED),
    ("Laid", EventKind.INTRODUCED),
    ("DateTime", EventKind.IN_FORCE),
)


def id(found: re.Match[str]) -> str:
    return f"uk/{found[1]}/{'/'.join(ids.part(part) for part in found[2].split('/'))}/{found[3]}"


def law(root: Element, address: str, response: Response, source: Source) -> Matter:
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
    name = f"{dates.iso(day[:10]) or label or 'text'}" if whole else f"{ids.part(label or root.tag)}"
    texts = text(
        response, language, dates.iso(day[:10]), outline.provisions(clml.units(root)), "application/xml",
        id=f"{ids.part(name)}.{language}", label=label, title=title, url=address.replace("http://", "https://", 1),
    )  # fmt: skip
    status = root.get("Status", "") or next((e.get("Value", "") for e in root.iter("DocumentStatus")), "")
    return matter(
        found,
        response,
        source,
        language=language,
        title=title,
        source_status=status,
        events=tuple(dict.fromkeys(timeline(response, _told(root)))),
        texts=texts,
        identifiers=numbers(*(("isbn", e.get("Value", "")) for e in root.iter("ISBN"))),
        summary=reading.words(root.find("Metadata/description")),
    )


def _language(root: Element, address: str) -> str:
    stated = root.get("{http://www.w3.org/XML/1998/namespace}lang") or reading.words(root.find("Metadata/language"))
    return "cy" if "/welsh" in address or stated.lower().startswith("cy") else "en"


def _told(root: Element) -> Iterator[Told]:
    for name, kind in _DATES:
        for e in root.iterfind(f"Metadata//{name}"):
            yield dates.iso((e.get("Date") or e.get("DateTime") or "")[:10]), kind, name


def matter(found: re.Match[str], response: Response, source: Source, **facts: Unpack[Facts]) -> Matter:
    """The act at an address, with what a file or a feed says of it."""
    series, texts = found[1], facts.get("texts", ())
    published = next((event.date for event in facts.get("events", ())), "")
    told: Facts = {
        "id": id(found),
        "kind": Kind.REGULATION if series in _SECONDARY else Kind.ACT,
        "instrument": series,
        "url": f"https://www.legislation.gov.uk/{series}/{found[2]}/{found[3]}",
        "status": _status(facts.get("source_status", ""), series in _DRAFTS, texts),
        "status_as_of": max([text.date for text in texts] + [published], default=""),
        "published": published,
        **facts,
    }
    return record(response, source, f"uk_legislation_act/{VERSION}", **told)


def _status(said: str, draft: bool, texts: tuple[Text, ...]) -> Status:
    """A revised text is the law in force on its day; "Prospective" is not yet in force; a feed alone says only enacted."""
    if draft:
        return Status.PROPOSED
    if said.lower() == "prospective":
        return Status.ENACTED
    if said.lower() == "repealed":
        return Status.REPEALED
    return Status.IN_FORCE if said.lower() == "revised" or any(text.date for text in texts) else Status.ENACTED

"""Legislation of the United Kingdom: whole acts, fragments of them, and the Atom feeds of legislation.gov.uk."""

import logging
import re
from collections.abc import Iterator

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Text
from crawlers.record import record
from crawlers.response import Declared, Found, Request, Response, Skipped, Unreadable
from crawlers.sources import Source
from crawlers.texts import clml, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1

_SECONDARY = {"uksi", "ssi", "wsi", "nisr", "ukdsi", "sdsi", "nidsr", "uksro", "nisro", "ukci", "ukmd", "ukmo", "nisi"}
_WORK = re.compile(r"legislation\.gov\.uk/(?:id/)?([a-z]{2,6})/((?:[A-Za-z]+\d*(?:and\d+)?/)*?[\w-]+)/(\d+)(?=/|$)")
_DAY = re.compile(r"/(\d{4}-\d{2}-\d{2})(?=/|$)")
_DATES = (
    ("EnactmentDate", EventKind.ENACTED),
    ("Made", EventKind.SIGNED),
    ("Laid", EventKind.INTRODUCED),
    ("DateTime", EventKind.IN_FORCE),
)
_log = logging.getLogger(__name__)


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "feed":
        yield from _feed(root, response, source)
    elif address := root.get("DocumentURI") or next(
        (e.get("DocumentURI", "") for e in root.iter() if e.get("DocumentURI")), ""
    ):
        yield _law(root, address, response, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag} and names no piece of legislation (DocumentURI)")


def _feed(root: etree._Element, response: Response, source: Source) -> Iterator[Found]:
    """Entries of a list are acts, entries of changes are amendments of one act by another."""
    if total := reading.words(root.find("totalResults")):
        yield Declared(int(total)) if total.isdigit() else Skipped("a total that is no number")
    for entry in root.iterfind("entry"):
        effect = entry.find("content/Effect")
        if effect is not None:
            yield from _effect(effect, response, source)
            continue
        address = reading.words(entry.find("id"))
        found = _WORK.search(address)
        if not found:
            yield Skipped("an entry names no piece of legislation")
            continue
        title, day = reading.words(entry.find("title")), dates.iso(reading.words(entry.find("published"))[:10])
        yield _matter(
            _id(found), found, title, day, "listed", (), (), (), reading.words(entry.find("summary")), response, source
        )
        if source.options.get("texts") == "yes":
            yield Request(url=f"https://www.legislation.gov.uk/{found[1]}/{found[2]}/{found[3]}/data.xml")
    following = next((e.get("href", "") for e in root.iterfind("link") if e.get("rel") == "next"), "")
    if following:
        yield Request(url=following.replace("http://", "https://", 1))


def _effect(effect: etree._Element, response: Response, source: Source) -> Iterator[Matter]:
    affected, affecting = (_WORK.search(effect.get(name, "")) for name in ("AffectedURI", "AffectingURI"))
    if affected and affecting:
        title = reading.words(effect.find("AffectingTitle"))
        link = Link(kind=LinkKind.AMENDS, target=_id(affected))
        made = [dates.iso(e.get("Date", "")) for e in effect.iter("InForce")]
        events = tuple(
            Event(date=day, kind=EventKind.IN_FORCE, label=effect.get("Type", ""), snapshot=response.snapshot)
            for day in dict.fromkeys(made)
            if day
        )
        yield _matter(
            _id(affecting), affecting, title, "", effect.get("Type", ""), events, (), (link,), "", response, source
        )


def _id(found: re.Match[str]) -> str:
    return f"uk/{found[1]}/{'/'.join(ids.part(part) for part in found[2].split('/'))}/{found[3]}"


def _law(root: etree._Element, address: str, response: Response, source: Source) -> Matter:
    found = _WORK.search(address)
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
    return _matter(
        _id(found),
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


def _matter(
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
        f"uk_legislation/{VERSION}",
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

"""Laws, acts and sections of the Code of the District of Columbia, in the XML of the Council."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Event, Identifier, Link, Matter, Text
from crawlers.record import numbers, record
from crawlers.response import Aside, Found, Request, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts import dc, outline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, LinkKind, Status

VERSION = 1


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "section":
        yield _section(root, response, source)
    elif root.tag == "document":
        yield _document(root, response, source)
    elif root.tag in {"collection", "library", "container"}:
        names = [part.get("href", "").removeprefix("./") for part in root.iter("include") if part.get("href")]
        yield Aside(f"the file only lists {len(names):,} others by name, and holds no law itself")
        for name in names if response.url else ():
            yield Request(url=urljoin(response.url, name))
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a law nor a section of the Code")


def _section(root: etree._Element, response: Response, source: Source) -> Matter:
    number = reading.words(root.find("num"))
    if not number:
        raise Unreadable("the section has no number")
    heading = reading.words(root.find("heading"))
    changes = [reading.words(a) for a in root.iter("annotation") if a.get("type") == "History"]
    reason = reading.words(root.find("reason"))
    repealed = bool(re.search(r"(?i)\b(repealed|omitted|expired|transferred)", f"{reason} {heading}"))
    events = tuple(_history(changes, response))
    address = f"https://code.dccouncil.gov/us/dc/council/code/sections/{number}"
    day = max((event.date for event in events), default="")
    return record(
        response,
        source,
        f"us_dc/{VERSION}",
        id=f"us-dc/code/{ids.part(number)}",
        kind=Kind.ACT,
        instrument="section of the Code",
        title=f"D.C. Code § {number}. {heading}",
        url=address,
        status=Status.REPEALED if repealed else Status.IN_FORCE,
        status_as_of=day,
        source_status=reason or heading,
        events=events,
        texts=_texts([root], "", heading, address, response),
        links=tuple(_amended(root)),
        identifiers=numbers(("printed", f"D.C. Code § {number}")),
    )


def _history(changes: list[str], response: Response) -> Iterator[Event]:
    for change in dict.fromkeys(changes):
        for day in dates.inside(change)[:1]:
            yield Event(date=day, kind=EventKind.AMENDED, label=change, snapshot=response.snapshot)


def _amended(root: etree._Element) -> list[Link]:
    laws = {a.get("doc", "") for a in root.iter("annotation") if a.get("type") == "History"}
    found = [re.match(r"D\.C\. Law (\d+-\d+\w?)$", law) for law in sorted(laws)]
    return [Link(kind=LinkKind.RELATED, target=f"us-dc/law/{match[1]}") for match in found if match]


def _document(root: etree._Element, response: Response, source: Source) -> Matter:
    num = root.find("num")
    number = reading.words(num)
    series = "act" if (num is not None and num.get("type") == "act") or "Act" in root.get("id", "") else "law"
    if not number:
        raise Unreadable("the document has no number")
    effective = dates.iso(reading.words(root.find("meta/effective")))
    title = next((reading.words(h) for h in root.iterfind("heading") if reading.words(h)), "")
    address = f"https://code.dccouncil.gov/us/dc/council/{series}s/{number}"
    return record(
        response,
        source,
        f"us_dc/{VERSION}",
        id=f"us-dc/{series}/{ids.part(number)}",
        kind=Kind.ACT,
        instrument=series,
        title=title,
        url=address,
        status=Status.ENACTED if series == "act" or not effective else Status.IN_FORCE,
        status_as_of=effective,
        source_status="effective" if effective else series,
        events=tuple(_life(root, effective, response)),
        texts=_texts([root], effective, title, address, response),
        links=tuple(_bill(root)),
        identifiers=tuple(
            Identifier(scheme="printed", value=reading.words(c)) for c in root.iterfind("meta/citations/citation")
        ),
        summary=reading.words(root.find("meta/history/narrative")) or reading.words(root.find("meta/history/summary")),
    )


def _life(root: etree._Element, effective: str, response: Response) -> Iterator[Event]:
    told = [
        (EventKind.IN_FORCE, effective, "effective"),
        (EventKind.INTRODUCED, reading.words(root.find("meta/introduced")), "introduced"),
    ]
    told += [(EventKind.ENACTED, reading.words(e), "enacted") for e in root.iterfind("meta/history/enacted")]
    told += [
        (EventKind.VOTE, vote.get("date", ""), vote.get("reading", "vote"))
        for vote in root.iterfind("meta/history/vote")
    ]
    for kind, words, label in told:
        if day := dates.iso(words):
            yield Event(date=day, kind=kind, label=label, snapshot=response.snapshot)


def _bill(root: etree._Element) -> list[Link]:
    history = root.find("meta/history")
    found = re.search(r"/Legislation/(B\d+-\d+)", "" if history is None else history.get("url", ""))
    return [Link(kind=LinkKind.FOLLOWS, target=f"us-dc/bill/{found[1]}")] if found else []


def _texts(parts: list[etree._Element], day: str, title: str, address: str, response: Response) -> tuple[Text, ...]:
    units = [dc.of_part(parts[0], 0, True)] if parts[0].tag == "section" else list(dc.children(parts[0], 0, True))
    provisions = outline.provisions(units)
    text = Text(
        id=f"{day or 'text'}.en", title=title, date=day, language="en", url=address, media_type="application/xml",
        snapshot=response.snapshot, provisions=provisions,
    )  # fmt: skip
    return (text,) if provisions else ()

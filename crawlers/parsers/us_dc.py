"""Laws, acts and sections of the Code of the District of Columbia, in the XML of the Council."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Text
from crawlers.parsing import Aside, Element, Found, Matter, Request, Response, Source, Unreadable
from crawlers.record import Told, links, numbers, record, text, timeline
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


def _section(root: Element, response: Response, source: Source) -> Matter:
    number = reading.words(root.find("num"))
    if not number:
        raise Unreadable("the section has no number")
    heading = reading.words(root.find("heading"))
    changes = [reading.words(a) for a in root.iter("annotation") if a.get("type") == "History"]
    reason = reading.words(root.find("reason"))
    repealed = bool(re.search(r"(?i)\b(repealed|omitted|expired|transferred)", f"{reason} {heading}"))
    events = timeline(
        response,
        ((day, EventKind.AMENDED, change) for change in dict.fromkeys(changes) for day in dates.inside(change)[:1]),
    )
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
        texts=_texts(root, "", heading, address, response),
        links=links(LinkKind.RELATED, _amending(root)),
        identifiers=numbers(("printed", f"D.C. Code § {number}")),
    )


def _amending(root: Element) -> Iterator[str]:
    laws = {a.get("doc", "") for a in root.iter("annotation") if a.get("type") == "History"}
    found = (re.match(r"D\.C\. Law (\d+-\d+\w?)$", law) for law in sorted(laws))
    return (f"us-dc/law/{match[1]}" for match in found if match)


def _document(root: Element, response: Response, source: Source) -> Matter:
    num = root.find("num")
    number = reading.words(num)
    series = "act" if (num is not None and num.get("type") == "act") or "Act" in root.get("id", "") else "law"
    if not number:
        raise Unreadable("the document has no number")
    effective, history = dates.iso(reading.words(root.find("meta/effective"))), root.find("meta/history")
    bill = re.search(r"/Legislation/(B\d+-\d+)", "" if history is None else history.get("url", ""))
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
        events=timeline(response, _told(root, effective)),
        texts=_texts(root, effective, title, address, response),
        links=links(LinkKind.FOLLOWS, [f"us-dc/bill/{bill[1]}"] if bill else []),
        identifiers=numbers(*(("printed", reading.words(cited)) for cited in root.iterfind("meta/citations/citation"))),
        summary=reading.words(root.find("meta/history/narrative")) or reading.words(root.find("meta/history/summary")),
    )


def _told(root: Element, effective: str) -> Iterator[Told]:
    yield effective, EventKind.IN_FORCE, "effective"
    yield dates.iso(reading.words(root.find("meta/introduced"))), EventKind.INTRODUCED, "introduced"
    for enacted in root.iterfind("meta/history/enacted"):
        yield dates.iso(reading.words(enacted)), EventKind.ENACTED, "enacted"
    for vote in root.iterfind("meta/history/vote"):
        yield dates.iso(vote.get("date", "")), EventKind.VOTE, vote.get("reading", "vote")


def _texts(part: Element, day: str, title: str, address: str, response: Response) -> tuple[Text, ...]:
    units = [dc.of_part(part, 0, True)] if part.tag == "section" else list(dc.children(part, 0, True))
    return text(response, "en", day, outline.provisions(units), "application/xml", title=title, url=address)

"""Laws, acts and sections of the Code of the District of Columbia, in the XML of the Council."""

from urllib.parse import urljoin

from crawlers.matter import Text
from crawlers.parsing import Aside, Element, Finds, Matter, Request, Response, Source, Unreadable, dates, ids, reading
from crawlers.places.us import columbia
from crawlers.record import links, numbers, record, timeline, worded
from crawlers.texts import dc
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 2
_SUMMARIES = (
    "meta/history/summary",
    "meta/history/narrative",
    "heading[@type='long']",
)  # the first that says something


def parse(response: Response, source: Source) -> Finds:
    root = reading.without_namespaces(reading.xml(response.body))
    if root.tag == "section":
        yield _section(root)
    elif root.tag == "document":
        yield _document(root)
    elif root.tag in {"collection", "library", "container"}:
        names = [part.get("href", "").removeprefix("./") for part in root.iter("include") if part.get("href")]
        yield Aside(f"the file only lists {len(names):,} others by name, and holds no law itself")
        for name in names if response.url else ():
            yield Request(url=urljoin(response.url, name))
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a law nor a section of the Code")


def _section(root: Element) -> Matter:
    number = reading.words(root.find("num"))
    if not number:
        raise Unreadable("the section has no number")
    heading, reason = reading.words(root.find("heading")), reading.words(root.find("reason"))
    events = timeline(columbia.changes(root))
    gone = columbia.gone(reason, heading)
    address = f"https://code.dccouncil.gov/us/dc/council/code/sections/{number}"
    day = max((event.date for event in events), default="")
    return record(
        id=f"us-dc/code/{ids.part(number)}",
        kind=Kind.ACT,
        instrument="section of the Code",
        title=f"D.C. Code § {number}. {heading}",
        url=address,
        status=Status.REPEALED if gone else Status.IN_FORCE,
        status_as_of=day,
        source_status=reason or (heading if gone else ""),
        events=events,
        texts=_texts(root, "", heading, address),
        links=links(LinkKind.RELATED, columbia.amending(root)),
        identifiers=numbers(("printed", f"D.C. Code § {number}")),
    )


def _document(root: Element) -> Matter:
    series, number = columbia.number(root)
    if not number:
        raise Unreadable("the document has no number")
    effective = dates.iso(reading.words(root.find("meta/effective")))
    title = next((reading.words(h) for h in root.iterfind("heading") if reading.words(h)), "")
    address = f"https://code.dccouncil.gov/us/dc/council/{series}s/{number}"
    return record(
        id=f"us-dc/{series}/{ids.part(number)}",
        kind=Kind.ACT,
        instrument=series,
        title=title,
        url=address,
        status=Status.ENACTED if series == "act" or not effective else Status.IN_FORCE,
        status_as_of=effective,
        source_status="effective" if effective else series,
        events=timeline(columbia.told(root, effective)),
        texts=_texts(root, effective, title, address),
        links=links(LinkKind.FOLLOWS, [columbia.bill(root)]),
        identifiers=numbers(*(("printed", reading.words(cited)) for cited in root.iterfind("meta/citations/citation"))),
        summary=next(filter(None, map(reading.words, map(root.find, _SUMMARIES))), ""),
    )


def _texts(part: Element, day: str, title: str, address: str) -> tuple[Text, ...]:
    units = [dc.of_part(part, 0, True)] if part.tag == "section" else dc.document(part)
    return worded("en", day, units, "application/xml", title=title, url=address)

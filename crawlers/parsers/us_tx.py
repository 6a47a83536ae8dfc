"""Bills of Texas: the daily feeds of Texas Legislature Online, and its bill history files."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element, Found, Matter, Response, Skipped, Source, Unreadable
from crawlers.places import usstates
from crawlers.record import numbers, people, record, timeline
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Kind, Status

VERSION = 1

# What an action's description begins with.
_ACTIONS = (
    (r"Signed by the Governor|Filed without the Governor's signature", Status.ENACTED, EventKind.ENACTED),
    (r"Effective (?:on|immediately)", Status.ENACTED, EventKind.IN_FORCE),
    (r"Vetoed", Status.VETOED, EventKind.VETOED),
    (r"Sent to the Governor|Enrolled|Reported enrolled", Status.PASSED, EventKind.PASSED),
    (r"Passed|Record vote.*passed", Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER),
    (r"Failed to pass|Laid on the table", Status.REJECTED, EventKind.REJECTED),
    (r"Scheduled for public hearing|Considered in public hearing", Status.COMMITTEE, EventKind.HEARING),
    (r"(?:Comm\. report|Committee report|Reported)", Status.REPORTED, EventKind.REPORTED),
    (r"Referred to", Status.COMMITTEE, EventKind.REFERRED),
    (r"Filed|Received by the Secretary|Introduced|Read first time", Status.INTRODUCED, EventKind.INTRODUCED),
)  # fmt: skip
_ROLES = {"authors": "sponsor", "coauthors": "cosponsor", "sponsors": "sponsor"}
_NAME = re.compile(r"LegSess=(\w+)&Bill=([A-Z]+\d+)")
_PRINTED = re.compile(r"(?:(\w{3})\s+)?([HS](?:B|R|JR|CR))\s?(\d+)")


def parse(response: Response, source: Source) -> Iterator[Found]:
    root = reading.xml(response.body)
    if root.tag == "rss":
        for item in root.iter("item"):
            found = _NAME.search(item.findtext("link") or "")
            yield _listed(item, found, response, source) if found else Skipped("an item links to no bill")
    elif root.tag == "billhistory":
        yield _history(root, response, source)
    else:
        raise Unreadable(f"the XML begins with {root.tag}, neither a feed nor the history of a bill")


def _listed(item: Element, found: re.Match[str], response: Response, source: Source) -> Matter:
    """A feed says by its address what happened on its day."""
    passed = "passed" in source.id
    day = dates.when(item.findtext("pubDate"), source.zone).date
    kind = EventKind.PASSED_ONE_CHAMBER if passed else EventKind.INTRODUCED
    status = Status.PASSED_ONE_CHAMBER if passed else Status.INTRODUCED
    title = reading.words(item.find("description")) or reading.words(item.find("title"))
    return _matter(
        found[1], found[2], title, [(day, "Passed" if passed else "Filed", status, kind)], (), response, source
    )


def _history(root: Element, response: Response, source: Source) -> Matter:
    printed = _PRINTED.match(root.get("bill", ""))
    if not printed or not printed[1]:
        raise Unreadable("the history names no session and bill")
    steps = [
        (dates.iso(action.findtext("date"), "mdy"), *_meaning(reading.words(action.find("description"))))
        for action in root.iterfind("actions/action")
    ]
    named = tuple(person for tag, role in _ROLES.items() for person in people(role, _names(root, tag)))
    return _matter(
        printed[1], printed[2] + printed[3], reading.words(root.find("caption")), steps, named, response, source
    )


def _meaning(words: str) -> tuple[str, Status, EventKind]:
    found = ((status, kind) for sign, status, kind in _ACTIONS if re.match(sign, words))
    return words, *next(found, (Status.UNKNOWN, EventKind.OTHER))


def _names(root: Element, tag: str) -> list[str]:
    return [who.strip() for who in (root.findtext(tag) or "").split("|")]


def _matter(session: str, number: str, title: str, steps: list[tuple[str, str, Status, EventKind]], named: tuple[Person, ...],
            response: Response, source: Source) -> Matter:  # fmt: skip
    known = sorted((step for step in steps if step[0] and step[2] is not Status.UNKNOWN), key=lambda step: step[0])
    day, words, status, _ = known[-1] if known else ("", "", Status.UNKNOWN, EventKind.OTHER)
    return record(
        response,
        source,
        f"us_tx/{VERSION}",
        id=usstates.bill_id("tx", session, number),
        kind=Kind.BILL,
        title=title,
        url=f"https://capitol.texas.gov/BillLookup/History.aspx?LegSess={session}&Bill={number}",
        status=status,
        status_as_of=day,
        source_status=words,
        events=tuple(dict.fromkeys(timeline(response, ((at, kind, said) for at, said, _, kind in steps)))),
        people=tuple(dict.fromkeys(named)),
        identifiers=numbers(("printed", f"{number} ({session})")),
    )

"""Bills of Texas as its feeds and its bill history files tell them."""

import re
from typing import NamedTuple

from crawlers.files import reading
from crawlers.matter import Person
from crawlers.parsing import Element, Unreadable
from crawlers.record import people
from crawlers.values import dates
from crawlers.vocabulary import EventKind, Status

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


class Step(NamedTuple):
    day: str
    words: str
    status: Status
    kind: EventKind


class Bill(NamedTuple):
    session: str
    number: str
    title: str
    steps: list[Step]
    people: tuple[Person, ...] = ()


def listed(item: Element, zone: str, passed: bool) -> Bill | None:
    """A feed says by its address what happened on its day; None for an item that links to no bill."""
    found = _NAME.search(item.findtext("link") or "")
    if not found:
        return None
    day = dates.when(item.findtext("pubDate"), zone).date
    introduced = Step(day, "Filed", Status.INTRODUCED, EventKind.INTRODUCED)
    step = Step(day, "Passed", Status.PASSED_ONE_CHAMBER, EventKind.PASSED_ONE_CHAMBER) if passed else introduced
    title = reading.words(item.find("description")) or reading.words(item.find("title"))
    return Bill(found[1], found[2], title, [step])


def history(root: Element) -> Bill:
    """Raises Unreadable for a history of no bill."""
    printed = _PRINTED.match(root.get("bill", ""))
    if not printed or not printed[1]:
        raise Unreadable("the history names no session and bill")
    named = (person for tag, role in _ROLES.items() for person in people(role, _names(root, tag)))
    return Bill(
        printed[1],
        printed[2] + printed[3],
        reading.words(root.find("caption")),
        [_step(action) for action in root.iterfind("actions/action")],
        tuple(dict.fromkeys(named)),
    )


def _step(action: Element) -> Step:
    words = reading.words(action.find("description"))
    meanings = ((status, kind) for sign, status, kind in _ACTIONS if re.match(sign, words))
    return Step(dates.iso(action.findtext("date"), "mdy"), words, *next(meanings, (Status.UNKNOWN, EventKind.OTHER)))


def _names(root: Element, tag: str) -> list[str]:
    return [who.strip() for who in (root.findtext(tag) or "").split("|")]


def newest(bill: Bill) -> Step:
    """The last step, of the last day, that says where the bill stands."""
    known = [step for step in bill.steps if step.day and step.status is not Status.UNKNOWN]
    ordered = sorted(known, key=lambda step: step.day)
    return ordered[-1] if ordered else Step("", "", Status.UNKNOWN, EventKind.OTHER)

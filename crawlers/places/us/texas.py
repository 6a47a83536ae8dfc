"""Bills of Texas as its feeds and its bill history files tell them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from crawlers import ids
from crawlers.files import reading
from crawlers.matter import Person, Text
from crawlers.parsing import Element, Unreadable
from crawlers.record import linked, people
from crawlers.values import dates
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Status

_SIGNS = Signs(__file__)
_ROLES = {"authors": "sponsor", "coauthors": "cosponsor", "sponsors": "sponsor", "cosponsors": "cosponsor"}
_NAME = re.compile(r"LegSess=(\w+)&Bill=([A-Z]+\d+)")
_EFFECTIVE = re.compile(r"Effective on\W+(\d{1,2}/\d{1,2}/\d{2,4})")
_PRINTED = re.compile(r"(?:(\d\d)\(?(\w)\)?\s*)?([HS](?:B|R|JR|CR))\s?(\d+)")


class Step(NamedTuple):
    day: str
    words: str
    status: Status
    kind: EventKind
    house: str = ""


class Bill(NamedTuple):
    session: str
    number: str
    title: str
    steps: list[Step]
    people: tuple[Person, ...] = ()
    texts: tuple[Text, ...] = ()
    companions: tuple[str, ...] = ()  # numbers of the same bill in the other house


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
        printed[1] + printed[2],
        printed[3] + printed[4],
        reading.words(root.find("caption")),
        [step for action in root.iterfind("actions/action") for step in _steps(action)],
        tuple(dict.fromkeys(named)),
        tuple(_printings(root)),
        tuple(dict.fromkeys(_companions(root))),
    )


def _printings(root: Element) -> Iterator[Text]:
    """The versions of the bill; analyses and fiscal notes are none. A page is better than a file."""
    for version in root.iterfind("billtext/docTypes/bill/versions/version"):
        name = reading.words(version.find("versionDescription"))
        page, paper = (reading.words(version.find(tag)) for tag in ("WebHTMLURL", "WebPDFURL"))
        if name:
            form = "text/html" if page else "application/pdf"
            yield from linked("en", "", page or paper, form, id=f"{ids.part(name)}.en", label=name)


def _companions(root: Element) -> Iterator[str]:
    for companion in root.iterfind("companions//*"):
        said = " ".join([reading.words(companion), *map(str, companion.attrib.values())])
        yield from (f"{form}{number}" for _, _, form, number in _PRINTED.findall(said))


def _steps(action: Element) -> Iterator[Step]:
    """The action on its own day; an act also begins on the day that its words give."""
    words, day = reading.words(action.find("description")), dates.iso(action.findtext("date"), "mdy")
    sign = _SIGNS.meaning(words)
    kind = sign.event
    if words.startswith("Effective"):
        begins = _EFFECTIVE.match(words)
        yield Step(dates.iso(begins[1], "mdy") if begins else day, words, Status.UNKNOWN, EventKind.IN_FORCE)
        kind = EventKind.OTHER
    yield Step(day, words, sign.status, kind, (action.findtext("actionNumber") or "")[:1])


def _names(root: Element, tag: str) -> list[str]:
    return [who.strip() for who in (root.findtext(tag) or "").split("|")]


def newest(bill: Bill) -> Step:
    """The last step, of the last day, that says where the bill stands; passed by every house that it needs is passed."""
    known = [step for step in bill.steps if step.day and step.status is not Status.UNKNOWN]
    ordered = sorted(known, key=lambda step: step.day)
    last = ordered[-1] if ordered else Step("", "", Status.UNKNOWN, EventKind.OTHER)
    passed = last.status is Status.PASSED_ONE_CHAMBER and _whole(bill.number, ordered)
    return last._replace(status=Status.PASSED) if passed else last


def _whole(number: str, steps: list[Step]) -> bool:
    """A resolution of one house needs that house; what the second amended goes back to the first."""
    if re.match(r"[HS]R\d", number):
        return True
    passing = [step for step in steps if step.kind is EventKind.PASSED_ONE_CHAMBER and step.house]
    second = [step for step in passing if step.house != passing[0].house]
    return bool(second) and "amended" not in second[-1].words

"""Bills of former Congresses: GovTrack's XML, and the All Information pages of THOMAS."""

import re
from collections.abc import Iterator

from lxml import etree
from msgspec.structs import replace

from crawlers.files import reading
from crawlers.matter import Identifier, Link, Matter, Person
from crawlers.places import congress
from crawlers.places.congress import Action
from crawlers.record import numbers, record
from crawlers.response import Found, Response, Unreadable
from crawlers.sources import Source
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import Kind, LinkKind, Status

VERSION = 1

_TYPES = {
    "h": "hr",
    "hr": "hres",
    "hj": "hjres",
    "hc": "hconres",
    "s": "s",
    "sr": "sres",
    "sj": "sjres",
    "sc": "sconres",
}
_HEAD = re.compile(r"(\d{2,3})(?:st|nd|rd|th) Congress(?: \([^)]*\))?\s*-\s*([HS][A-Z.]*?)\.?(\d+)\b")
_ACTION = re.compile(r"^(\d{1,2}/\d{1,2}/\d{4})(?:\s+(\d{1,2}:\d{2})\s?([ap])m)?:?\s*(.*)$")
_SPONSOR = re.compile(r"Sponsor:\s*(.*?)\s*\(introduced (\d{1,2}/\d{1,2}/\d{4})\)")


def parse(response: Response, source: Source) -> Iterator[Found]:
    if re.search(rb"<bill\s[^>]*session=", response.head):
        yield _govtrack(reading.xml(response.body), response, source)
    else:
        yield _page(reading.html(response.body), response, source)


def _govtrack(root: etree._Element, response: Response, source: Source) -> Matter:
    if root.get("type") not in _TYPES:
        raise Unreadable(f"{root.get('type')!r} is no type of a bill of Congress")
    key = root.get("session", ""), _TYPES[root.get("type", "")], root.get("number", "")
    actions = [_action(action) for action in root.iterfind("actions/*")]
    titles = [(t.get("type", ""), reading.words(t)) for t in root.iterfind("titles/title") if t.get("partial") != "1"]
    short = [Identifier(scheme="short title", value=words) for kind, words in titles if kind == "short" and words]
    title = next((one.value for one in short), "") or next((words for _, words in titles), "")
    state = reading.words(root.find("state"))
    links = []
    for bill in root.iterfind("relatedbills/bill"):
        if bill.get("type") in _TYPES:
            target = congress.bill_id(bill.get("session", ""), _TYPES[bill.get("type", "")], bill.get("number", ""))
            links.append(Link(kind=LinkKind.RELATED, target=target))
    words = reading.words(root.find("summary"))
    matter = _matter(key, title, actions, state, root.get("updated", "")[:10], (), links, words, response, source)
    return replace(matter, identifiers=(*matter.identifiers, *dict.fromkeys(short)))


def _action(action: etree._Element) -> Action:
    moment = action.get("datetime", "")
    return Action(
        congress.day(moment),
        reading.words(action.find("text")),
        "",
        congress.time(moment[11:16]) if len(moment) > 10 else "",
    )


def _page(root: etree._Element, response: Response, source: Source) -> Matter:
    head = _HEAD.search(reading.words(root.find(".//title")))
    if not head:
        raise Unreadable("the page names no bill of a Congress in its title")
    shown = lines(root)
    whole = "\n".join(shown)
    title = re.search(r"Latest Title:\s*(.+)", whole)
    sponsor = _SPONSOR.search(whole)
    actions = [action for line in shown if (action := _dated(line))]
    if sponsor:
        actions.append(
            Action(dates.iso(sponsor[2], "mdy"), "Introduced in " + ("House" if head[2].startswith("H") else "Senate"))
        )
    latest = re.search(r"Latest Major Action:\s*(\d{1,2}/\d{1,2}/\d{4})\s*(.+)", whole)
    if latest:
        actions.append(Action(dates.iso(latest[1], "mdy"), latest[2]))
    people = (Person(name=sponsor[1], role="sponsor"),) if sponsor else ()
    key = head[1], head[2], head[3]
    return _matter(
        key,
        title[1].strip() if title else "",
        actions,
        latest[2] if latest else "",
        "",
        people,
        [],
        "",
        response,
        source,
    )


def _dated(line: str) -> Action | None:
    """A line of the list of actions: the day, perhaps the time, then the words."""
    found = _ACTION.match(line)
    if not found or not found[4]:
        return None
    time = dates.clock(f"{found[2]} {found[3]}m") if found[2] else ""
    return Action(dates.iso(found[1], "mdy"), found[4].lstrip(": |"), "", time)


def _matter(
    key: tuple[str, str, str], title: str, actions: list[Action], state: str, updated: str,
    people: tuple[Person, ...], links: list[Link], summary: str, response: Response, source: Source,
) -> Matter:  # fmt: skip
    series = congress.series(key[1])
    status, words, day = congress.standing(actions, series, state.startswith("ENACTED"))
    if congress.lapsed(status, series, key[0], max(updated, response.fetched[:10])):
        status, day = Status.LAPSED, congress.ended(key[0])
    introduced = min((action.day for action in actions if action.day), default="")
    return record(
        response,
        source,
        f"us_thomas/{VERSION}",
        id=congress.bill_id(*key),
        kind=Kind.BILL,
        instrument=series,
        title=title,
        url=congress.address(*key),
        status=status,
        status_as_of=day,
        source_status=state or words,
        published=introduced,
        events=congress.events(actions, source.zone, response.snapshot),
        links=tuple(dict.fromkeys(links)),
        people=people,
        identifiers=numbers(("printed", congress.printed(*key))),
        summary=summary,
    )

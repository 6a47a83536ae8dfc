"""Bills of former Congresses: the All Information pages of THOMAS."""

import re

from crawlers.files import reading
from crawlers.matter import Link, Person
from crawlers.parsing import Element, Matter, Response, Source, Unreadable
from crawlers.places import congress
from crawlers.places.congress import Action
from crawlers.record import numbers, record
from crawlers.texts.lines import lines
from crawlers.values import dates
from crawlers.vocabulary import Kind, Status

VERSION = 1

_HEAD = re.compile(r"(\d{2,3})(?:st|nd|rd|th) Congress(?: \([^)]*\))?\s*-\s*([HS][A-Z.]*?)\.?(\d+)\b")
_ACTION = re.compile(r"^(\d{1,2}/\d{1,2}/\d{4})(?:\s+(\d{1,2}:\d{2})\s?([ap])m)?:?\s*(.*)$")
_SPONSOR = re.compile(r"Sponsor:\s*(.*?)\s*\(introduced (\d{1,2}/\d{1,2}/\d{4})\)")


def page(root: Element, response: Response, source: Source) -> Matter:
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
    return matter(
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


def matter(
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
        f"us_thomas_page/{VERSION}",
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

"""The All Information pages of THOMAS, which showed the bills of former Congresses."""

import re
from typing import NamedTuple

from crawlers.files import reading
from crawlers.parsing import Element, Unreadable
from crawlers.places.us.congress import Action
from crawlers.texts.lines import lines
from crawlers.values import dates

_HEAD = re.compile(r"(\d{2,3})(?:st|nd|rd|th) Congress(?: \([^)]*\))?\s*-\s*([HS][A-Z.]*?)\.?(\d+)\b")
_ACTION = re.compile(r"^(\d{1,2}/\d{1,2}/\d{4})(?:\s+(\d{1,2}:\d{2})\s?([ap])m)?:?\s*(.*)$")
_TITLE = re.compile(r"Latest Title:\s*(.+)")
_SPONSOR = re.compile(r"Sponsor:\s*(.*?)\s*\(introduced (\d{1,2}/\d{1,2}/\d{4})\)")
_LATEST = re.compile(r"Latest Major Action:\s*(\d{1,2}/\d{1,2}/\d{4})\s*(.+)")


class Page(NamedTuple):
    """What a page says of its bill; empty where it does not."""

    key: tuple[str, str, str]  # Congress, type and number
    title: str
    actions: list[Action]
    latest: str
    sponsor: str


def page(root: Element) -> Page:
    """Raises Unreadable for a page that is of no bill."""
    head = _HEAD.search(reading.words(root.find(".//title")))
    if not head:
        raise Unreadable("the page names no bill of a Congress in its title")
    shown = lines(root)
    title, sponsor, latest = (pattern.search("\n".join(shown)) for pattern in (_TITLE, _SPONSOR, _LATEST))
    actions = [action for line in shown if (action := _dated(line))]
    if sponsor:
        chamber = "House" if head[2].startswith("H") else "Senate"
        actions.append(Action(dates.iso(sponsor[2], "mdy"), f"Introduced in {chamber}"))
    if latest and (day := dates.iso(latest[1], "mdy")) not in {action.day for action in actions}:
        actions.append(Action(day, latest[2]))  # a page with the list of actions has it there, in other words
    return Page(
        (head[1], head[2], head[3]),
        title[1].strip() if title else "",
        actions,
        latest[2] if latest else "",
        sponsor[1] if sponsor else "",
    )


def _dated(line: str) -> Action | None:
    """A line of the list of actions: the day, perhaps the time, then the words. Dashes lead the heads of summaries."""
    found = _ACTION.match(line)
    if not found or not found[4] or found[4].startswith("--"):
        return None
    time = dates.clock(f"{found[2]} {found[3]}m") if found[2] else ""
    return Action(dates.iso(found[1], "mdy"), found[4].lstrip(": |"), "", time)

"""Parts of a BILLSTATUS record of govinfo: what its items say of actions, printings, other bills and titles."""

import re
from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Link, Text
from crawlers.parsing import Element
from crawlers.places.us import congress, congress_bill
from crawlers.places.us.congress import Action
from crawlers.values import dates
from crawlers.vocabulary import EventKind, LinkKind

_BECAME = re.compile(r"(?i)became (?:public|private) law\b")
_ACTIVITIES = (("hearing", EventKind.HEARING), ("markup", EventKind.MEETING))


def day(bill: Element, name: str) -> str:
    return congress.day(bill.findtext(name) or "")


def meetings(bill: Element) -> Iterator[Action]:
    """Hearings and markups, whose hours only the list of committees tells."""
    for item in bill.iterfind("committees//item"):
        if (name := reading.words(item.find("name"))) and item.find("activities") is not None:
            yield from _activities(item, name)


def _activities(committee: Element, name: str) -> Iterator[Action]:
    for activity in committee.iterfind("activities/item"):
        said = reading.words(activity.find("name"))
        kind = next((kind for word, kind in _ACTIVITIES if said.lower().startswith(word)), None)
        if kind is not None:
            when = dates.when(activity.findtext("date"), congress.ZONE)
            yield Action(when.date, f"{name}: {said}", "", when.time, "", kind)


def action(item: Element) -> Action:
    if item.findtext("type") == "NotUsed":
        return Action("", "")
    time = congress.time(item.findtext("actionTime") or "")
    code = (item.findtext("actionCode") or "").strip()
    vote = reading.words(item.find("recordedVotes/recordedVote/url"))
    return Action(congress.day(item.findtext("actionDate") or ""), reading.words(item.find("text")), code, time, vote)


def texts(bill: Element) -> Iterator[Text]:
    """Printed versions, newest first; the words come with the files they name. The last item can be an empty shell."""
    for item in bill.iterfind("textVersions/item"):
        day = dates.when(item.findtext("date"), "America/New_York").date
        yield from congress_bill.printing(item.findtext("type") or "", day, item.findtext("formats/item/url") or "")


def related(bill: Element) -> Iterator[Link]:
    for item in bill.iterfind("relatedBills/item"):
        key = [item.findtext(name) or "" for name in ("congress", "type", "number")]
        told = {detail.findtext("type") or "" for detail in item.iterfind("relationshipDetails/item")}
        yield Link(kind=congress_bill.relation_kind(told), target=congress.bill_id(*key))


def heir(bill: Element) -> str:
    """The number of the companion that became law; empty where none did."""
    for item in bill.iterfind("relatedBills/item"):
        told = {detail.findtext("type") or "" for detail in item.iterfind("relationshipDetails/item")}
        became = _BECAME.match(reading.words(item.find("latestAction/text")))
        if became and congress_bill.relation_kind(told) is LinkKind.COMPANION:
            return congress.printed(*(item.findtext(name) or "" for name in ("congress", "type", "number")))
    return ""


def laws(bill: Element) -> Iterator[Link]:
    for law in bill.iterfind("laws/item"):
        series = "plaw" if (law.findtext("type") or "").startswith("Public") else "pvtlaw"
        yield Link(
            kind=LinkKind.BECOMES, target=f"us/{series}/{(law.findtext('number') or '').strip().replace('-', '/')}"
        )


def names(bill: Element) -> list[tuple[str, str]]:
    """Short and popular titles, which is how people call bills."""
    titles = [(i.findtext("titleType") or "", reading.words(i.find("title"))) for i in bill.iterfind("titles/item")]
    return [
        ("short title", title) for title in sorted({t for kind, t in titles if "Short" in kind or "Popular" in kind})
    ]


def summary(bill: Element) -> str:
    """The newest summary of the Congressional Research Service, markup taken off."""
    found = [*bill.iterfind("summaries/summary"), *bill.iterfind("summaries/billSummaries/item")]
    newest = max(found, key=lambda item: item.findtext("actionDate") or "", default=None)
    return "" if newest is None else reading.plain(newest.findtext("text") or newest.findtext("cdata/text") or "")

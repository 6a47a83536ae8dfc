"""Agendas of New York's committees and calendars of its Senate, as messages: every bill on them, with the day."""

from collections import Counter
from collections.abc import Iterator

from crawlers.matter import Event
from crawlers.parsing import Element, Matter, dates, reading
from crawlers.places.us import newyork
from crawlers.vocabulary import EventKind

# How a committee of the Senate disposes of a bill, by the codes of its votes.
_CODES = {
    "F": "to first report",
    "3": "to third reading",
    "R3": "restored to third reading",
    "RC": "referred to committee",
    "D": "defeated",
    "S": "special",
}


def agenda(root: Element, session: str) -> Iterator[Matter]:
    """Every bill on the agenda of a committee, with the meeting; every bill on the calendar of a day."""
    found: dict[str, list[Event]] = {}
    titles: dict[str, str] = {}
    for place in (*root.iter("committee"), *root.iter("supplemental")):
        met = _meeting(place)
        for bill in place.iter("bill"):
            mark = newyork.BILL.match(bill.get("no", ""))
            if mark and met.date:
                id = newyork.bill_id(session, mark[1], mark[2])
                found.setdefault(id, []).extend([met, *_vote(bill, met)])
                titles[id] = reading.words(bill.find("title")) or titles.get(id, "")
    for id, events in found.items():
        found_there = tuple(dict.fromkeys(events))
        yield newyork.listed(newyork.bill(id, title=titles[id], events=found_there))


def _meeting(place: Element) -> Event:
    """Hours are of New York, whatever the Z behind them says; midnight is none (a meeting called off the floor)."""
    day = next((dates.iso(e.text) for e in place.iter("meetdate", "caldate", "actcaldate") if e.text), "")
    hour = reading.words(place.find("meettime"))[1:6].replace(".", ":")
    when = dates.when(f"{day} {hour}", "America/New_York")
    label = (reading.words(place.find("name")) or "Senate calendar", reading.words(place.find("location")))
    kind = EventKind.MEETING if place.tag == "committee" else EventKind.DEBATED
    return Event(kind=kind, label=" ".join(filter(None, label)), **when._asdict())


def _vote(bill: Element, met: Event) -> Iterator[Event]:
    """How many said what, and what came of it."""
    said = Counter(reading.words(vote) for vote in bill.iterfind("votes/member/vote"))
    counts = ", ".join(f"{number} {word.lower()}" for word, number in said.items() if word)
    code = reading.words(bill.find("action"))
    outcome = " ".join(filter(None, (_CODES.get(code, code), reading.words(bill.find("refercomm")))))
    if counts:
        yield Event(
            date=met.date, kind=EventKind.VOTE, label=f"{met.label}: {'; '.join(filter(None, (counts, outcome)))}"
        )

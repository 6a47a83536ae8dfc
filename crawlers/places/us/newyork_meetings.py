"""Meetings of New York's committees and sittings of its Senate, as the agendas and calendars of its messages tell them."""

from collections import Counter
from collections.abc import Iterator

from crawlers.files.reading import words
from crawlers.matter import Event
from crawlers.parsing import Element
from crawlers.values import dates
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


def meeting(place: Element) -> Event:
    """Hours are of New York, whatever the Z behind them says; midnight is none (a meeting called off the floor)."""
    day = next((dates.iso(e.text) for e in place.iter("meetdate", "caldate", "actcaldate") if e.text), "")
    hour = words(place.find("meettime"))[1:6].replace(".", ":")
    when = dates.when(f"{day} {hour}", "America/New_York")
    label = (words(place.find("name")) or "Senate calendar", words(place.find("location")))
    kind = EventKind.MEETING if place.tag == "committee" else EventKind.DEBATED
    return Event(kind=kind, label=" ".join(filter(None, label)), **when._asdict())


def vote(bill: Element, met: Event) -> Iterator[Event]:
    """How many said what, and what came of it."""
    said = Counter(map(words, bill.iterfind("votes/member/vote")))
    counts = ", ".join(f"{number} {word.lower()}" for word, number in said.items() if word)
    code = words(bill.find("action"))
    outcome = " ".join(filter(None, (_CODES.get(code, code), words(bill.find("refercomm")))))
    if counts:
        label = f"{met.label}: {'; '.join(filter(None, (counts, outcome)))}"
        yield Event(date=met.date, kind=EventKind.VOTE, label=label)

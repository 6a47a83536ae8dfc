"""Agendas of New York's committees and calendars of its Senate, as messages: every bill on them, with the day."""

from collections.abc import Iterator

from crawlers.files import reading
from crawlers.matter import Event
from crawlers.parsing import Element, Matter
from crawlers.places import newyork
from crawlers.values import dates
from crawlers.vocabulary import EventKind

VERSION = 1


def agenda(root: Element, session: str) -> Iterator[Matter]:
    """Every bill on the agenda of a committee, with the meeting; every bill on the calendar of a day."""
    found: dict[str, list[Event]] = {}
    titles: dict[str, str] = {}
    for place in (*root.iter("committee"), *root.iter("supplemental")):
        day = next((dates.iso(e.text) for e in place.iter("meetdate", "caldate", "actcaldate") if e.text), "")
        what = reading.words(place.find("name"))
        label = " ".join(filter(None, (what or "Senate calendar", reading.words(place.find("location")))))
        kind = EventKind.MEETING if place.tag == "committee" else EventKind.DEBATED
        for bill in place.iter("bill"):
            mark = newyork.BILL.match(bill.get("no", ""))
            if mark and day:
                id = newyork.bill_id(session, mark[1], mark[2])
                found.setdefault(id, []).append(Event(date=day, kind=kind, label=label))
                titles[id] = reading.words(bill.find("title")) or titles.get(id, "")
    for id, events in found.items():
        found_there = tuple(dict.fromkeys(events))
        yield newyork.listed(newyork.bill(id, title=titles[id], events=found_there))

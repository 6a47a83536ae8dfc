"""Agendas of New York's committees and calendars of its Senate, as messages: every bill on them, with the day."""

from collections.abc import Iterator

from crawlers.matter import Event
from crawlers.parsing import Element, Matter, reading
from crawlers.places.us import newyork
from crawlers.places.us.newyork_meetings import meeting, vote


def agenda(root: Element, session: str) -> Iterator[Matter]:
    """Every bill on the agenda of a committee, with the meeting; every bill on the calendar of a day."""
    found: dict[str, list[Event]] = {}
    titles: dict[str, str] = {}
    for place in (*root.iter("committee"), *root.iter("supplemental")):
        met = meeting(place)
        for bill in place.iter("bill"):
            mark = newyork.BILL.match(bill.get("no", ""))
            if mark and met.date:
                id = newyork.bill_id(session, mark[1], mark[2])
                found.setdefault(id, []).extend([met, *vote(bill, met)])
                titles[id] = reading.words(bill.find("title")) or titles.get(id, "")
    for id, events in found.items():
        yield newyork.listed(newyork.bill(id, title=titles[id], events=tuple(dict.fromkeys(events))))

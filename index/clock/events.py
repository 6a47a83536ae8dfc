"""Events of a matter as facts of the clock: which of them counts, rounds of a consultation, printed last days."""

import re
from collections.abc import Mapping
from datetime import date

from crawlers.matter import Event, Struct
from crawlers.vocabulary import EventKind
from index.clock.given import YEARS

_LONGER = re.compile(r"exten|prolong|reopen|verläng|prorog|prórrog|prorrog", re.IGNORECASE)


class Reads(Struct, frozen=True, kw_only=True):
    """Which event is a fact: its kind, words its label has, the first or the last, only after another kind."""

    kind: EventKind
    label: str = ""
    pick: str = "last"
    after: EventKind | None = None


def whole(events: tuple[Event, ...]) -> list[Event]:
    """Those that stand, and whose day is a day."""
    return [event for event in events if not event.cancelled and _whole(event.date)]


def facts(reads: Mapping[str, Reads], events: list[Event]) -> dict[str, Event]:
    """The event that is each fact."""
    kinds = {event.kind for event in events}
    return {name: event for name, one in reads.items() if one.kind in kinds and (event := _event(one, events))}


def ends(kind: EventKind, events: list[Event], today: date) -> list[Event]:
    """The last days that are claimed in the round that is open or next, and a court's own day for friends."""
    return _round([event for event in events if event.kind is kind or _for_friends(event)], events, today)


def printed(ends: list[Event], events: list[Event]) -> dict[str, str]:
    """Facts of the last days: the day, its hour, the day on which the round began."""
    return _ends(ends) | _opened(ends, events)


def _event(reads: Reads, events: list[Event]) -> Event | None:
    since = min((event.date for event in events if event.kind is reads.after), default="")
    if reads.after and not since:
        return None
    found = [
        event
        for event in events
        if event.kind is reads.kind and event.date >= since and re.search(reads.label, event.label, re.IGNORECASE)
    ]
    if reads.pick == "grouped":
        found = _first_of_each(found)
    pick = min if reads.pick == "first" else max
    return pick(found, key=_day) if found else None


def _first_of_each(events: list[Event]) -> list[Event]:
    """Of days that one entry names together (petitioner's brief, then respondent's) the first."""
    groups: dict[str, list[Event]] = {}
    for event in events:
        groups.setdefault(event.label, []).append(event)
    return [min(group, key=_day) for group in groups.values()]


def _round(ends: list[Event], events: list[Event], today: date) -> list[Event]:
    """The last days of one round: a reopening is a window of its own. The round that is open or next, else the last."""
    opened = sorted(event.date for event in events if event.kind is EventKind.COMMENT_OPENS)
    rounds: dict[str, list[Event]] = {}
    for end in ends:
        rounds.setdefault(max((day for day in opened if day <= end.date), default=""), []).append(end)
    ordered = [rounds[name] for name in sorted(rounds)]
    alive = (ends for ends in ordered if any(end.date >= today.isoformat() for end in ends))
    return next(alive, ordered[-1] if ordered else [])


def _ends(ends: list[Event]) -> dict[str, str]:
    """The printed last day with its hour: an extension replaces it; of two claims the earlier counts."""
    longer = [event for event in ends if _LONGER.search(event.label)]
    plain = [event for event in ends if event not in longer]
    given = {"extended_to": max(longer, key=_day).date} if longer else {}
    given |= {"stated_end": min(plain, key=_day).date} if plain else {}
    counts = max(longer, key=_day) if longer else min(plain, key=_day, default=None)
    return given | ({"time": counts.time, "zone": counts.zone} if counts and counts.time else {})


def _opened(ends: list[Event], events: list[Event]) -> dict[str, str]:
    """The day on which the round of these last days began."""
    last = min((end.date for end in ends), default="9")
    opens = [event.date for event in events if event.kind is EventKind.COMMENT_OPENS and event.date <= last]
    return {"opened": max(opens)} if opens else {}


def _day(event: Event) -> tuple[str, str]:
    return event.date, event.time


def _whole(day: str) -> bool:
    """A day, not a year or month alone, and one that the calendar has."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return False
    return found.isoformat() == day and found.year in YEARS


def _for_friends(event: Event) -> bool:
    """A court's own day for briefs of friends."""
    return event.kind is EventKind.BRIEF_DUE and "amic" in event.label.lower()

"""A calendar file (RFC 5545) of days: whole days as dates, hours with their zone, cancelled days kept as cancelled."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from dashboard.feeds.days import Day
from dashboard.views.text import clean, line, short, web

PRODUCT = "-//Amicus//Windows and dates//{}"
LONGEST = 4_000


def calendar(
    days: Iterable[Day], name: str, stamp: str, host: str = "amicus.invalid", fresh: str = "", language: str = "en"
) -> bytes:
    """The same days give the same bytes. `stamp` is the instant (UTC, Z) at which the facts were learned.

    `fresh` says how fresh they are, where calendar programs show the description of a calendar.
    """
    found = Calendar()
    found.add("prodid", PRODUCT.format(language.upper()))
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    found.add("x-wr-calname", _line(name))
    if fresh:
        found.add("x-wr-caldesc", _line(fresh))
    at = datetime.fromisoformat(stamp)
    for day in days:
        found.add_component(_event(day, at, host))
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _event(day: Day, stamp: datetime, host: str) -> Event:
    event = Event()
    event.add("uid", f"{day.uid}@{host}")
    event.add("dtstamp", stamp)
    event.add("sequence", 2 * day.sequence + day.cancelled)
    event.add("summary", _line(day.title))
    event.add("status", "CANCELLED" if day.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    _when(event, day)
    if words := short(_clean(day.words), LONGEST):
        event.add("description", words)
    if web(day.url):
        event.add("url", day.url)
    if day.kind:
        event.add("categories", [day.kind])
    return event


def _when(event: Event, day: Day) -> None:
    """A whole day ends before the next; an hour is a moment on the forum's clock."""
    start = date.fromisoformat(day.day)
    zone, hour = _zone(day.zone), _hour(day.time)
    if hour and zone:
        moment = datetime.combine(start, hour, zone)
        event.add("dtstart", moment)
        event.add("dtend", moment)
        return
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=1))


def _hour(words: str) -> time | None:
    """None for an hour that no clock shows: the day stays a whole day."""
    try:
        return time.fromisoformat(words)
    except ValueError:
        return None


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError):
        return None


def _clean(words: str) -> str:
    return str(clean(words))


def _line(words: str) -> str:
    return short(line(_clean(words)), 250)

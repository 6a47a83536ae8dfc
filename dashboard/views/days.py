"""Days as people read them: how far, which day, what time, on whose clock."""

from datetime import date

from crawlers.matter import Struct
from dashboard.words.tongue import Tongue, later

SOON, COMING = 10, 30


class Due(Struct, frozen=True, kw_only=True):
    """A day beside today: `left` in days (negative when past), the words for it, how urgent it is drawn."""

    left: int
    words: str
    day: str
    clock: str = ""
    shade: str = ""

    @property
    def width(self) -> int:
        """Share of the ruler of 30 days; 0 where none is drawn."""
        return max(3, round(self.left / COMING * 100)) if 0 <= self.left <= COMING else 0


def parsed(day: str) -> date | None:
    """The day of an ISO string, or nothing for a year or month alone."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def due(day: str, today: date, tongue: Tongue, time: str = "", zone: str = "") -> Due:
    """Raises ValueError when the day is not a full ISO date."""
    on = date.fromisoformat(day)
    left = (on - today).days
    return Due(left=left, words=away(left, tongue), day=tongue.day(on), clock=clock(time, zone), shade=shade(left))


def away(left: int, tongue: Tongue) -> str:
    """today · tomorrow · in 9 days · yesterday · 3 days ago"""
    near = {0: later("today"), 1: later("tomorrow"), -1: later("yesterday")}
    if left in near:
        return tongue.say(near[left])
    if left > 0:
        return tongue.count("in {n} day", "in {n} days", left)
    return tongue.count("{n} day ago", "{n} days ago", -left)


def shade(left: int) -> str:
    if 0 <= left <= SOON:
        return "soon"
    return "coming" if SOON < left <= COMING else ""


def clock(time: str, zone: str) -> str:
    """23:59 Brussels: the clock is named by its city, and a day without a time has none."""
    return f"{time} {zone.rpartition('/')[2].replace('_', ' ')}".strip() if time else ""


def say(day: str, tongue: Tongue) -> str:
    """Fri 4 Dec 2026, or what is known of it (2026, 2026-12), or that it is not known."""
    if on := parsed(day):
        return tongue.day(on)
    return day or tongue.say("day not known")


def moment(instant: str, tongue: Tongue) -> str:
    """Wed 25 Nov 2026, 06:12 UTC, from an instant with Z."""
    on = parsed(instant[:10])
    return f"{tongue.day(on)}, {instant[11:16]} UTC" if on else tongue.say("never")

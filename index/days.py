"""The day by which a matter is ordered and filtered, and the rank that follows from it."""

import hashlib
from datetime import date
from functools import lru_cache

from crawlers.matter import Matter


def day_of(matter: Matter, today: date) -> str:
    """The matter's newest event that is not in the future, else the day it was published."""
    past = [event.date for event in matter.events if event.date <= today.isoformat() and not event.cancelled]
    return max(past, default="") or matter.published


def rank_of(id: str, day: str) -> int:
    """Day and a stable sequence inside the day, in 62 bits."""
    number = int.from_bytes(hashlib.blake2b(id.encode(), digest_size=5).digest())
    return _ordinal(day) << 40 | number


@lru_cache(10_000)
def _ordinal(day: str) -> int:
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0

"""When an act takes effect, as far as its own words say so."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from crawlers.eu.facts import Commencement, words
from crawlers.matter import Event
from crawlers.values import dates
from crawlers.vocabulary import EventKind

IN_PART = "in part"

_DAY = r"(?P<date>\d{1,2}(?:er|º|\.)?\s+(?:de\s+)?[^\W\d_]{3,12}\s+(?:de\s+)?\d{4})"


def events(texts: Iterable[str], language: str, published: str) -> Iterator[Event]:
    """In force, applies from (as a whole, and parts of it), to be transposed by.

    "The twentieth day following" needs the day of publication. Of each kind the first that is said counts.
    """
    said = words().commencement.get(language)
    if said is None:
        return
    days: dict[EventKind, str] = {}
    parts: set[str] = set()
    for text in texts:
        low = " ".join(text.lower().split())
        for kind, day in _days(low, said, published):
            days.setdefault(kind, day)
        parts |= set(_parts(low, said))
    yield from (Event(date=day, kind=kind) for kind, day in days.items())
    if EventKind.APPLIES_FROM in days:
        for day in sorted(parts - {days[EventKind.APPLIES_FROM]}):
            yield Event(date=day, kind=EventKind.APPLIES_FROM, label=IN_PART)


def _parts(low: str, said: Commencement) -> Iterator[str]:
    for pattern in said.partly:
        for found in _filled(pattern, tuple(said.ordinals)).finditer(low):
            yield from dates.inside(found["date"])


def _days(low: str, said: Commencement, published: str) -> Iterator[tuple[EventKind, str]]:
    for kind in (EventKind.IN_FORCE, EventKind.APPLIES_FROM, EventKind.TRANSPOSE_BY):
        for pattern in getattr(said, kind.value):
            found = _filled(pattern, tuple(said.ordinals)).search(low)
            if found and (day := _day(found, said, published)):
                yield kind, day
                break


@cache
def _filled(pattern: str, ordinals: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(pattern.format(date=_DAY, ordinal=rf"(?P<ordinal>{'|'.join(ordinals)})"))


def _day(found: re.Match[str], said: Commencement, published: str) -> str:
    parts = found.groupdict()
    if parts.get("date"):
        return dates.first(parts["date"])
    if not published:
        return ""
    if parts.get("ordinal"):
        return dates.plus(published, said.ordinals[parts["ordinal"]])
    return (
        published
        if re.search(r"(?:day|date) of|jour de|tag ihrer|giorno della|dia da", found[0])
        else dates.plus(published, 1)
    )

"""Where a law stands on a day by its own dates: a source that says "enacted" does not come back to say "in force"."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from crawlers.eu.commencement import IN_PART
from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind, Mark, Status

# statuses that only time moves on; whatever a court, a parliament or a source did later is never overruled
_MOVED_BY_TIME = {Status.ENACTED, Status.GRACE_PERIOD, Status.PARTLY_IN_FORCE}
_MADE_BY_TIME = {Status.GRACE_PERIOD, Status.PARTLY_IN_FORCE, Status.IN_FORCE}
_BEGINS = {EventKind.IN_FORCE, EventKind.APPLIES_FROM}
_OVER = {EventKind.ENDS, EventKind.REPEALED, EventKind.SUSPENDED, EventKind.STRUCK_DOWN}


def standing(matter: Matter, day: date) -> Matter:
    """The matter with the status and its day that its dates give; unchanged where they say nothing more.

    A law whose dates have all come is in force; one that is in force but does not apply yet is in its grace period. The end of a
    part ends no law. The record keeps what the source said.
    """
    today = day.isoformat()
    if matter.status not in _MOVED_BY_TIME or any(event.date <= today for event in _ends(matter)):
        return matter
    dated = sorted(_events(matter, _BEGINS), key=lambda event: event.date)
    begun = [event for event in dated if event.date <= today]
    if not begun:
        return matter
    mark = begun[-1].mark if matter.mark is Mark.OFFICIAL else matter.mark
    return replace(matter, status=_status(begun, dated), status_as_of=begun[-1].date, mark=mark)


def by_its_dates(matter: Matter) -> bool:
    """Do only the law's own dates say where it stands? Then nobody has told us whether it was repealed since."""
    dated = any(event.date == matter.status_as_of for event in _events(matter, _BEGINS))
    return dated and matter.status in _MADE_BY_TIME and not matter.source_status


def _status(begun: Sequence[Event], dated: Sequence[Event]) -> Status:
    if len(begun) == len(dated):
        return Status.IN_FORCE
    if any(event.kind is EventKind.APPLIES_FROM for event in begun):
        return Status.PARTLY_IN_FORCE
    return Status.GRACE_PERIOD


def _ends(matter: Matter) -> Iterator[Event]:
    return (event for event in _events(matter, _OVER) if event.label != IN_PART)


def _events(matter: Matter, kinds: set[EventKind]) -> Iterator[Event]:
    return (event for event in matter.events if event.kind in kinds and event.date and not event.cancelled)

"""Laws whose own day came in the time that a digest covers: no source comes back to say so."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from crawlers.matter import Matter
from index.changes import Change, Sort, What
from index.in_force import standing

BEGUN = "begun"


def begun(cards: Iterable[Matter], since: str, until: str) -> Iterator[Change]:
    """A change of status for each law that its dates moved on; `cards` as their sources left them.

    It counts as learned when its day began (UTC), so that no two digests tell it, and none misses it.
    """
    before, last = (_day_before(instant) for instant in (since, until))
    for card in cards:
        was, now = standing(card, before), standing(card, last)
        if was.status is not now.status:
            yield Change(
                key=f"{card.id}|{BEGUN}|{now.status}|{now.status_as_of}",
                sort=Sort.SUBSTANTIVE,
                what=What.STATUS,
                matter=card.id,
                title=card.title,
                jurisdiction=card.jurisdiction,
                learned=f"{now.status_as_of}T00:00:00Z",
                label=BEGUN,
                was=was.status,
                now=now.status,
                day=now.status_as_of,
            )


def _day_before(instant: str) -> date:
    """The last day that had begun before an instant."""
    return (datetime.fromisoformat(instant) - timedelta(seconds=1)).date()

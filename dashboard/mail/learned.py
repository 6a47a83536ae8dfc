"""What is news between two states of one matter: new, moved, corrected, changed in law. Clerical differences are none."""

from collections.abc import Iterator
from datetime import date

from crawlers.matter import Event, Matter
from crawlers.vocabulary import EventKind, Status
from dashboard.mail.law import changed_in_law
from dashboard.mail.news import News, Note, Sort

# Kinds that tell a reader nothing beside the status or the window that they make.
QUIET = {EventKind.DOCKETED, EventKind.RESPONSE_DUE, EventKind.DISTRIBUTED, EventKind.OTHER}
MOST = 5  # events of one matter in one digest; the rest is on its page


def learned(before: Matter | None, after: Matter, instant: str, today: date) -> list[News]:
    """Every fact of `after` that `before` did not hold, named by a key that stays the same when it is learned again."""
    if before is None:
        return [_new(after, instant, today)]
    found = [*_status(before, after, instant, today), *changed_in_law(before, after, instant)]
    return [*found, *_events(before, after, instant, today)]


def _new(after: Matter, instant: str, today: date) -> News:
    past = [event.date for event in after.events if event.date <= today.isoformat()]
    return _news(
        after, Sort.NEW, "new", instant, today, day=after.published or max(past, default=""), status=after.status
    )


def _status(before: Matter, after: Matter, instant: str, today: date) -> Iterator[News]:
    """A status that was said of the same day, or a later one, was wrong; else the matter moved."""
    if before.status is after.status or after.status is Status.UNKNOWN:
        return
    same_day = bool(after.status_as_of) and before.status_as_of >= after.status_as_of
    sort = Sort.CORRECTION if same_day else Sort.MOVED
    yield _news(
        after,
        sort,
        f"status:{before.status}:{after.status}:{after.status_as_of}",
        instant,
        today,
        day=after.status_as_of,
        says=after.source_status,
        status=after.status,
        was_status=before.status,
    )


def _events(before: Matter, after: Matter, instant: str, today: date) -> list[News]:
    """Events that were not there, and those that were called off; the newest few."""
    known = {_key(event): event for event in before.events}
    fresh = [event for event in after.events if _fresh(event, known)]
    told = sorted(fresh, key=lambda event: event.date, reverse=True)[:MOST]
    return [
        _news(
            after,
            Sort.MOVED,
            f"event:{event.kind}:{event.date}:{event.label[:80]}:{event.cancelled:d}",
            instant,
            today,
            day=event.date if event.date <= today.isoformat() else "",
            says=_says(event, today),
            event=event.kind,
            cancelled=event.cancelled,
        )
        for event in reversed(told)
    ]


def _says(event: Event, today: date) -> str:
    """The source's words; a day that lies ahead is part of them."""
    return f"{event.label} ({event.date})".strip() if event.date > today.isoformat() else event.label


def _key(event: Event) -> tuple[str, str, str]:
    return event.kind, event.date, event.label


def _fresh(event: Event, known: dict[tuple[str, str, str], Event]) -> bool:
    if event.kind in QUIET:
        return False
    same = known.get(_key(event))
    return same is None or event.cancelled != same.cancelled


def _news(matter: Matter, sort: Sort, key: str, instant: str, today: date, **more: object) -> News:
    coming = sorted(
        (event.date, event.kind)
        for event in matter.events
        if event.date > today.isoformat() and not event.cancelled and event.kind is not EventKind.OTHER
    )
    next_day, next_kind = coming[0] if coming else ("", "")
    plain: dict[str, object] = {
        "key": f"{matter.id}#{key}",
        "sort": sort,
        "matter": matter.id,
        "title": matter.title,
        "jurisdiction": matter.jurisdiction,
        "learned": instant,
        "next_day": next_day,
        "next": next_kind,
        "topics": tuple(tag.topic for tag in matter.topics),
        "duties": tuple(dict.fromkeys(norm.duty for norm in matter.norms if norm.host_duty and norm.duty)),
        "note": Note(source=", ".join(part for part in (matter.url, f"{matter.source}, {matter.parser}") if part)),
    }
    return News(**(plain | more))  # type: ignore[arg-type]

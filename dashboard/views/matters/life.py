"""The life of a matter: its rail, the days ahead, and all that happened, in our words and in those of its source."""

from collections.abc import Sequence
from datetime import date

from crawlers.matter import Event, Matter, Struct
from crawlers.vocabulary import EventKind
from dashboard.views import days
from dashboard.views.days import Due
from dashboard.views.evidence.footnote import Note
from dashboard.views.evidence.marks import Notes
from dashboard.views.labels import foreign, label
from dashboard.views.text import capital, line
from dashboard.words.tongue import Tongue
from index.clock.doubtful import far

K = EventKind
LIFE = {
    K.PROPOSED, K.INTRODUCED, K.REPORTED, K.PASSED_ONE_CHAMBER, K.PASSED, K.ADOPTED, K.SIGNED, K.VETOED, K.ENACTED,
    K.PUBLISHED, K.REJECTED, K.WITHDRAWN, K.LAPSED, K.IN_FORCE, K.APPLIES_FROM, K.TRANSPOSE_BY, K.ENDS, K.REPEALED,
    K.SUSPENDED, K.STRUCK_DOWN, K.COMMENT_OPENS, K.COMMENT_CLOSES, K.OUTCOME, K.FILED, K.DOCKETED, K.COMMUNICATED,
    K.GRANTED, K.DENIED, K.ARGUED, K.DECIDED,
}  # fmt: skip
STOPS = 8


class Stop(Struct, frozen=True, kw_only=True):
    """One stop of the rail; `state` is past, now or next."""

    word: str
    day: str
    state: str


class Ahead(Struct, frozen=True, kw_only=True):
    """A coming (or cancelled) event, with the footnote that shows where it was read; `far`: too far ahead to count on."""

    what: str
    due: Due
    cancelled: bool
    note: Note
    mark: str
    language: str = ""
    far: bool = False


class Past(Struct, frozen=True, kw_only=True):
    """What happened: `what` is our word, `words` are the source's own where they say more."""

    day: str
    what: str
    words: str
    event: Event


def rail(matter: Matter, today: date, tongue: Tongue) -> list[Stop]:
    """Each kind of step of its life once, oldest first; the newest that has happened is where it stands."""
    life = sorted((e for e in matter.events if e.kind in LIFE and not e.cancelled), key=lambda e: (e.date, e.time))
    past = _once([event for event in life if event.date <= today.isoformat()])
    coming = [event for event in life if event.date > today.isoformat()]
    kept = past if len(past) <= STOPS else [past[0], *past[1 - STOPS :]]
    stops = [_stop(event, "past", tongue) for event in kept[:-1]]
    return stops + [_stop(e, "now", tongue) for e in kept[-1:]] + [_stop(e, "next", tongue) for e in coming[:3]]


def _once(events: Sequence[Event]) -> list[Event]:
    """The first of each kind, and the last of all; a law begins to apply as often as it does."""
    seen: dict[object, Event] = {}
    for event in [*events[-1:], *events]:
        seen.setdefault((event.kind, event.date if event.kind is K.APPLIES_FROM else ""), event)
    return sorted(seen.values(), key=lambda event: (event.date, event.time))


def _stop(event: Event, state: str, tongue: Tongue) -> Stop:
    on = days.parsed(event.date)
    return Stop(word=capital(label(event, tongue)), day=tongue.day(on, "d MMM y") if on else event.date, state=state)


def ahead(matter: Matter, today: date, tongue: Tongue, notes: Notes) -> list[Ahead]:
    """Coming events, nearest first; what was cancelled is kept and said to be."""
    coming = sorted(
        (e for e in matter.events if days.parsed(e.date) and e.date >= today.isoformat()),
        key=lambda e: (e.date, e.time),
    )
    return [
        Ahead(
            what=label(event, tongue),
            due=days.due(event.date, today, tongue, event.time, event.zone),
            cancelled=event.cancelled,
            note=notes.event(event, matter),
            mark=event.mark,
            language=foreign(event, matter.language),
            far=far(event.date, today),
        )
        for event in coming
    ]


def happened(matter: Matter, today: date, tongue: Tongue) -> list[Past]:
    """Newest first; what a source says twice of one step stands once, in its longer words."""
    done = [event for event in matter.events if event.date < today.isoformat()]
    told = [event for event in done if not any(_says_more(other, event) for other in done)]
    newest = sorted(told, key=lambda event: (event.date, event.time), reverse=True)
    return [_past(event, tongue) for event in newest]


def _says_more(other: Event, event: Event) -> bool:
    alike = (other.date, other.kind, other.cancelled) == (event.date, event.kind, event.cancelled)
    return alike and line(event.label) in line(other.label) and len(event.label) < len(other.label)


def _past(event: Event, tongue: Tongue) -> Past:
    what = "" if event.kind is K.OTHER and event.label else label(event, tongue)
    words = "" if line(event.label).casefold() in what.casefold() else event.label
    return Past(day=days.say(event.date, tongue), what=capital(what), words=words, event=event)

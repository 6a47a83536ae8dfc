"""Official facts win over the watch-list, and either over what was entered by hand; what these alone knew stays."""

from msgspec.structs import replace

from crawlers.joining.notes import BY_HAND, BY_HAND_ON, HAD, HAD_ON
from crawlers.matter import Event, Matter, TopicTag

WATCHLIST = "watchlist"
MANUAL = "manual"
_STANDING = {WATCHLIST: 1, MANUAL: 2}


def standing(matter: Matter) -> int:
    """0 for an official source; of two records of one matter the lower settles what is said."""
    return _STANDING.get(matter.source, 0)


def settle(official: Matter, believed: Matter) -> Matter:
    """The record of the better standing, with what only the other knew and a note of what it had said. Idempotent."""
    return replace(
        official,
        events=_events(official, believed),
        **summary_of(believed if official.summary in {"", believed.summary} else official, official.language),
        note=_noted(official.note, _sentence(believed)),
        topics=_topics(official, believed),
        aliases=tuple(sorted({*official.aliases, *believed.aliases})),
        links=tuple(sorted({*official.links, *believed.links})),
        identifiers=tuple(sorted({*official.identifiers, *believed.identifiers})),
    )


def summary_of(told: Matter, language: str) -> dict[str, str]:
    """Its summary for a record in that language; the summary's own is kept where it is another."""
    return {"summary": told.summary, "summary_language": told.summed if told.summed != language else ""}


def _events(official: Matter, believed: Matter) -> tuple[Event, ...]:
    """The official dates; of the watch-list those of kinds that the official record does not speak of, by hand all."""
    kinds = {event.kind for event in official.events}
    places = {(event.date, event.time, event.kind) for event in official.events}
    by_hand = believed.source == MANUAL
    kept = (
        event
        for event in believed.events
        if ((event.date, event.time, event.kind) not in places if by_hand else event.kind not in kinds)
    )
    return tuple(sorted((*official.events, *kept), key=lambda event: (event.date, event.time, event.kind, event.label)))


def _sentence(believed: Matter) -> str:
    by_hand, day = believed.source == MANUAL, believed.status_as_of
    sentence = (BY_HAND_ON if day else BY_HAND) if by_hand else (HAD_ON if day else HAD)
    said = sentence.format(title=believed.title, status=believed.status.replace("_", " "), day=day)
    return f"{said} {believed.note}".strip()


def _noted(note: str, sentence: str) -> str:
    return note if sentence in note else f"{note} {sentence}".strip()


def _topics(official: Matter, believed: Matter) -> tuple[TopicTag, ...]:
    known = {tag.topic for tag in official.topics}
    return (*official.topics, *(tag for tag in believed.topics if tag.topic not in known))

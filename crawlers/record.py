"""What every parser says of every matter in the same way: where it was read, by what, and its dated events."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from crawlers.ids import BadId
from crawlers.matter import Event, Matter, Provision, Text, check
from crawlers.response import Found, Response, Skipped
from crawlers.sources import Source
from crawlers.vocabulary import EventKind, Status

_log = logging.getLogger(__name__)


def record(response: Response, source: Source, parser: str, **facts: Any) -> Matter:
    """A matter with these facts; source, place, language, address and snapshot are those of the response."""
    plain: dict[str, Any] = {
        "source": source.id,
        "jurisdiction": source.jurisdiction,
        "language": source.languages[0],
        "status": Status.UNKNOWN,
        "url": response.url,
        "snapshot": response.snapshot,
        "parser": parser,
    }
    return Matter(**(plain | facts))


def valid(found: Iterable[Found]) -> Iterator[Found]:
    """The same; a matter that is none, such as one whose title is null, is told as skipped."""
    for one in found:
        try:
            yield check(one) if isinstance(one, Matter) else one
        except (msgspec.ValidationError, BadId) as error:
            yield Skipped(f"a record is not valid: {error}")


def status(source: Source, words: Mapping[str, Status], said: str) -> Status:
    """Ours for the source's own word; unknown for none, and, loudly, for one that is not in `words`."""
    if said and said not in words:
        _log.warning("%s: unknown status word %r", source.id, said)
    return words.get(said, Status.UNKNOWN)


def events(response: Response, *days: tuple[str, EventKind] | tuple[str, EventKind, str]) -> tuple[Event, ...]:
    """Events of the days that are known, each once, in order; a third word is the source's own name for it."""
    known = {(day[0], day[1], day[2] if len(day) > 2 else "") for day in days if day[0]}
    return tuple(
        Event(date=date, kind=kind, label=label, snapshot=response.snapshot) for date, kind, label in sorted(known)
    )


def text(
    response: Response, language: str, day: str, provisions: Iterable[Provision], media_type: str, **facts: str
) -> tuple[Text, ...]:
    """The text as a tuple of one, or of none when it has no provisions."""
    kept = tuple(provisions)
    if not kept:
        return ()
    plain = {"id": f"{day or 'text'}.{language}", "url": response.url, "date": day, "language": language}
    return (Text(snapshot=response.snapshot, media_type=media_type, provisions=kept, **(plain | facts)),)

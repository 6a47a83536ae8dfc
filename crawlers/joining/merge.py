"""Join what several responses say of one matter into one record; any order of the same facts gives the same record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from crawlers.joining.official_first import settle, standing, summary_of
from crawlers.matter import Event, Matter, Text
from crawlers.vocabulary import EventKind, Mark, Status

T = TypeVar("T")

# Fields that one record gives together, so that a title never stands beside another record's language; who has no title guesses the kind.
_HEAD = ("language", "title", "title_native", "url", "kind")
_STATUS = ("status", "status_as_of", "source_status")
_READ = ("snapshot", "parser")
_SETS = ("aliases", "links", "people", "identifiers", "norms", "topics", "citations")
_ALONE = ("source", "jurisdiction", "instrument", "note", "published", "relevance")
_MARKS = list(Mark)


def merge(one: Matter, other: Matter, languages: Sequence[str] = ()) -> Matter:
    """Both records of one id as one. Commutative, associative and idempotent.

    Title, language, kind and address come from the record whose language stands first in `languages`; the status is a known
    one of the latest day; events, texts, links and people are joined; `missing` keeps only what neither has.
    """
    if one.id != other.id:
        raise ValueError(f"{one.id} and {other.id} are two matters")
    if standing(one) != standing(other):
        return settle(*sorted((one, other), key=standing))
    pair = (one, other)
    joined = _group(pair, _HEAD, lambda matter: _head_key(matter, languages))
    joined |= _group(pair, _STATUS, _status_key) | _group(pair, _READ, _read_key)
    joined |= {name: _longest(getattr(one, name), getattr(other, name)) for name in _ALONE}
    joined |= {name: _union(getattr(one, name), getattr(other, name)) for name in _SETS}
    joined |= summary_of(max(pair, key=lambda matter: _says((matter.summary, matter.summed))), joined["language"])
    joined["events"] = _timed(_by_key(one.events, other.events, _event_key))
    joined["texts"] = _by_key(one.texts, other.texts, _text_key)
    joined["mark"] = min(one.mark, other.mark, key=_MARKS.index)
    merged = replace(one, provisional=one.provisional and other.provisional, **joined)
    lacking = sorted({*one.missing, *other.missing})
    return replace(merged, missing=tuple(name for name in lacking if not getattr(merged, name, None)))


def merge_all(matters: Iterable[Matter], languages: Sequence[str] = ()) -> list[Matter]:
    """One record an id, in the order in which the ids first came."""
    merged: dict[str, Matter] = {}
    for matter in matters:
        merged[matter.id] = merge(merged[matter.id], matter, languages) if matter.id in merged else matter
    return list(merged.values())


def _group(pair: tuple[Matter, Matter], names: Sequence[str], key: Callable[[Matter], Any]) -> dict[str, Any]:
    """The fields of the record that comes first by key; a key must read no other fields than these."""
    first = min(pair, key=key)
    return {name: getattr(first, name) for name in names}


def _head_key(matter: Matter, languages: Sequence[str]) -> tuple[Any, ...]:
    rank = languages.index(matter.language) if matter.language in languages else len(languages)
    fullest = tuple((-len(getattr(matter, name)), getattr(matter, name)) for name in _HEAD)
    return not matter.title, rank, matter.language, fullest


def _status_key(matter: Matter) -> tuple[Any, ...]:
    return matter.status is Status.UNKNOWN, -_number(matter.status_as_of), matter.status, matter.source_status


def _read_key(matter: Matter) -> tuple[str, ...]:
    return "" if matter.parser else "none", matter.parser, matter.snapshot


def _number(day: str) -> int:
    return int(day.replace("-", "") or 0)


def _longest(one: Any, other: Any) -> Any:
    """The value that says more; of two equally long, the same whichever comes first."""
    return max(one, other, key=_says)


def _union(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    """Both, each once, in an order of its own (sources repeat themselves)."""
    return tuple(sorted({*one, *other}, key=msgspec.json.encode))


def _by_key(one: Iterable[T], other: Iterable[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """Joined by key; of two with one key, the one that says more."""
    kept: dict[Any, T] = {}
    for item in (*one, *other):
        rival = kept.get(key(item))
        kept[key(item)] = item if rival is None else _longest(rival, item)
    return tuple(kept[name] for name in sorted(kept))


def _says(item: Any) -> tuple[int, bytes]:
    encoded = msgspec.json.encode(item)
    return len(encoded), encoded


def _event_key(event: Event) -> tuple[str, ...]:
    return event.date, event.time, event.kind, event.label


def _timed(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """A bare day on which a comment period closes goes into the same day with its hour, which keeps where to comment.

    So does a closing read from sentences where a field of the source gives the same day and hour.
    """
    closing = [event for event in events if event.kind is EventKind.COMMENT_CLOSES]
    hours = {(event.date, event.cancelled) for event in closing if event.time}
    official = {(event.date, event.time, event.cancelled) for event in closing if event.mark is Mark.OFFICIAL}
    bare = [
        event
        for event in closing
        if (not event.time and (event.date, event.cancelled) in hours)
        or (event.mark is not Mark.OFFICIAL and (event.date, event.time, event.cancelled) in official)
    ]
    kept = [event for event in events if event not in bare]
    return tuple(_addressed(event, bare) for event in kept) if bare else events


def _addressed(event: Event, bare: Sequence[Event]) -> Event:
    """With the fullest address that it or one of its bare days gives."""
    same = [one.url for one in bare if (one.date, one.kind, one.cancelled) == (event.date, event.kind, event.cancelled)]
    return replace(event, url=max((event.url, *same), key=_says))


def _text_key(text: Text) -> str:
    return text.id

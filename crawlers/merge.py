"""Join what several responses say of one matter into one record; any order of the same facts gives the same record."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import msgspec

from crawlers.believed import WATCHLIST, settle
from crawlers.matter import Event, Matter, Text, to_json
from crawlers.vocabulary import Status

T = TypeVar("T")

_STATUS = ("status", "status_as_of", "source_status")
_SETS = ("aliases", "links", "people", "identifiers")
_ALONE = frozenset({*_STATUS, *_SETS, "id", "provisional", "mark", "events", "texts", "missing"})
_PLAIN = tuple(name for name in Matter.__struct_fields__ if name not in _ALONE)


def merge(one: Matter, other: Matter, languages: Sequence[str] = ()) -> Matter:
    """Both records of one id as one. Commutative, associative and idempotent.

    Title, language and address come from the record whose language stands first in `languages`; the status from the
    later `status_as_of`; events, texts, links and people are joined; `missing` keeps only what neither has.
    """
    if one.id != other.id:
        raise ValueError(f"{one.id} and {other.id} are two matters")
    if (one.source == WATCHLIST) != (other.source == WATCHLIST):
        return settle(other, one) if one.source == WATCHLIST else settle(one, other)
    lead, second = sorted((one, other), key=lambda matter: _precedence(matter, languages))
    joined: dict[str, Any] = {name: getattr(lead, name) or getattr(second, name) for name in _PLAIN}
    joined |= {name: getattr(_later(lead, second), name) for name in _STATUS}
    joined |= {name: _union(getattr(lead, name), getattr(second, name)) for name in _SETS}
    joined["events"] = _by_key(lead.events, second.events, _event_key)
    joined["texts"] = _by_key(lead.texts, second.texts, _text_key)
    joined["mark"] = min(lead.mark, second.mark, key=len)
    merged = msgspec.structs.replace(lead, provisional=lead.provisional and second.provisional, **joined)
    lacking = sorted({*lead.missing, *second.missing})
    return msgspec.structs.replace(merged, missing=tuple(name for name in lacking if not getattr(merged, name, None)))


def merge_all(matters: Iterable[Matter], languages: Sequence[str] = ()) -> list[Matter]:
    """One record an id, in the order in which the ids first came."""
    merged: dict[str, Matter] = {}
    for matter in matters:
        merged[matter.id] = merge(merged[matter.id], matter, languages) if matter.id in merged else matter
    return list(merged.values())


def _precedence(matter: Matter, languages: Sequence[str]) -> tuple[Any, ...]:
    rank = languages.index(matter.language) if matter.language in languages else len(languages)
    return rank, matter.language, not matter.title, not matter.texts, _newest_first(matter.published), to_json(matter)


def _newest_first(day: str) -> int:
    return -int(day.replace("-", "") or 0)


def _later(lead: Matter, second: Matter) -> Matter:
    """The record whose status is true of the later day; a known status before `unknown`, then the lead."""
    if (lead.status is Status.UNKNOWN) != (second.status is Status.UNKNOWN):
        return second if lead.status is Status.UNKNOWN else lead
    return second if second.status_as_of > lead.status_as_of else lead


def _union(one: Iterable[T], other: Iterable[T]) -> tuple[T, ...]:
    """Both, each once, in an order of its own (sources repeat themselves)."""
    return tuple(sorted({*one, *other}, key=msgspec.json.encode))


def _by_key(one: Iterable[T], other: Iterable[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """Joined by key; of two with one key, the one that says more."""
    kept: dict[Any, T] = {}
    for item in (*one, *other):
        rival = kept.get(key(item))
        kept[key(item)] = item if rival is None else max(rival, item, key=_says)
    return tuple(kept[name] for name in sorted(kept))


def _says(item: Any) -> tuple[int, bytes]:
    encoded = msgspec.json.encode(item)
    return len(encoded), encoded


def _event_key(event: Event) -> tuple[str, ...]:
    return event.date, event.time, event.kind, event.label


def _text_key(text: Text) -> str:
    return text.id

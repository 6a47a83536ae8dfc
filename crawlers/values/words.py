"""A source's own words for where a matter stands and what happened, as ours: tables in YAML beside its parser."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from crawlers import facts
from crawlers.vocabulary import EventKind, Kind, Status

_PARSERS = Path(__file__).parent.parent / "parsers"
_log = logging.getLogger(__name__)

T = TypeVar("T", Status, EventKind, Kind)


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Our words, each with those of the source, in any case.

    `match` says where in what the source says those of a status stand, `match_events` the same of events; those of
    kinds of documents are the whole of it.
    """

    match: Literal["whole", "opening", "inside"]
    match_events: Literal["whole", "opening", "inside"] = "inside"
    status: dict[Status, list[str]] = {}
    events: dict[EventKind, list[str]] = {}
    kinds: dict[Kind, list[str]] = {}


@dataclass(frozen=True)
class Words:
    """The table of `crawlers/parsers/<name>.yaml`. Of the words that fit, the longest counts."""

    name: str

    def status(self, said: str) -> Status:
        """Unknown for none, and, loudly, for what is not in the table."""
        found = _fitting(said, self._statuses, self._table.match)
        if said and found is None:
            _log.warning("%s.yaml: unknown status word %r", self.name, said)
        return found or Status.UNKNOWN

    def knows(self, said: str) -> bool:
        return _fitting(said, self._statuses, self._table.match) is not None

    def event(self, said: str) -> EventKind:
        return _fitting(said, self._events, self._table.match_events) or EventKind.OTHER

    def kind(self, said: str, other: Kind) -> Kind:
        """The other kind, loudly, for what is not in the table."""
        found = _fitting(said, self._kinds, "whole")
        if found is None:
            _log.warning("%s.yaml: unknown type of document: %r", self.name, said)
        return found or other

    @cached_property
    def _table(self) -> _Table:
        path = _PARSERS / f"{self.name}.yaml"
        return facts.convert(facts.load(path), _Table, path.name, "words")

    @cached_property
    def _statuses(self) -> dict[str, Status]:
        return _by_word(self._table.status)

    @cached_property
    def _events(self) -> dict[str, EventKind]:
        return _by_word(self._table.events)

    @cached_property
    def _kinds(self) -> dict[str, Kind]:
        return _by_word(self._table.kinds)


def _by_word(table: Mapping[T, list[str]]) -> dict[str, T]:
    return {word.lower(): ours for ours, words in table.items() for word in words}


def _fitting(said: str, known: dict[str, T], match: str) -> T | None:
    plain = " ".join(said.split()).lower()
    if plain in known or match == "whole":
        return known.get(plain)
    fits = [word for word in known if (plain.startswith(word) if match == "opening" else word in plain)]
    return known[max(fits, key=len)] if fits else None

"""What happened, and where a matter stands, by patterns in a source's words: tables in YAML beside the module that reads them."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from crawlers import facts
from crawlers.vocabulary import EventKind, Status


class Sign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A regular expression, and what the words say in which it is found."""

    says: str
    status: Status = Status.UNKNOWN
    event: EventKind = EventKind.OTHER


@dataclass(frozen=True)
class Signs:
    """The table that has the name of a module, by the path of that. The first sign that is found counts."""

    module: str

    def find(self, words: str) -> Sign | None:
        return next((sign for pattern, sign in self._patterns if pattern.search(words)), None)

    def meaning(self, words: str) -> Sign:
        """The same; unknown and other where there is none."""
        return self.find(words) or Sign("")

    def events(self, words: str) -> list[EventKind]:
        """Of all that are found."""
        return [sign.event for pattern, sign in self._patterns if pattern.search(words)]

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], Sign]]:
        path = Path(self.module).with_suffix(".yaml")
        signs = facts.convert(facts.load(path), list[Sign], path.name, "signs")
        return [(re.compile(sign.says), sign) for sign in signs]

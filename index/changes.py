"""What a change of one matter is, and how it is told: substantive, clerical or correction."""

from enum import StrEnum
from typing import Any

from crawlers.matter import Event, Matter, Struct
from index.differences import laws


class Sort(StrEnum):
    """Does it matter: the world changed, only the spelling of the record did, or what was known had been wrong."""

    SUBSTANTIVE = "substantive"
    CLERICAL = "clerical"
    CORRECTION = "correction"


class What(StrEnum):
    """`norm` is a change in law: its label says which."""

    NEW = "new"
    STATUS = "status"
    EVENT = "event"
    TITLE = "title"
    TEXT = "text"
    NORM = "norm"
    FACTS = "facts"


class Change(Struct, frozen=True, kw_only=True):
    """One change of one matter. `label` says more: added, moved, cancelled, dropped, shorter, new_duty, changed …

    `was` and `now` are the words before and after; `day` is the source's own day, `learned` the instant (UTC, Z) at
    which we knew. `key` names the fact for ever: learned again, it has the same key.
    """

    key: str
    sort: Sort
    what: What
    matter: str
    title: str
    jurisdiction: str
    learned: str
    label: str = ""
    was: str = ""
    now: str = ""
    day: str = ""
    event: Event | None = None
    norm: laws.NormChange | None = None
    text: str = ""
    provision: str = ""
    topics: tuple[str, ...] = ()


class Teller:
    def __init__(self, matter: Matter, learned: str) -> None:
        self.matter, self.learned = matter, learned
        self.topics = tuple(str(tag.topic) for tag in matter.topics)

    def tell(self, what: What, sort: Sort = Sort.SUBSTANTIVE, label: str = "", name: str = "", **more: Any) -> Change:
        """`name` tells changes of one kind in one matter apart."""
        matter = self.matter
        key = "|".join((matter.id, what, label, name, str(more.get("day", "")), str(more.get("now", ""))[:80]))
        return Change(
            key=key,
            sort=sort,
            what=what,
            matter=matter.id,
            title=matter.title,
            jurisdiction=matter.jurisdiction,
            learned=self.learned,
            label=label,
            topics=self.topics,
            **more,
        )

    def past(self, day: str) -> bool:
        return bool(day) and day < self.learned[:10]

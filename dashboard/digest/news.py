"""What goes into a digest, as values: facts that were learned, and what a reader wants of them."""

from collections.abc import Iterable
from enum import StrEnum

from crawlers.matter import Struct

SAMPLE = "zz"


class Sort(StrEnum):
    """Which part of the digest a fact belongs to."""

    LAW = "law"
    MOVED = "moved"
    NEW = "new"
    CORRECTION = "correction"


REPLACED = "replaced"


class Note(Struct, frozen=True, kw_only=True):
    """What stands behind a fact: words of the source, where they stand, when and by which rule they were read.

    `language` is that of the quote; `read` is a day; `url` the official page.
    """

    quote: str = ""
    language: str = ""
    source: str = ""
    provision: str = ""
    url: str = ""
    read: str = ""
    rule: str = ""
    reviewed: bool | None = None


class News(Struct, frozen=True, kw_only=True):
    """One fact that we learned. `key` names it for ever, so that nobody is told twice; `language` is that of the title.

    `day` is the source's own day, `learned` the instant (UTC, Z) at which we first had it. `says` are words of the
    source; `event` and `status` are words of our vocabularies. `label` names what changed in law (shorter, exempt,
    new_duty …; replaced: almost nothing of the version before is left), `version` in which text, `was` and `now` its
    words before and after, `places` all provisions where the same was done; `ahead` is the day, with its hour if there is one, of an event to come; `next_day` and `next`
    (a kind of event) what comes then. `by_its_dates`: only the law's own days say where it stands.
    """

    key: str
    sort: Sort
    matter: str
    title: str
    jurisdiction: str
    learned: str
    provision: str = ""
    places: tuple[str, ...] = ()
    language: str = ""
    day: str = ""
    label: str = ""
    version: str = ""
    says: str = ""
    event: str = ""
    status: str = ""
    by_its_dates: bool = False
    was_status: str = ""
    ahead: str = ""
    cancelled: bool = False
    was: str = ""
    now: str = ""
    next_day: str = ""
    next: str = ""
    topics: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    note: Note | None = None


class Taste(Struct, frozen=True, kw_only=True):
    """What a reader follows. Places, topics and duties narrow; matters named one by one come in any case.

    `narrow`: nothing but those matters, even when there is none this week (searches that found nothing). `names` are
    the searches, lenses and collections that were asked, as the reader calls them.
    """

    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    narrow: bool = False
    names: tuple[str, ...] = ()

    def wants(self, place: str, matter: str, topics: Iterable[str], duties: Iterable[str]) -> bool:
        """The invented place only for who follows nothing else."""
        if matter in self.matters:
            return True
        if (place == SAMPLE) != (self.places == (SAMPLE,)) or not _within(place, self.places):
            return False
        if not self.topics and not self.duties:
            return bool(self.places) or not (self.matters or self.narrow)
        return bool({*self.topics} & {*topics} or {*self.duties} & {*duties})


def _within(place: str, places: tuple[str, ...]) -> bool:
    """A state is within its country: us-tx in us."""
    return not places or any(place == one or place.startswith(f"{one}-") for one in places)

"""A part of this week: one lens, one place, one sort of things in full; each has an address."""

from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import urlencode

from msgspec.structs import replace

from dashboard.digest.build import Week
from dashboard.digest.news import News, Sort
from dashboard.views.paged import first

NONE = "none"
# facts of a sort on one page of its whole list
PAGE = 500


def first_topic(one: News) -> str:
    return one.topics[0] if one.topics else NONE


class Part(NamedTuple):
    """What a reader wants of the week; empty is everything, `topic` is of new matters, NONE of those without one.

    `after` is how many facts of a whole list the pages before hold.
    """

    lens: str = ""
    place: str = ""
    show: str = ""
    topic: str = ""
    after: str = ""

    def rows(self, count: int) -> slice:
        """Which facts of a whole list of so many are on this page."""
        before = first(self.after, count)
        return slice(before, before + PAGE)

    def following(self, count: int) -> str:
        """The next page of a whole list of so many facts, if there is one."""
        end = self.rows(count).stop
        return self.address(after=str(end)) if count > end else ""

    def address(self, **other: str) -> str:
        """Of the same part but for one answer, from its first page on."""
        given = {name: value for name, value in {**self._asdict(), "after": "", **other}.items() if value}
        return f"/?{urlencode(given)}" if given else "/"

    def of(self, week: Week, ids: Collection[str] | None) -> Week:
        """Of a place, and of a lens the matters with these ids."""
        return replace(
            week,
            news=tuple(one for one in week.news if self._told(one, ids)),
            windows=tuple(one for one in week.windows if self._wanted(one.matter, one.jurisdiction, ids)),
        )

    def _told(self, one: News, ids: Collection[str] | None) -> bool:
        about = not self.topic or (one.sort is Sort.NEW and self.topic == first_topic(one))
        return about and self._wanted(one.matter, one.jurisdiction, ids)

    def _wanted(self, matter: str, place: str, ids: Collection[str] | None) -> bool:
        return self.place in {"", place} and (ids is None or matter in ids)

    def where(self, sort: Sort, count: int, most: int) -> str:
        """The list that a number of facts leads to: further down, or in full where it is too long for that."""
        if self.show or count <= most:
            return f"#{sort}"
        return self.address(show=sort)

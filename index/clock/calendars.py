"""When courts are closed: the holidays package, our own days where it lacks them, closures, stretches left out."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from dateutil.easter import easter  # type: ignore[import-untyped]

from crawlers import facts
from crawlers.matter import Struct
from crawlers.vocabulary import Mark
from index.clock.holiday import named, plain
from index.clock.rules import FOLDER
from index.phrase import Phrase, phrase

DAY = timedelta(days=1)
OPEN = phrase("")
TOLD = range(2024, 2031)  # years whose holidays the catalogues name
WEEKEND = {5: phrase("a Saturday"), 6: phrase("a Sunday")}


class OwnDay(Struct, frozen=True, kw_only=True):
    """A yearly day: `day` (and `to`) as MM-DD, `easter` as days after Easter Sunday, or the nth weekday of a month.

    `saturday`, `sunday`: how many days off it is kept as well when it falls on one.
    """

    name: str
    day: str = ""
    to: str = ""
    easter: int | None = None
    month: int = 0
    nth: int = 0
    weekday: int = 0
    saturday: int = 0
    sunday: int = 0

    def moved(self, day: date) -> int:
        return {5: self.saturday, 6: self.sunday}.get(day.weekday(), 0)


class Place(Struct, frozen=True, kw_only=True):
    """One calendar as its facts say it."""

    name: str
    library: str = ""
    subdivision: str = ""
    categories: tuple[str, ...] = ("public",)
    observed: str = ""
    without: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()
    own: tuple[OwnDay, ...] = ()
    mark: Mark = Mark.OFFICIAL


class Closure(Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    calendar: str
    since: str
    to: str
    why: str
    doubtful: bool = False
    mark: Mark = Mark.OFFICIAL


class Reading(Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    """A stretch from one MM-DD to another, over the new year where it must."""

    since: str
    to: str
    says: str = ""

    def holds(self, day: date) -> bool:
        at = f"{day:%m-%d}"
        return self.since <= at <= self.to if self.since <= self.to else at >= self.since or at <= self.to


class Excluded(Struct, frozen=True, kw_only=True, rename={"since": "from", "otherwise": "or"}):
    """Days that a rule leaves out of its count; `years` where each year has its own; `otherwise` another reading."""

    name: str
    since: str = ""
    to: str = ""
    mark: Mark = Mark.OFFICIAL
    otherwise: Reading | None = None
    citation: str = ""
    years: dict[str, Reading] = {}  # noqa: RUF012

    def unread(self, day: date) -> bool:
        """A day that is left out in other years, of a year whose stretch was not read."""
        if not self.years or str(day.year) in self.years:
            return False
        first, last = min(one.since for one in self.years.values()), max(one.to for one in self.years.values())
        return first <= f"{day:%m-%d}" <= last

    def holds(self, day: date, other: bool = False) -> bool:
        if other and self.otherwise:
            return self.otherwise.holds(day)
        if self.years:
            return str(day.year) in self.years and self.years[str(day.year)].holds(day)
        return Reading(since=self.since, to=self.to).holds(day)


class Circuit(Struct, frozen=True, kw_only=True):
    state: str
    zone: str


class Known(Struct, frozen=True, kw_only=True):
    """All of calendars.yaml."""

    calendars: dict[str, Place]
    closures: tuple[Closure, ...]
    excluded: dict[str, Excluded]
    circuits: dict[str, Circuit]


@cache
def known() -> Known:
    return facts.convert(facts.load(FOLDER / "calendars.yaml"), Known, "calendars.yaml", "all")


class Calendar:
    """The closed days of one court. Days moved by observance, and state holidays, are told apart from the rest."""

    def __init__(self, name: str, states: tuple[str, ...] = ()) -> None:
        self.place = known().calendars[name] if name else Place(name="the forum")
        self.name = self.place.name
        self.states = states
        self._closures = [closure for closure in known().closures if closure.calendar == name]

    def closed(self, day: date, *, observed: bool = True, state: bool = True) -> Phrase:
        """Why the court is closed on the day, or nothing. Without `observed`, doubtful days count as open."""
        if day.weekday() in WEEKEND:
            return WEEKEND[day.weekday()]
        holiday = _library(self.place, day.year).get(day, "") or _own(self.place, day.year).get(day, "")
        if holiday and (observed or not self._doubtful(holiday)) and (state or not self._uncertain(holiday)):
            return named(holiday)
        if closure := self._closure(day, observed):
            return phrase(closure)
        return self._kept(day) if state else OPEN

    def _kept(self, day: date) -> Phrase:
        """The holiday of a state that counts."""
        for state in self.states:
            if kept := _state(state, day.year).get(day, ""):
                return phrase("{holiday}, a holiday of {state}", holiday=named(kept), state=state)
        return OPEN

    def _doubtful(self, holiday: str) -> bool:
        return self.place.observed == "doubtful" and "(observed)" in holiday

    def _uncertain(self, holiday: str) -> bool:
        return any(name in holiday for name in self.place.uncertain)

    def _closure(self, day: date, observed: bool) -> str:
        for closure in self._closures:
            if closure.since <= day.isoformat() <= closure.to and (observed or not closure.doubtful):
                return closure.why
        return ""

    def remembered(self, day: date) -> Phrase:
        """Why the day is closed, where that is from memory: a closure by order that was not read."""
        found = [closure.why for closure in self._closures if closure.since <= day.isoformat() <= closure.to]
        marks = {closure.mark for closure in self._closures if closure.why in found}
        return phrase(found[0]) if Mark.MEMORY in marks and str(self.closed(day)) in found else OPEN

    def open_from(self, day: date, step: int, *, observed: bool = True, state: bool = True) -> date:
        """The day itself if open, else the nearest open day after (step 1) or before (step -1) it."""
        while self.closed(day, observed=observed, state=state):
            day += step * DAY
        return day


@cache
def calendar(name: str, *states: str) -> Calendar:
    return Calendar(name, states)


@cache
def _library(place: Place, year: int) -> dict[date, str]:
    if not place.library:
        return {}
    import holidays

    found = holidays.country_holidays(
        place.library, subdiv=place.subdivision or None, years=[year], categories=_offered(place), language="en_US"
    )
    return {day: name for day, name in found.items() if name not in place.without}


def _offered(place: Place) -> Any:
    return place.categories


@cache
def _own(place: Place, year: int) -> dict[date, str]:
    kept = {day: own.name for own in place.own for day in _days(own, year)}
    return _moved(place, year) | kept


def _moved(place: Place, year: int) -> dict[date, str]:
    """Own days that fell on a weekend, on the day on which they are kept as well."""
    return {
        day + own.moved(day) * DAY: f"{own.name} (observed)"
        for own in place.own
        for day in _days(own, year)
        if own.moved(day)
    }


def _days(own: OwnDay, year: int) -> list[date]:
    if own.easter is not None:
        return [easter(year) + own.easter * DAY]
    if own.nth:
        first = date(year, own.month, 1)
        return [first + ((own.weekday - first.weekday()) % 7 + 7 * (own.nth - 1)) * DAY]
    start, end = (date.fromisoformat(f"{year}-{at}") for at in (own.day, own.to or own.day))
    return [start + number * DAY for number in range((end - start).days + 1)]


@cache
def _state(state: str, year: int) -> dict[date, str]:
    """Days that the state keeps beyond the federal ones."""
    import holidays

    federal = holidays.country_holidays("US", years=[year])
    own = holidays.country_holidays("US", subdiv=state, years=[year])
    return {day: name for day, name in own.items() if day not in federal}


def holidays_told() -> set[str]:
    """The names of all days on which a court of ours is closed, for the catalogues."""
    names = {name for place in known().calendars.values() for year in TOLD for name in _library(place, year).values()}
    own = {own.name for place in known().calendars.values() for own in place.own}
    return own.union(*map(plain, names))

"""Read profile.yaml: what a service is and how large, each fact with the day it was true of."""

from datetime import date
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.facts import BadFacts
from crawlers.matter import Struct

FILE = "profile.yaml"
OLD = 400  # days after which a figure is shown as old


class Fact(Struct, frozen=True, kw_only=True):
    """A property of the service; value None means nobody has filled it in."""

    value: bool | float | str | tuple[str, ...] | None
    day: str | None = None
    note: str = ""
    place: str = ""


class Number(Struct, frozen=True, kw_only=True):
    """A figure of one place, e.g. registered users in India."""

    metric: str
    place: str
    value: float | None
    day: str | None = None


class Profile(Struct, frozen=True, kw_only=True):
    id: str
    name: str
    facts: dict[str, Fact]
    numbers: tuple[Number, ...] = ()
    established: str | None = None

    def fact(self, name: str) -> Fact | None:
        return self.facts.get(name)

    def number(self, metrics: tuple[str, ...], place: str) -> Number | None:
        """The first of these metrics that the profile has for the place, filled in or not."""
        for metric in metrics:
            for number in self.numbers:
                if (number.metric, number.place) == (metric, place):
                    return number
        return None


@cache
def profiles() -> dict[str, Profile]:
    """By id, the first being the one shown unless another is asked for. Raises BadFacts."""
    path = facts.find(FILE)
    content = facts.load(path)
    if not isinstance(content, dict) or not content:
        raise BadFacts(f"{path.name}: must map the ids of profiles to their facts")
    return {
        id: facts.convert({"id": id, **_mapping(path, id, entry)}, Profile, path.name, str(id))
        for id, entry in content.items()
    }


def _mapping(path: Path, id: object, entry: object) -> dict[str, object]:
    if not isinstance(entry, dict):
        raise BadFacts(f"{path.name}: {id}: must be a mapping with name, established, facts and numbers")
    return entry


def old(day: str | None, today: date) -> bool:
    """Is a figure of this day (or of no day) too old to be shown without saying so?"""
    return day is None or (today - date.fromisoformat(day)).days > OLD

"""The steps of a bill as the page of its file in the Assemblée nationale lists them, a line each."""

import re
from collections.abc import Iterator
from itertools import takewhile

from crawlers.matter import Person
from crawlers.record import Told, people
from crawlers.values import dates
from crawlers.values.dates import When
from crawlers.values.signs import Signs
from crawlers.vocabulary import EventKind, Status

_SIGNS = Signs(__file__)
_HOUR = re.compile(r" à (\d{1,2}) heures?(?: (\d{1,2}))?")
_AGREED = "article 45, alinéa 3"  # the text of the joint committee, adopted by one house
_STANDS = {
    EventKind.ENACTED: Status.ENACTED, EventKind.PASSED: Status.PASSED, EventKind.REJECTED: Status.REJECTED,
    EventKind.WITHDRAWN: Status.WITHDRAWN, EventKind.PASSED_ONE_CHAMBER: Status.PASSED_ONE_CHAMBER,
    EventKind.REPORTED: Status.REPORTED, EventKind.MEETING: Status.COMMITTEE, EventKind.INTRODUCED: Status.INTRODUCED,
}  # fmt: skip
_VOTED = {EventKind.PASSED, EventKind.REJECTED, EventKind.WITHDRAWN, EventKind.PASSED_ONE_CHAMBER}


def own(lines: list[str]) -> list[str]:
    """The lines of the first bill: a page may go on with a second one, and ends with what the government said of it."""
    second = [place for place, line in enumerate(lines) if line == "Travaux préparatoires"][1:2]
    told = lines[: second[0]] if second else lines
    laws = [place for place, line in enumerate(told) if line.startswith("Loi") and "publiée au" in line]
    told = told[: laws[1]] if len(laws) > 1 else told
    return list(takewhile(lambda line: line != "En savoir plus", told))


def told(lines: list[str]) -> Iterator[Told]:
    for line in lines:
        kind = _kind(line)
        if kind is not None and (day := _day(line, kind)).date:
            yield day, kind, line[:300]


def _kind(line: str) -> EventKind | None:
    return sign.event if (sign := _SIGNS.find(line)) else None


def _day(line: str, kind: EventKind) -> When:
    """The first day, of what ends with its day the last; a meeting has an hour."""
    plain = re.sub(r"\(mis en ligne[^)]*\)", "", line)
    days = dates.inside(plain)
    day = (days[-1] if kind in {*_VOTED, EventKind.VOTE} else days[0]) if days else ""
    hour = _HOUR.search(plain) if kind in {EventKind.MEETING, EventKind.HEARING} else None
    return When(day, f"{int(hour[1]):02}:{int(hour[2] or 0):02}", "Europe/Paris") if hour and day else When(day)


def standing(lines: list[str]) -> tuple[Status, str, str]:
    """By the law, else the last vote, else the last step; both houses on the text of the joint committee have passed it."""
    known = [(kind, line) for line in lines if (kind := _kind(line)) in _STANDS]
    if not known:
        return Status.INTRODUCED, "", ""
    laws, voted = ([one for one in known if one[0] in kinds] for kinds in ({EventKind.ENACTED}, _VOTED))
    kind, line = (laws or voted or known)[-1]
    both = kind is EventKind.PASSED_ONE_CHAMBER and sum(_AGREED in line for line in lines) > 1
    return Status.PASSED if both else _STANDS[kind], line[:200], _day(line, kind).date


def rapporteurs(lines: list[str]) -> Iterator[Person]:
    for line in lines:
        if found := re.search(r"a nommé (.+?) rapporteure?s?\b", line):
            names = re.split(r" et |, ", re.sub(r"\b(?:MM?\.|Mmes?)\s*", "", found[1]))
            yield from people("rapporteur", (name.strip() for name in names))

"""Where two official sources cannot both be right about one matter: its name, its status, a day, a version."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations

from crawlers.matter import Struct
from crawlers.vocabulary import Status
from index import words
from index.disagreement.said_by_source import Said


class Sort(StrEnum):
    TITLE = "title"
    STATUS = "status"
    DATE = "date"
    VERSION = "version"


class Side(Struct, frozen=True, kw_only=True):
    """What one source said, and the day on which we read it."""

    source: str
    said: str
    learned: str


class Contradiction(Struct, frozen=True, kw_only=True):
    """`about` says more: the language of a title, the kind of an event, the id of a version."""

    matter: str
    title: str
    sort: Sort
    about: str
    one: Side
    other: Side


_MADE = frozenset(
    {Status.ENACTED, Status.GRACE_PERIOD, Status.IN_FORCE, Status.PARTLY_IN_FORCE, Status.CHALLENGED, Status.SUSPENDED}
)
_ENDED = frozenset({Status.REPEALED, Status.STRUCK_DOWN})
_FAILED = frozenset({Status.REJECTED, Status.WITHDRAWN, Status.LAPSED, Status.VETOED, Status.MERGED})
_UNDER_WAY = frozenset(
    {
        Status.PROPOSED,
        Status.CONSULTATION,
        Status.INTRODUCED,
        Status.COMMITTEE,
        Status.REPORTED,
        Status.PASSED_ONE_CHAMBER,
        Status.PASSED,
    }
)
_OPEN = frozenset({Status.PENDING, Status.WINDOW_OPEN, Status.ARGUED})

# What a matter cannot be on a later day, and what it cannot be on the same day either.
_NEVER_AFTER = {
    **dict.fromkeys(_MADE, _UNDER_WAY | _FAILED),
    **dict.fromkeys(_ENDED, _UNDER_WAY | _FAILED | _MADE),
    **dict.fromkeys(_FAILED - {Status.VETOED}, _UNDER_WAY),
    Status.DECIDED: _OPEN,
}
_NEVER_WITH = {**dict.fromkeys(_MADE | _ENDED, _FAILED), Status.DECIDED: frozenset[Status]()}


def contradictions(statements: Mapping[str, Sequence[Said]]) -> list[Contradiction]:
    """Of all matters of which several sources have spoken, by matter."""
    return [
        found
        for matter, sides in statements.items()
        for one, other in combinations(sides, 2)
        for found in compare(matter, one, other)
    ]


def compare(matter: str, one: Said, other: Said) -> Iterator[Contradiction]:
    """Silence contradicts nothing; nor do another spelling, a shorter name, or what was true on a later day."""
    title = next((name for names in (*one.titles.values(), *other.titles.values()) for name in names), matter)

    def told(sort: Sort, about: str, mine: str, theirs: str) -> Contradiction:
        first = Side(source=one.source, said=mine, learned=one.learned)
        second = Side(source=other.source, said=theirs, learned=other.learned)
        return Contradiction(matter=matter, title=title, sort=sort, about=about, one=first, other=second)

    for language in sorted(one.titles.keys() & other.titles.keys()):
        if not _one_name(one.titles[language], other.titles[language]):
            yield told(Sort.TITLE, language, one.titles[language][0], other.titles[language][0])
    if _clash(one, other):
        yield told(Sort.STATUS, "", _status(one), _status(other))
    for kind in sorted(one.dates.keys() & other.dates.keys()):
        mine, theirs = one.dates[kind], other.dates[kind]
        if not {*mine} & {*theirs} and not _moved(one, mine, other, theirs):
            yield told(Sort.DATE, kind, " ".join(mine), " ".join(theirs))
    for version in sorted(one.versions.keys() & other.versions.keys()):
        if one.versions[version] != other.versions[version]:
            yield told(Sort.VERSION, version, one.versions[version], other.versions[version])


def _one_name(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Does any name of the one stand, whatever its spelling, in a name of the other?"""
    ours = [{*words.exact(name)} for name in mine]
    others = [{*words.exact(name)} for name in theirs]
    return any(a <= b or b <= a for a in ours for b in others)


def _clash(one: Said, other: Said) -> bool:
    """Only where both say of which day their status was true."""
    if not one.status_as_of or not other.status_as_of:
        return False
    if one.status_as_of == other.status_as_of:
        return other.status in _NEVER_WITH.get(one.status, ()) or one.status in _NEVER_WITH.get(other.status, ())
    first, last = sorted((one, other), key=lambda each: each.status_as_of)
    return last.status in _NEVER_AFTER.get(first.status, ())


def _status(of: Said) -> str:
    return f"{of.status} {of.status_as_of}"


def _moved(one: Said, mine: Sequence[str], other: Said, theirs: Sequence[str]) -> bool:
    """A day that was still to come when the one was read may have been put off before the other was."""
    if one.learned == other.learned:
        return False
    before, days = (one, mine) if one.learned < other.learned else (other, theirs)
    return max(days) > before.learned

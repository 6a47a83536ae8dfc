"""How often something is due: once a year, every six months, annually. That is no limit of time: half as long is twice as often."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from index.differences.counting import Facts, Often, Token, number

# little words between how many times and the time: twice in every year
BETWEEN = 3
# a fine for each day tells nobody how often to act
DAY = 24.0


class Interval(NamedTuple):
    """Hours from one time to the next, and the place behind its words."""

    hours: float
    after: int


def interval(tokens: Sequence[Token], at: int, given: Facts) -> Interval | None:
    """The frequency that begins here."""
    if not given.often or tokens[at].group == "stop":
        return None
    word = tokens[at].word
    if word in given.often.adverbs:
        return Interval(given.often.adverbs[word], at + 1)
    if behind := _phrase(tokens, at, given.often.every):
        every = _time(tokens, behind, given, 1.0)
        return every if every and every.hours > DAY else None
    return _so_often(tokens, at, given, given.often)


def _so_often(tokens: Sequence[Token], at: int, given: Facts, often: Often) -> Interval | None:
    """Once, twice, three times … a year."""
    times, behind = float(often.once.get(tokens[at].word, 0)), at + 1
    if not times:
        times, behind = number(tokens, at, given)
        if behind == at or behind >= len(tokens) or tokens[behind].word not in often.times:
            return None
        behind += 1
    first = behind
    while behind < len(tokens) and behind - first < BETWEEN and tokens[behind].word in often.per:
        behind += 1
    counted = number(tokens, behind, given)[1] > behind if behind < len(tokens) else False
    return _time(tokens, behind, given, times) if times and (behind > first or counted) else None


def _time(tokens: Sequence[Token], at: int, given: Facts, times: float) -> Interval | None:
    """The time, with or without a number before it."""
    if at >= len(tokens):
        return None
    count, behind = number(tokens, at, given)
    if behind < len(tokens) and tokens[behind].word in given.hours:
        return Interval((count if behind > at else 1.0) * given.hours[tokens[behind].word] / times, behind + 1)
    return None


def _phrase(tokens: Sequence[Token], at: int, phrases: Sequence[str]) -> int:
    """The place behind the longest of the phrases that begins here, or 0."""
    for phrase in _by_first(tuple(phrases)).get(tokens[at].word, ()):
        if tuple(one.word for one in tokens[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return 0


@cache
def _by_first(phrases: tuple[str, ...]) -> Mapping[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(one.split()) for one in phrases), key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return found

"""Figures in the words of a law: times, ages, numbers of people, sums and shares, in digits or in words, each with its place."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

from crawlers.matter import Struct
from index import words
from index.differences.counting import Facts, Token, gloss, known, number, tokens_of
from index.differences.frequency import interval
from nlp.facts import facts

_SIGNS = {"€", "$", "£"}
# words between a number and what it counts, and between a word for the age of people and the number
NEAR, ROUND = 4, 5
# a number from which what was named before it is counted: the number of users exceeds five million
MANY = 1000


class Kind(StrEnum):
    """`time` is counted in hours, and so is `often`, from one time to the next; `share` in per cent."""

    TIME = "time"
    OFTEN = "often"
    AGE = "age"
    PERSONS = "persons"
    MONEY = "money"
    SHARE = "share"


class Figure(Struct, frozen=True, kw_only=True):
    """What is counted and how much (None: without delay, and so on); `text` are its words from `start` on."""

    kind: Kind
    value: float | None
    text: str
    start: int


def figures(text: str, language: str) -> list[Figure]:
    """In the order of the words; nothing in a language we do not count in."""
    given = known(language)
    if given is None:
        return []
    tokens, at = tokens_of(text), 0
    found = [*_at_once(text, tokens, language.split("-", maxsplit=1)[0].lower(), given)]
    while at < len(tokens):
        if often := interval(tokens, at, given):
            start, end = tokens[at].start, tokens[often.after - 1].end
            found.append(Figure(kind=Kind.OFTEN, value=round(often.hours, 4), text=text[start:end], start=start))
            at = often.after
            continue
        value, after = number(tokens, at, given)
        if after > at and (figure := _counted(text, tokens, at, after, value, given)):
            found.append(figure)
        at = max(gloss(tokens, at, after, given) if after > at else after, at + 1)
    return sorted(found, key=lambda one: one.start)


def _at_once(text: str, tokens: Sequence[Token], language: str, given: Facts) -> Iterator[Figure]:
    """At once is a time of no length; without undue delay is one of no length that could be told."""
    spoken = [one for one in tokens if one.group == "word"]
    taken = -1
    for at, token in enumerate(spoken):
        for phrase in _phrases(language, token.word) if at > taken else ():
            if [one.word for one in spoken[at : at + len(phrase)]] == list(phrase):
                taken = at + len(phrase) - 1
                value = 0.0 if " ".join(phrase) in given.instant else None
                yield Figure(kind=Kind.TIME, value=value, text=text[token.start : spoken[taken].end], start=token.start)
                break


@cache
def _phrases(language: str, first: str) -> tuple[tuple[str, ...], ...]:
    """The longest first."""
    given = known(language)
    said = (*facts().at_once.get(language, ()), *(given.instant if given else ()))
    found = {tuple(words.exact(phrase)) for phrase in said}
    return tuple(sorted((one for one in found if one[0] == first), key=lambda one: (-len(one), one)))


def _counted(text: str, tokens: Sequence[Token], at: int, after: int, value: float, given: Facts) -> Figure | None:
    """The number with what it counts, looked for behind it, then before it. `a user` counts nobody."""
    kind, worth, last = _behind(tokens, gloss(tokens, at, after, given), given)
    before, first = [one.word for one in tokens[max(0, at - ROUND) : at]], at
    if kind is None:
        kind = _before(before, value, tokens[at].group == "number", given)
        first = at - 1 if kind is Kind.MONEY else at
    elif kind is Kind.TIME and worth == max(given.hours.values()):
        near = (*before, *(one.word for one in tokens[last : last + 3]))
        kind, worth = (Kind.AGE, 1.0) if any(word in given.ages for word in near) else (kind, worth)
    if kind is None or (kind not in {Kind.TIME, Kind.SHARE} and value <= 1 and tokens[at].group == "word"):
        return None
    start, end = tokens[first].start, tokens[max(last, after) - 1].end
    return Figure(kind=kind, value=round(value * worth, 4), text=text[start:end], start=start)


def _behind(tokens: Sequence[Token], after: int, given: Facts) -> tuple[Kind | None, float, int]:
    """What is counted, what one of it is worth, and the place behind its word; words that may stand between are passed over."""
    first = _past_range(tokens, after, given)
    for place in range(first, min(first + NEAR, len(tokens))):
        word = tokens[place].word
        if word in given.hours:
            return _time(tokens, place, given)
        if word in given.persons:
            return Kind.PERSONS, 1.0, place + 1
        if word in _SIGNS or word in given.money:
            return Kind.MONEY, 1.0, place + 1
        for long in (1, 2):
            if " ".join(one.word for one in tokens[place : place + long]) in given.share:
                return Kind.SHARE, 1.0, place + long
        if word not in given.between and word not in given.working:
            break
    return None, 1.0, after


def _time(tokens: Sequence[Token], place: int, given: Facts) -> tuple[Kind, float, int]:
    """Working days, with the word for it on either side."""
    hours, behind = given.hours[tokens[place].word], tokens[place + 1].word if place + 1 < len(tokens) else ""
    if behind in given.working:
        return Kind.TIME, hours * given.working[behind], place + 2
    return Kind.TIME, hours * given.working.get(tokens[place - 1].word, 1.0), place + 1


def _before(before: Sequence[str], value: float, digits: bool, given: Facts) -> Kind | None:
    """EUR 10 000; the number of users exceeds five million; the age of 16, children under 15."""
    if before and (before[-1] in _SIGNS or before[-1] in given.money):
        return Kind.MONEY
    if value >= MANY and any(word in given.persons for word in before):
        return Kind.PERSONS
    if not before or not digits or value >= 100:
        return None
    aged = before[-1] in given.age or (len(before[-1]) < 6 and any(word in given.ages for word in before[-2:-1]))
    return Kind.AGE if aged else None


def _past_range(tokens: Sequence[Token], after: int, given: Facts) -> int:
    """Behind the other end, which says what both count: 10 000 to 50 000 euros."""
    if after + 1 < len(tokens) and tokens[after].word in (*given.ranges, "–", "—"):
        _, last = number(tokens, after + 1, given)
        return last if last > after + 1 else after
    return after

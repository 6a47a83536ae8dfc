"""Numbers in the words of a law, in digits or written out, in each language we count in."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct
from index import words
from nlp.sums import amount

_DIGITS = r"\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?"
ARTICLES = {"a", "an"}
_TOKEN = re.compile(rf"(?P<number>{_DIGITS})|(?P<sign>[€$£%])|(?P<word>[^\W\d_]+)|(?P<stop>[.,;:!?()/–—\n])")


class Often(Struct, frozen=True, kw_only=True):
    """Words for how often: `every` before a time, `once` or a number of `times` before `per` and a time, `adverbs` in hours."""

    every: tuple[str, ...]
    once: dict[str, int]
    times: tuple[str, ...]
    per: tuple[str, ...]
    adverbs: dict[str, float]


class Facts(Struct, frozen=True, kw_only=True):
    """What one language counts with (counting.yaml)."""

    numbers: dict[str, int]
    joins: tuple[str, ...]
    powers: dict[str, int]
    hours: dict[str, float]
    working: dict[str, float]
    between: tuple[str, ...]
    persons: tuple[str, ...]
    age: tuple[str, ...]
    ages: tuple[str, ...]
    share: tuple[str, ...]
    money: tuple[str, ...]
    instant: tuple[str, ...]
    ranges: tuple[str, ...]
    carves: tuple[str, ...]
    pronouns: tuple[str, ...]
    articles: dict[str, str]
    conditions: tuple[str, ...]
    classes: tuple[str, ...]
    fines: tuple[str, ...]
    often: Often | None = None


class Token(Struct, frozen=True):
    """`group` is number, sign, word or stop; `word` is folded."""

    group: str
    word: str
    start: int
    end: int


@cache
def _every() -> dict[str, Facts]:
    file = Path(__file__).with_name("counting.yaml")
    return facts.convert(facts.load(file), dict[str, Facts], file.name, "counting")


def known(language: str) -> Facts | None:
    return _every().get(language.split("-", maxsplit=1)[0].lower())


def tokens_of(text: str) -> list[Token]:
    return [
        Token(one.lastgroup or "", words.fold(one[0].lower()), one.start(), one.end()) for one in _TOKEN.finditer(text)
    ]


def number(tokens: Sequence[Token], at: int, given: Facts) -> tuple[float, int]:
    """The number that begins here, and the place behind it; the same place where none does."""
    total, current, place = 0.0, 0.0, at
    while place < len(tokens):
        token = tokens[place]
        if token.group == "number" and place == at:
            current = amount(token.word)
        elif token.group == "word" and (parts := _parts(token.word, given)):
            for part in parts:
                total, current = _add(part, total, current, given)
        elif not (place > at and token.word in given.joins and _goes_on(tokens, place + 1, current or total, given)):
            break
        place += 1
    return total + current, place


def _goes_on(tokens: Sequence[Token], place: int, held: float, given: Facts) -> bool:
    """Behind `and` comes what is less than the last part: thirty and forty are two numbers, and an article counts nothing."""
    if place >= len(tokens) or tokens[place].word in ARTICLES:
        return False
    least = next((unit for unit in (1000, 100, 10) if held % unit == 0), 1)
    return 0 < given.numbers.get(tokens[place].word, 0) < least or (held == 60 and tokens[place].word == "onze")


def gloss(tokens: Sequence[Token], at: int, after: int, given: Facts) -> int:
    """The place behind the same number once more in brackets: twenty-four (24), 24 (twenty-four); else the same place."""
    if after >= len(tokens) or tokens[after].word != "(":
        return after
    again, behind = number(tokens, after + 1, given)
    closed = behind > after + 1 and behind < len(tokens) and tokens[behind].word == ")"
    return behind + 1 if closed and again == number(tokens, at, given)[0] else after


def _add(part: str, total: float, current: float, given: Facts) -> tuple[float, float]:
    if part in given.powers:
        power = given.powers[part]
        raised = (current or 1) * power
        return (total, raised) if power == 100 else (total + raised, 0.0)
    if current == 4 and part in {"vingt", "vingts"}:
        return total, 80.0
    return total, current + given.numbers.get(part, 0)


@cache
def _pieces(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))


def _parts(word: str, given: Facts) -> list[str]:
    """The numbers that a word is made of; none where something else is in it."""
    if word in given.numbers or word in given.powers:
        return [word]
    pieces = _pieces((*given.numbers, *given.powers, *given.joins))
    found = pieces.findall(word)
    return found if "".join(found) == word and len(found) > 1 else []

"""Thresholds in the words of a norm: more than two million users, 50 employees or fewer, a turnover above …"""

import re
from functools import cache
from itertools import chain

from crawlers.matter import Threshold
from nlp.facts import alternatives, either, facts, lower
from nlp.signs import DIGITS, beginnings, mentions, tried
from nlp.sums import amount, spelled_out

_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"\w+")
_PER_CENT = re.compile(r"\s?(?:%|per ?cent|prozent|v\. h\.|por ?ciento|por cento|per cento|pour ?cent)")
_MANY = r" lakh| crore| million| millionen| millions?| millones| milioni| milhões"
FEWEST = 5  # users or employees; below, a number counts who must be named or told


def threshold(text: str) -> Threshold | None:
    """More than so many users, employees or turnover; so many months, and at least one person, are none."""
    low = lower(text)
    counted = mentions(_counted(), low) and mentions(_sides(), low)
    for found in tried(_thresholds(), _begun(), low) if counted and _has_number(low) else ():
        tail = low[found.end() : found.end() + 60]
        metric = _metric(tail) or _metric(low[max(0, found.start() - 120) : found.start()])
        value = _value(found["number"] or found["first"], found["many"] or found["more"] or "")
        if metric and value >= FEWEST and not _PER_CENT.match(tail) and not _time().match(tail):
            return Threshold(
                text=text[found.start() : found.end()],
                start=found.start(),
                end=found.end(),
                metric=metric,
                operator=_operator(found["before"] or found["after"]),
                value=value,
            )
    return None


@cache
def _counted() -> tuple[str, ...]:
    """What a threshold counts."""
    return tuple(chain(*facts().metrics.values()))


@cache
def _sides() -> tuple[str, ...]:
    """More than, or fewer: on which side of a number a threshold lies."""
    return tuple(chain(*facts().operators.values(), *facts().trailing.values()))


@cache
def _begun() -> tuple[str, ...]:
    """What a threshold begins with: more than, fewer than …, or its number."""
    return beginnings((*chain(*facts().operators.values()), *DIGITS))


def _has_number(low: str) -> bool:
    return bool(_DIGIT.search(low)) or not _numerals().isdisjoint(_WORD.findall(low))


@cache
def _numerals() -> frozenset[str]:
    """Each word that a number may be written with."""
    return frozenset(word for name in facts().numerals for word in _WORD.findall(name.lower()))


def _value(number: str, many: str) -> float:
    """Of a number in figures or words, and a million behind it."""
    one = amount(number) if number[0].isdigit() else spelled_out(number)
    return one * facts().numerals.get(many.strip(), 1)


@cache
def _time() -> re.Pattern[str]:
    """What makes a number a length of time."""
    units = {name for listed in facts().units.values() for name in listed}
    return re.compile(rf"[\s-]*(?:{alternatives(units)})(?:s|e|en|n)?\b", re.IGNORECASE)


@cache
def _thresholds() -> re.Pattern[str]:
    """Of a number in figures, or in words that a space or a hyphen parts: fewer than two million users, 5 000 or more users."""
    word = rf"(?:{either(facts().numerals)})"
    words = rf"(?:{word}[\s-]){{0,6}}{word}"
    figures = r"\d[\d.,  ]*\d|\d"
    before, after = (either(chain(*each.values())) for each in (facts().operators, facts().trailing))
    return re.compile(
        rf"\b(?P<before>{before})\s+(?:eur |€ ?|\$ ?|£ ?)?(?P<number>{figures}|{words})(?P<many>{_MANY})?\b"
        rf"|(?<![\w.,])(?P<first>{figures})(?P<more>{_MANY})?\s+(?:euro?\s+|€\s+)?(?P<after>{after})\b"
    )


def _operator(words: str) -> str:
    given = facts()
    return next(sign for each in (given.operators, given.trailing) for sign, said in each.items() if words in said)


def _metric(words: str) -> str:
    """What a number counts, by the words after or before it."""
    metrics = facts().metrics.items()
    return next((name for name, found in metrics if any(word.lower() in words for word in found)), "")

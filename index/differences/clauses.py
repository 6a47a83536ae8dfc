"""Clauses of a sentence: those that leave somebody out (unless, mit Ausnahme, sauf …) and those that say when (if, sofern, lorsque …)."""

import re
from functools import cache

from index import words
from index.differences.counting import known


def carves(text: str, language: str) -> list[str]:
    """Who is left out; each from its first word to the next comma or stop."""
    given = known(language)
    return _clauses(text, given.carves) if given else []


def conditions(text: str, language: str) -> list[str]:
    """In which case; each from its first word to the next comma or stop."""
    given = known(language)
    return _clauses(text, given.conditions) if given else []


def _clauses(text: str, phrases: tuple[str, ...]) -> list[str]:
    plain = "".join(words.fold(sign.lower())[:1] or sign for sign in text)
    return [text[one.start() : one.end()].strip() for one in _begins(phrases).finditer(plain)]


@cache
def _begins(phrases: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(phrase.replace(" ", r"\W+") for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\b(?:{said})\b[^,;.()]*")

"""Clauses of a sentence that leave somebody out: other than, unless, mit Ausnahme, sauf, salvo …"""

import re
from functools import cache

from index import words
from index.differences.counting import known


def clauses(text: str, language: str) -> list[str]:
    """Each from its first word to the next comma or stop."""
    pattern = _begins(language)
    if pattern is None:
        return []
    plain = "".join(words.fold(sign.lower())[:1] or sign for sign in text)
    return [text[one.start() : one.end()].strip() for one in pattern.finditer(plain)]


@cache
def _begins(language: str) -> re.Pattern[str] | None:
    given = known(language)
    if given is None:
        return None
    said = "|".join(phrase.replace(" ", r"\W+") for phrase in given.carves)
    return re.compile(rf"\b(?:{said})\b[^,;.()]*")

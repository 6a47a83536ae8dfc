"""How often a duty comes back: what the law says, else what we take it for."""

import re
from functools import cache
from pathlib import Path

from crawlers import facts
from crawlers.matter import Norm, Struct
from crawlers.vocabulary import Duty
from index.phrase import Phrase, phrase

FILE = Path(__file__).with_name("recurring.yaml")


class Usual(Struct, frozen=True, kw_only=True):
    """What we take a duty for; `says` in English."""

    months: int
    says: str


class Recurs(Struct, frozen=True, kw_only=True):
    months: int
    says: Phrase


class Said(Struct, frozen=True, kw_only=True):
    """Words of a law that name a period, as a regular expression."""

    months: int
    words: str


@cache
def recurring() -> dict[Duty, Usual]:
    content = facts.load(FILE)["recurring"]
    return {Duty(name): facts.convert(entry, Usual, FILE.name, name) for name, entry in content.items()}


@cache
def periods() -> tuple[Said, ...]:
    return tuple(facts.convert(entry, Said, FILE.name, "periods") for entry in facts.load(FILE)["periods"])


@cache
def measures() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{words})" for words in facts.load(FILE)["measures"]), re.IGNORECASE)


def recurs(norm: Norm) -> Recurs | None:
    """How often a duty comes back: what its quote says, else what we take it for and say so; None where it does not."""
    quote = measures().sub(" ", norm.quote)
    for one in periods():
        if found := re.search(one.words, quote, re.IGNORECASE):
            return Recurs(months=one.months, says=phrase("the law says “{words}”", words=found.group()))
    usual = recurring().get(norm.duty) if norm.duty else None
    if usual is None:
        return None
    says = phrase("{often} (our reading: the quote names no period)", often=phrase(usual.says))
    return Recurs(months=usual.months, says=says)

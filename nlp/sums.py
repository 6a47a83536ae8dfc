"""Sums of money in the words of a norm, in figures or written out: 1.000,50 Euro, $10 million, fünfzigtausend Euro."""

import re
from functools import cache
from typing import NamedTuple

from nlp.facts import alternatives, either, facts, lower
from nlp.signs import DIGITS, beginnings, tried

_FIGURES = r"\d[\d.,  ]*\d|\d"
_MANY = r"\s(?:mil|million(?:s|en|i|es)?|milh(?:ão|ões)|mill(?:ón|ones)|milion[ei]|Mio\.?|milliards?|miliard[oi]|Milliarden?|billion|bilh(?:ão|ões))\b"
_TO = re.compile(r"\s(?:to|bis|bis zu|à|a|ad|até|hasta)\s")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra)\s(?:\w+\s)?$", re.IGNORECASE)
# German alone joins its numbers by it without a space; as letters of other words they would be read in two ways.
_AND, _ANDS = r"und|\b(?:and|et|y|e)\b", ("und", "and", "et", "y", "e")
_JOINS = re.compile(rf"(?:\s\([^)]*\))?\s(?:{_AND})\s")
_MOST = 24  # words of a number
_SIGNS = (
    "EUR", "€", "R$", "US$", "S$", "A$", "C$", "CA$", "NZ$", "HK$", "$", "USD", "CAD", "AUD", "SGD", "CHF", "£", "GBP", "₹",
    "Rs.", "Rs", "INR", "RM", "₦", "Kshs.", "Kshs", "Ksh.", "Ksh", "euro", "lire",
)  # fmt: skip
# R and N are money only before thousands.
_PREFIXES = rf"{'|'.join(map(re.escape, _SIGNS))}|(?-i:[RN](?=\s?\d+(?:[ ,]\d{{3}}|\s(?:million|thousand))))"


class Sum(NamedTuple):
    start: int
    value: float
    currency: str


def money(text: str, start: int = 0, jurisdiction: str = "") -> Sum | None:
    """The first sum of money in the words from `start` on; of a range (from 10 to 50 euros) the higher."""
    low = lower(text)
    begun = (*_begun(), *_spoken()) if _named().search(low, start) else _begun()
    found = next(tried(_sum(), begun, low, text, start), None)
    if found is None:
        return None
    joined = _BETWEEN.search(text, 0, found.start()) and _JOINS.match(text, found.end())
    higher = joined or _TO.match(text, found.end())
    if higher and _sum().match(text, higher.end()):
        return money(text, higher.end(), jurisdiction)
    written = found["figures"] or found["digits"]
    value = amount(written) if written else spelled_out(found["words"])
    many = facts().numerals.get((found["many"] or found["more"] or "").strip().lower(), 1)
    return Sum(found.start(), value * many, currency(found["before"] or found["after"], jurisdiction))


def amount(words: str) -> float:
    """1,000.50 and 1.000,50 alike: the last mark with one or two digits after it is the decimal one."""
    digits = re.sub(r"[  \s]", "", words)
    whole = re.fullmatch(r"([\d.,]*?)[.,](\d{1,2})", digits)
    number = (re.sub(r"\D", "", whole[1]) or "0") + "." + whole[2] if whole else re.sub(r"\D", "", digits)
    return float(number)


def spelled_out(words: str) -> float:
    """Fünfhunderttausend, two million, cinquantamila: words below a hundred add up, hundreds and thousands multiply."""
    total = current = 0.0
    for word in _numeral().findall(words.lower()):
        value = float(facts().numerals.get(word, 0))
        if value < 1000 and value != 100:
            current += value
        elif value == 100:
            current = max(current, 1) * 100
        else:
            total, current = total + max(current, 1) * value, 0.0
    return total + current


def currency(sign: str, jurisdiction: str = "") -> str:
    """The code of a currency by its sign, code or name; of one that many countries use, that of the country."""
    given = facts()
    name = next((each for each in (sign, sign.lower(), sign.lower().rstrip("s.")) if each in given.currencies), sign)
    home = given.homes.get(jurisdiction.partition("-")[0], "") if name in given.shared else ""
    return home or given.currencies.get(name, name.upper())


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(f"{_AND}|{alternatives(facts().numerals)}")


@cache
def _begun() -> tuple[str, ...]:
    """What a sum in figures begins with."""
    return beginnings((*_SIGNS, "R", "N", *DIGITS))


@cache
def _spoken() -> tuple[str, ...]:
    """What a sum in words begins with."""
    return beginnings((*facts().numerals, *_ANDS))


@cache
def _named() -> re.Pattern[str]:
    """The name of a currency, without which no sum is written out."""
    return re.compile(rf"(?:{either(_names())})s?(?!\w)")


def _names() -> list[str]:
    return [each for each in facts().currencies if each == "€" or (each.isalpha() and len(each) > 1)]


@cache
def _sum() -> re.Pattern[str]:
    """Signs before figures, or figures or words before a name. The words are read one way only, or a text of numerals would never end."""
    words = rf"(?>(?:(?:{_AND}|{alternatives(facts().numerals)})[\s-]{{0,3}}){{1,{_MOST}}})"
    return re.compile(
        rf"(?<!\w)(?:(?P<before>{_PREFIXES})\s?(?P<figures>{_FIGURES})(?P<many>{_MANY})?"
        rf"|(?:(?P<digits>{_FIGURES})|(?P<words>{words}))(?P<more>{_MANY})?\s?(?:d[ei]\s|d['’])?(?P<after>{alternatives(_names())})s?(?!\w))",
        re.IGNORECASE,
    )

"""Deadlines, thresholds, exemptions and penalties in the words of a norm, as values."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from crawlers.facts import convert, load
from crawlers.matter import Deadline, Exemption, Penalty, Struct, Threshold

FILE = Path(__file__).parent / "values.yaml"
_PERCENT = re.compile(
    r"(\d+(?:[.,]\d+)?)\s?(?:%|per cent|percent|Prozent|v\. H\.|por ciento|por cento|per cento|pour cent)"
)
_MONEY = re.compile(
    r"(?:(EUR|€|\$|USD|CAD|R\$|£)\s?(\d[\d.,  ]*\d|\d)( million| Millionen| millions?| milhões| millones| milioni)?)|(?:(\d[\d.,  ]*\d|\d)( million| Millionen| millions?| milhões| millones| milioni| Mio\.)?\s?(?:d[e']\s?)?(euros?|EUR|€|Euro|dollars?|reais|pesetas|pounds))"
)
_PER_CENT = re.compile(r"\s?(?:%|per ?cent|prozent|v\. h\.|por ?ciento|por cento|per cento|pour ?cent)")
_THRESHOLD = re.compile(
    r"\b(at least|more than|equal to or higher than|exceeding|fewer than|less than|mindestens|mehr als|weniger als|au moins|plus de|supérieur à|moins de|al menos|más de|igual o superior a|menos de|almeno|più di|pari o superiore a|meno di|pelo menos|mais de|igual ou superior a)\s+(?:EUR )?(\d[\d.,  ]*\d|\d)( million| Millionen| millions?| millones| milioni| milhões)?\b"
)
_LESS = re.compile(r"fewer|less|weniger|moins de|menos de|meno di")
_MORE = re.compile(r"more|exceeding|mehr|plus de|más de|più di|mais de")
_CURRENCIES = {
    "€": "EUR",
    "$": "USD",
    "£": "GBP",
    "R$": "BRL",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "reais": "BRL",
    "pounds": "GBP",
    "pesetas": "ESP",
    "dollar": "USD",
    "dollars": "USD",
}


class Facts(Struct, frozen=True, kw_only=True):
    units: dict[str, dict[str, str]]
    numbers: dict[str, dict[str, int]]
    within: dict[str, tuple[str, ...]]
    at_once: dict[str, tuple[str, ...]]
    anchors: dict[str, tuple[str, ...]]
    ages: tuple[str, ...]
    references: tuple[str, ...]
    small: tuple[str, ...]
    metrics: dict[str, tuple[str, ...]]
    exemptions: dict[str, tuple[str, ...]]
    penalties: dict[str, tuple[str, ...]]


@cache
def facts() -> Facts:
    return convert(load(FILE), Facts, FILE.name, "values")


def deadline(text: str, language: str) -> Deadline | None:
    """The first time limit in the words; offsets are in `text`."""
    found = _limit(language).search(text)
    if found:
        number = found["number"].lower()
        count = int(number) if number.isdigit() else facts().numbers[language][number]
        unit = next(
            code for name, code in facts().units[language].items() if found["unit"].lower().startswith(name.lower())
        )
        anchor = _closed((found["anchor"] or "").strip())
        words = text[found.start() : found.end("unit")] if not anchor else text[found.start() : found.start("anchor")]
        words = f"{words} {anchor}" if anchor else words
        return Deadline(
            text=text[found.start() : found.start() + len(words)],
            start=found.start(),
            end=found.start() + len(words),
            duration=_iso(count, unit),
            anchor=anchor,
        )
    once = _any(facts().at_once[language]).search(text)
    return Deadline(text=once[0], start=once.start(), end=once.end(), duration="PT0S") if once else None


def _closed(anchor: str) -> str:
    """The event without a reference begun after it and without small words at its end."""
    begun = _any(facts().references).search(anchor)
    words = (anchor[: begun.start()] if begun and begun.start() > 0 else anchor).split()
    while words and words[-1].lower() in facts().small:
        words.pop()
    return anchor[: len(" ".join(words))] if len(words) > 1 else ""


def _iso(count: int, unit: str) -> str:
    return f"PT{count}H" if unit == "H" else f"P{count}{unit}"


@cache
def _limit(language: str) -> re.Pattern[str]:
    given = facts()
    numbers = "|".join(map(re.escape, sorted(given.numbers[language], key=len, reverse=True)))
    units = "|".join(re.escape(unit) + r"(?:s|es|n)?" for unit in sorted(given.units[language], key=len, reverse=True))
    return re.compile(
        rf"\b(?:{_alternatives(given.within[language])})\s+(?:(?:a|the|the first|einer Frist von|maximum of|period of)\s+)?(?P<number>\d{{1,4}}|{numbers})\s+(?P<unit>{units})\b(?!\s+(?:{_alternatives(given.ages)})\b)"
        rf"(?P<anchor>\s+(?:{_alternatives(given.anchors[language])})\b(?:\s+[\w’'-]+){{1,8}})?",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(words)})\b", re.IGNORECASE)


def threshold(text: str) -> Threshold | None:
    """More than so many users, employees or turnover."""
    for found in _THRESHOLD.finditer(text):
        tail = text[found.end() : found.end() + 60].lower()
        metric = _metric(tail) or _metric(text[max(0, found.start() - 120) : found.start()].lower())
        if metric and not _PER_CENT.match(tail):
            operator = "<" if _LESS.match(found[1]) else ">" if _MORE.match(found[1]) else ">="
            value = amount(found[2]) * (1e6 if found[3] else 1)
            return Threshold(
                text=found[0], start=found.start(), end=found.end(), metric=metric, operator=operator, value=value
            )
    return None


def _metric(words: str) -> str:
    """What a number counts, by the words after or before it."""
    metrics = facts().metrics.items()
    return next((name for name, found in metrics if any(word.lower() in words for word in found)), "")


def amount(words: str) -> float:
    """1,000.50 and 1.000,50 alike: the last mark with one or two digits after it is the decimal one."""
    digits = re.sub(r"[  \s]", "", words)
    whole = re.fullmatch(r"([\d.,]*?)[.,](\d{1,2})", digits)
    number = (re.sub(r"\D", "", whole[1]) or "0") + "." + whole[2] if whole else re.sub(r"\D", "", digits)
    return float(number)


def exemption(text: str) -> Exemption | None:
    for kind, words in facts().exemptions.items():
        found = _any(words).search(text)
        if found:
            return Exemption(text=found[0], start=found.start(), end=found.end(), kind=kind)
    return None


def penalty(text: str) -> Penalty | None:
    """The kind of penalty, with the first amount and percentage named."""
    for kind in ("daily", "criminal", "fine"):
        found = _any(facts().penalties[kind]).search(text)
        if found:
            money, share = _MONEY.search(text), _PERCENT.search(text)
            value = amount(money[2] or money[4]) * (1e6 if money[3] or money[5] else 1) if money else None
            sign = (money[1] or money[6] or "").lower() if money else ""
            basis = "turnover" if share and _any(facts().metrics["turnover"]).search(text) else ""
            return Penalty(
                text=found[0],
                start=found.start(),
                end=found.end(),
                kind=kind,
                amount=value,
                currency=_CURRENCIES.get(sign, sign.upper()),
                percentage=float(share[1].replace(",", ".")) if share else None,
                basis=basis,
            )
    return None

"""Deadlines, exemptions and penalties in the words of a norm, as values."""

import re
from functools import cache
from itertools import chain

from crawlers.matter import Deadline, Exemption, Penalty
from nlp.facts import alternatives, either, facts, longest, lower
from nlp.signs import DIGITS, Signs, beginnings, mentions, tried
from nlp.sums import money

_PERCENT = re.compile(
    r"(?<!\d)(\d+(?:[.,]\d+)?)\s?(?:%|per cent|percent|Prozent|v\. H\.|por ciento|por cento|per cento|pour cent)"
)
# After a preposition: a noun with its article and adjectives, and the genitives and phrases that belong to it.
_OF = r"(?:(?:des|der|dem|den|eines|einer|einem|vom|von|dieser|dieses|seiner|seines|ihrer|ihres|durch die|an die|über die|bei der)\s+)"
_THING = r"(?:[a-zäöüß]+(?:en|er|es|e)\s+)?[A-ZÄÖÜ][\wäöüß-]+"
_NOUN = re.compile(rf"[A-Za-zäöü]+\s+{_OF}?{_THING}(?:\s+{_OF}{_THING})*")


@cache
def signs(language: str) -> Signs:
    """What no time limit, threshold or penalty is without; asked of the words of a norm before its values are looked for."""
    given = facts()
    spans = (f"{unit}{ending}" for unit in given.units[language] for ending in ("", "s", "es", "n"))
    said = {
        "deadline": (*spans, *given.at_once[language]),
        "threshold": chain(*given.operators.values(), *given.trailing.values()),
        "penalty": chain(*given.penalties.values()),
    }
    return Signs({kind: [f"{phrase} " for phrase in phrases] for kind, phrases in said.items()})


def deadline(text: str, language: str) -> Deadline | None:
    """The first time limit in the words; offsets are in `text`. How long an office or a sentence lasts is none."""
    low = lower(text)
    limits = tried(_limit(language), _begun(language), low) if mentions(_spans(language), low) else ()
    found = next((each for each in limits if not _lasts(text, each)), None)
    if found:
        number = found["number"]
        count = int(number) if number.isdigit() else facts().numbers[language][number]
        unit = next(code for name, code in facts().units[language].items() if found["unit"].startswith(name.lower()))
        anchor = _closed(text[slice(*found.span("anchor"))].strip(), language) if found["anchor"] else ""
        words = text[found.start() : found.end("unit")] if not anchor else text[found.start() : found.start("anchor")]
        words = f"{words} {anchor}" if anchor else words
        return Deadline(
            text=text[found.start() : found.start() + len(words)],
            start=found.start(),
            end=found.start() + len(words),
            duration=_iso(count, unit),
            anchor=anchor,
        )
    once = _first(facts().at_once[language], text, low)
    return Deadline(text=once[0], start=once.start(), end=once.end(), duration="PT0S") if once else None


def fronted(text: str, language: str) -> Deadline | None:
    """A time limit that words before the subject begin with: Within 48 hours after …; As soon as possible, and within a day, …"""
    found = deadline(text, language)
    begins = _at_once(language).match(text)
    return found if found and (begins or not text[: found.start].strip(" (")) else None


@cache
def _at_once(language: str) -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{alternatives(facts().at_once[language])})\b", re.IGNORECASE)


def _lasts(text: str, found: re.Match[str]) -> bool:
    """Elected for five years, a term of office of at least four years, prison for not more than two years."""
    near = text[max(0, found.start() - 120) : found.end() + 40]
    return (found["within"] or "") in facts().lasting and bool(_any(facts().terms).search(near))


def _closed(anchor: str, language: str) -> str:
    """The event without a reference begun after it and without small words at its end; a German one ends in a noun."""
    noun = _NOUN.match(anchor) if language == "de" else None
    anchor = noun[0] if noun else anchor
    begun = _any(facts().references).search(anchor)
    words = (anchor[: begun.start()] if begun and begun.start() > 0 else anchor).split()
    while words and words[-1].lower() in facts().small:
        words.pop()
    return anchor[: len(" ".join(words))] if len(words) > 1 else ""


def _iso(count: int, unit: str) -> str:
    """Hours and minutes (TM) are parts of a day."""
    return f"PT{count}{unit[-1]}" if unit in {"H", "TM"} else f"P{count}{unit}"


@cache
def _spans(language: str) -> tuple[str, ...]:
    """Hours, days, months …: without any there is no length of time."""
    return tuple(facts().units[language])


@cache
def _begun(language: str) -> tuple[str, ...]:
    """What a time limit begins with: within, at least …, or its number."""
    return beginnings((*facts().within[language], *facts().numbers[language], *DIGITS))


@cache
def _limit(language: str) -> re.Pattern[str]:
    given = facts()
    number = rf"\d{{1,4}}|{either(given.numbers[language])}"
    units = "|".join(f"{re.escape(unit)}(?:s|es|n)?" for unit in longest(given.units[language]))
    length = rf"(?:{number})\s+(?:{units})"
    return re.compile(
        rf"\b(?:(?P<within>{either(given.within[language])})(?:\s+|(?<=['’]))(?:(?:a|the|the first|next|einer frist von|maximum of|period of)\s+){{0,2}}"
        rf"(?:(?:{number}),?\s+(?:{either(given.ranges)})\s+)?|(?={length}(?:{either(given.tails)})\b))"
        rf"(?P<number>{number})(?:\s?\([\w\s]{{1,30}}\))?,?\s+(?P<unit>{units})\b(?!\s+(?:{either(given.ages)})\b)"
        rf"(?P<anchor>\s+(?:{either(given.anchors[language])})\b(?:\s+[\w’'-]+){{1,8}})?"
    )


def _first(words: tuple[str, ...], text: str, low: str) -> re.Match[str] | None:
    """The first of the words in a text, given in lower case too."""
    return _any(words).search(text) if mentions(words, low) else None


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def exemption(text: str) -> Exemption | None:
    low = text.lower()
    for kind, words in facts().exemptions.items():
        found = _first(words, text, low)
        if found:
            return Exemption(text=found[0], start=found.start(), end=found.end(), kind=kind)
    return None


def penalty(text: str, jurisdiction: str = "") -> Penalty | None:
    """The kind of penalty, with the first amount, in the money of the country, and percentage named after it, else before it."""
    low = text.lower()
    for kind in ("daily", "criminal", "fine"):
        found = _first(facts().penalties[kind], text, low)
        if found:
            most, share = money(text, found.end(), jurisdiction), _PERCENT.search(text, found.end())
            if not most and not share:
                most, share = money(text, 0, jurisdiction), _PERCENT.search(text)
            basis = "turnover" if share and _any(facts().metrics["turnover"]).search(text) else ""
            return Penalty(
                text=found[0],
                start=found.start(),
                end=found.end(),
                kind=kind,
                amount=most.value if most else None,
                currency=most.currency if most else "",
                percentage=float(share[1].replace(",", ".")) if share else None,
                basis=basis,
            )
    return None

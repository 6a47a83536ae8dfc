"""Deadlines, thresholds, exemptions and penalties in the words of a norm, as values."""

import re
from functools import cache
from itertools import chain

from crawlers.matter import Deadline, Exemption, Penalty, Threshold
from nlp.facts import alternatives, facts
from nlp.sums import amount, money, spelled_out

_PERCENT = re.compile(
    r"(?<!\d)(\d+(?:[.,]\d+)?)\s?(?:%|per cent|percent|Prozent|v\. H\.|por ciento|por cento|per cento|pour cent)"
)
# After a preposition: a noun with its article and adjectives, and the genitives and phrases that belong to it.
_OF = r"(?:(?:des|der|dem|den|eines|einer|einem|vom|von|dieser|dieses|seiner|seines|ihrer|ihres|durch die|an die|über die|bei der)\s+)"
_THING = r"(?:[a-zäöüß]+(?:en|er|es|e)\s+)?[A-ZÄÖÜ][\wäöüß-]+"
_NOUN = re.compile(rf"[A-Za-zäöü]+\s+{_OF}?{_THING}(?:\s+{_OF}{_THING})*")
_PER_CENT = re.compile(r"\s?(?:%|per ?cent|prozent|v\. h\.|por ?ciento|por cento|per cento|pour ?cent)")
_MANY = r" lakh| crore| million| Millionen| millions?| millones| milioni| milhões"
FEWEST = 5  # users or employees; below, a number counts who must be named or told


def deadline(text: str, language: str) -> Deadline | None:
    """The first time limit in the words; offsets are in `text`. How long an office or a sentence lasts is none."""
    found = next((each for each in _limit(language).finditer(text) if not _lasts(text, each)), None)
    if found:
        number = found["number"].lower()
        count = int(number) if number.isdigit() else facts().numbers[language][number]
        unit = next(
            code for name, code in facts().units[language].items() if found["unit"].lower().startswith(name.lower())
        )
        anchor = _closed((found["anchor"] or "").strip(), language)
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


def fronted(text: str, language: str) -> Deadline | None:
    """A time limit that words before the subject begin with: Within 48 hours after …; As soon as possible, and within a day, …"""
    found = deadline(text, language)
    begins = re.compile(rf"\W*(?:{alternatives(facts().at_once[language])})\b", re.IGNORECASE).match(text)
    return found if found and (begins or not text[: found.start].strip(" (")) else None


def _lasts(text: str, found: re.Match[str]) -> bool:
    """Elected for five years, a term of office of at least four years, prison for not more than two years."""
    near = text[max(0, found.start() - 120) : found.end() + 40]
    return (found["within"] or "").lower() in facts().lasting and bool(_any(facts().terms).search(near))


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
def _limit(language: str) -> re.Pattern[str]:
    given = facts()
    numbers = "|".join(map(re.escape, sorted(given.numbers[language], key=len, reverse=True)))
    units = "|".join(re.escape(unit) + r"(?:s|es|n)?" for unit in sorted(given.units[language], key=len, reverse=True))
    number = rf"\d{{1,4}}|{numbers}"
    length = rf"(?:{number})\s+(?:{units})"
    return re.compile(
        rf"\b(?:(?P<within>{alternatives(given.within[language])})(?:\s+|(?<=['’]))(?:(?:a|the|the first|next|einer Frist von|maximum of|period of)\s+){{0,2}}"
        rf"(?:(?:{number}),?\s+(?:{alternatives(given.ranges)})\s+)?|(?={length}(?:{alternatives(given.tails)})\b))"
        rf"(?P<number>{number})(?:\s?\([\w\s]{{1,30}}\))?,?\s+(?P<unit>{units})\b(?!\s+(?:{alternatives(given.ages)})\b)"
        rf"(?P<anchor>\s+(?:{alternatives(given.anchors[language])})\b(?:\s+[\w’'-]+){{1,8}})?",
        re.IGNORECASE,
    )


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words)})\b", re.IGNORECASE)


def threshold(text: str) -> Threshold | None:
    """More than so many users, employees or turnover; so many months, and at least one person, are none."""
    for found in _thresholds().finditer(text):
        tail = text[found.end() : found.end() + 60].lower()
        metric = _metric(tail) or _metric(text[max(0, found.start() - 120) : found.start()].lower())
        value = _value(found["number"] or found["first"], found["many"] or found["more"] or "")
        if metric and value >= FEWEST and not _PER_CENT.match(tail) and not _time().match(tail):
            return Threshold(
                text=found[0],
                start=found.start(),
                end=found.end(),
                metric=metric,
                operator=_operator((found["before"] or found["after"]).lower()),
                value=value,
            )
    return None


def _value(number: str, many: str) -> float:
    """Of a number in figures or words, and a million behind it."""
    one = amount(number) if number[0].isdigit() else spelled_out(number)
    return one * facts().numerals.get(many.strip().lower(), 1)


@cache
def _time() -> re.Pattern[str]:
    """What makes a number a length of time."""
    units = {name for listed in facts().units.values() for name in listed}
    return re.compile(rf"[\s-]*(?:{alternatives(units)})(?:s|e|en|n)?\b", re.IGNORECASE)


@cache
def _thresholds() -> re.Pattern[str]:
    """Of a number in figures, or in words that a space or a hyphen parts: fewer than two million users, 5 000 or more users."""
    word = rf"(?:{alternatives(facts().numerals)})"
    words = rf"(?:{word}[\s-]){{0,6}}{word}"
    figures = r"\d[\d.,  ]*\d|\d"
    before, after = (alternatives(chain(*each.values())) for each in (facts().operators, facts().trailing))
    return re.compile(
        rf"\b(?P<before>{before})\s+(?:EUR |€ ?|\$ ?|£ ?)?(?P<number>{figures}|{words})(?P<many>{_MANY})?\b"
        rf"|(?<![\w.,])(?P<first>{figures})(?P<more>{_MANY})?\s+(?:Euro\s+|EUR\s+|€\s+)?(?P<after>{after})\b",
        re.IGNORECASE,
    )


def _operator(words: str) -> str:
    given = facts()
    return next(sign for each in (given.operators, given.trailing) for sign, said in each.items() if words in said)


def _metric(words: str) -> str:
    """What a number counts, by the words after or before it."""
    metrics = facts().metrics.items()
    return next((name for name, found in metrics if any(word.lower() in words for word in found)), "")


def exemption(text: str) -> Exemption | None:
    for kind, words in facts().exemptions.items():
        found = _any(words).search(text)
        if found:
            return Exemption(text=found[0], start=found.start(), end=found.end(), kind=kind)
    return None


def penalty(text: str, jurisdiction: str = "") -> Penalty | None:
    """The kind of penalty, with the first amount, in the money of the country, and percentage named after it, else before it."""
    for kind in ("daily", "criminal", "fine"):
        found = _any(facts().penalties[kind]).search(text)
        if found:
            after = money(text, found.end(), jurisdiction) or _PERCENT.search(text, found.end())
            begin = found.end() if after else 0
            most, share = money(text, begin, jurisdiction), _PERCENT.search(text, begin)
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

"""Numbers beyond which duties begin, read in the words that set the reach of a law: so many users, people or euros."""

import re
from functools import cache

from msgspec.structs import replace

from crawlers.matter import Norm, Threshold
from crawlers.vocabulary import Bearer, Modality
from index.binding.terms import pattern, plain, terms
from nlp.facts import facts
from nlp.sums import amount

_TIMES = {"million": 1e6, "millon": 1e6, "milion": 1e6, "milhoes": 1e6, "milhao": 1e6, "lakh": 1e5, "crore": 1e7}
_AT_MOST = r"fewer than|less than|below|weniger als|unter|moins de|menos de|inferior a|meno di|abaixo de"
_OVER = r"more than|exceeding|above|mehr als|uber|plus de|superieur a|mas de|superior a|piu di|mais de"
_FROM = r"at least|not less than|equal to or higher than|or more|mindestens|au moins|al menos|almeno|pelo menos|egal ou superieur a|igual o superior a|pari o superiore a|igual ou superior a"
_NEAR = 90  # characters between a number and what it counts


def limit(norm: Norm) -> Threshold | None:
    """Of a statement about whom the law reaches: a fine of 6 % of turnover, or a power of an authority, is none."""
    if norm.modality in {Modality.PENALTY, Modality.POWER} or norm.bearer is Bearer.AUTHORITY or norm.penalty:
        return None
    given = norm.threshold
    if given and norm.quote[given.end - norm.start :].lstrip().startswith("%"):
        return None
    read = _read(norm.quote) if norm.modality in {Modality.DEFINITION, Modality.EXEMPTION} else None
    if read and given and (read.text in given.text or given.text in read.text):
        return replace(given, metric=read.metric)  # registered users, where the tagger says users
    return given or read


@cache
def _number() -> re.Pattern[str]:
    spelled = sorted({plain(word) for words in facts().numbers.values() for word in words if len(word) > 2}, key=len)
    spelled += ["fifty", "hundred"]
    return re.compile(
        rf"(?P<how>{_FROM}|{_OVER}|{_AT_MOST})\s+(?P<count>\d[\d.,  ]*|{'|'.join(map(re.escape, spelled[::-1]))})"
        r"\s*(?P<times>million|millon|milion|milhoes|milhao|lakh|crore)?\w*"
    )


def _read(words: str) -> Threshold | None:
    """In `plain` spelling, which has as many characters as the words wherever letters are composed."""
    folded = plain(words)
    for found in _number().finditer(folded):
        around = folded[max(0, found.start() - _NEAR) : found.end() + _NEAR]
        metric = next((name for name, entry in terms().metrics.items() if pattern(entry.words).search(around)), "")
        if metric and folded[found.end() :].lstrip()[:1] != "%":
            value = _value(found["count"]) * _TIMES.get(found["times"] or "", 1)
            how = found["how"]
            operator = "<" if re.fullmatch(_AT_MOST, how) else ">" if re.fullmatch(_OVER, how) else ">="
            return Threshold(
                text=words[found.start() : found.end()],
                start=found.start(),
                end=found.end(),
                metric=metric,
                operator=operator,
                value=value,
            )
    return None


def _value(count: str) -> float:
    if count[0].isdigit():
        return amount(count.strip(" .,"))
    known = {plain(word): number for words in facts().numbers.values() for word, number in words.items()}
    return float({**known, "fifty": 50, "hundred": 100}[count])

"""Are two passages the same words, however they were printed: signs, broken lines, letters misread, days and numbers in figures."""

import re
from functools import cache, lru_cache

from babel import Locale

from index import stemming, words
from index.differences.digits import in_digits

# signs that are read for digits within a number
_MISREAD = str.maketrans({"l": "1", "i": "1", "o": "0"})

# one word, spelled in one country or before a reform otherwise than in another: organize, colour, licence, theatre,
# programme, labelling; acto, adopção; selbständig, Schiffahrt, potentiell, Photographie
_SPELLINGS = tuple(
    (re.compile(variant), chosen)
    for variant, chosen in (
        (r"(?<=[iy])z", "s"), (r"our(?=s?$|ed$|ing$|able$|al)", "or"), (r"nce(?=s?$|d$)", "nse"),
        (r"(?<=[tb])re(?=s?$)", "er"), (r"mme(?=s?$)", "m"), (r"(?<=..)ll", "l"), (r"(?<=[aeiou])[cp](?=t|c[ao])", ""),
        (r"stst", "st"), (r"([^\W\d_])\1\1", r"\1\1"), (r"t(?=iel|ial)", "z"), (r"ph", "f"),
    )
)  # fmt: skip

# 1.7.2027 and 01/07/2027; of two numbers that both may be the month nobody knows which is, unless they are the same
_NUMBERS = re.compile(r"\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b")


def same(one: str, other: str, language: str) -> bool:
    """Signs, spaces, accents and capitals aside, how days and numbers are written; and misprints: a word broken at the end of a line, a letter misread."""
    return _same(one, other) or _same(*(_in_figures(in_digits(text, language)) for text in (one, other)))


def _same(one: str, other: str) -> bool:
    here, there = words.exact(one), words.exact(other)
    return "".join(here) == "".join(there) or [*map(spelled, here)] == [*map(spelled, there)]


@lru_cache(maxsize=1 << 16)
def spelled(word: str) -> str:
    """What a folded word and its misprints have in common: rn read as m, l as 1, two letters that changed places."""
    if word.isdigit():
        return word
    if any(sign.isdigit() for sign in word):
        return word.translate(_MISREAD)
    plain = word.replace("rn", "m").replace("vv", "w")
    for variant, chosen in _SPELLINGS if len(word) > 3 else ():
        plain = variant.sub(chosen, plain)
    return plain[0] + "".join(sorted(plain[1:-1])) + plain[-1] if len(plain) > 4 else plain


def _in_figures(text: str) -> str:
    """Each day as 20270701, in whatever form of a main language it is printed."""
    for pattern in _days():
        text = pattern.sub(_by_name, text)
    return _NUMBERS.sub(_by_number, text)


def _by_name(found: re.Match[str]) -> str:
    month = _months()[words.fold(found["month"].lower())]
    return f"{found['year']}{month:02}{int(found['day']):02}"


def _by_number(found: re.Match[str]) -> str:
    day, month = int(found[1]), int(found[3])
    told = month <= 12 and (found[2] == "." or day > 12 or day == month)
    return f"{found[4]}{month:02}{day:02}" if told else found[0]


@cache
def _months() -> dict[str, int]:
    names = (Locale.parse(code).months["format"]["wide"].items() for code in stemming.MAIN)
    return {words.fold(name.lower()): number for named in names for number, name in named}


@cache
def _days() -> tuple[re.Pattern[str], ...]:
    """1 July 2027, 1er juillet 2027, 1 de julio de 2027; July 1, 2027."""
    named = {name for code in stemming.MAIN for name in Locale.parse(code).months["format"]["wide"].values()}
    month, day = rf"(?P<month>{'|'.join(sorted(named))})", r"\b(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|°)?"
    year = r"(?P<year>\d{4})\b"
    first = rf"{day}\s+(?:(?:of|de)\s+)?{month},?\s+(?:(?:de|del)\s+)?{year}"
    return re.compile(first, re.IGNORECASE), re.compile(rf"\b{month}\s+{day[2:]},?\s+{year}", re.IGNORECASE)

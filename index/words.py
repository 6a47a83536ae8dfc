"""One analysis of words for both engines: split, lower, fold; pairs of characters for scripts without spaces."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from crawlers import facts
from crawlers.matter import Struct

# tantivy and Elasticsearch part ways on longer tokens
LONGEST = 80
_MARKS = "".join(chr(point) for point in range(0x300, 0xFE30) if unicodedata.category(chr(point)) in {"Mn", "Mc"})
# soft hyphen and zero-width joiners stand inside a word and are no part of it
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(_MARKS)}{_INVISIBLE}])*")
# Han, kana, Thai, Lao, Burmese, Khmer: written without spaces between words
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々]+"
)
_LETTERS_ONLY = re.compile(r"[^\W_]+")
# marks that belong to the letter before, scripts without spaces, and two capitals that are lowered by what stands beside
_CARE = re.compile(f"[{re.escape(_MARKS)}{_INVISIBLE}{_UNSPACED.pattern[1:-2]}Σİ]")
_ALPHABETS = re.compile("[\u0000-\u04ff\u1e00-\u1fff]*")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "ħ": "h"}
    | dict.fromkeys(_INVISIBLE)
)


class Token(NamedTuple):
    """A word where it stands, counted in characters of the text."""

    start: int
    end: int
    lower: str


class Facts(Struct, frozen=True, kw_only=True):
    """words.yaml."""

    spellings: dict[str, str]
    heads: dict[str, tuple[str, ...]]
    stop: dict[str, tuple[str, ...]]


@cache
def known() -> Facts:
    file = Path(__file__).with_name("words.yaml")
    return facts.convert(facts.load(file), Facts, file.name, "words")


def split(text: str) -> Iterator[Token]:
    """The words of a text with their places; scripts without spaces give overlapping pairs of characters."""
    if text.isascii() or not _UNSPACED.search(text):
        for found in _WORD.finditer(text):
            yield Token(*found.span(), found[0].lower()[:LONGEST])
        return
    for found in _WORD.finditer(text):
        if _UNSPACED.search(found[0]):
            yield from _pairs(found[0], found.start())
        else:
            yield Token(*found.span(), found[0].lower()[:LONGEST])


def _pairs(run: str, offset: int) -> Iterator[Token]:
    """Pairs inside an unspaced stretch, whole words around it (第1条 has three stretches)."""
    last = 0
    for found in _UNSPACED.finditer(run):
        if before := run[last : found.start()]:
            yield Token(offset + last, offset + found.start(), before.lower()[:LONGEST])
        for place in range(found.start(), max(found.end() - 1, found.start() + 1)):
            end = min(place + 2, found.end())
            yield Token(offset + place, offset + end, run[place:end])
        last = found.end()
    if after := run[last:]:
        yield Token(offset + last, offset + len(run), after.lower()[:LONGEST])


@lru_cache(1 << 16)
def fold(word: str) -> str:
    """Without accents, in European alphabets only: elsewhere a mark makes another letter."""
    if word.isascii():
        return word
    if not _ALPHABETS.fullmatch(unicodedata.normalize("NFC", word.translate(_LETTERS))):
        return unicodedata.normalize("NFKC", word.translate(_LETTERS))
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def lowered(text: str) -> list[str]:
    """The words of `split` without their places, fast where the text has only letters that need no care."""
    if text.isascii() or not _CARE.search(text):
        found = _LETTERS_ONLY.findall(text.lower())
    elif _UNSPACED.search(text):
        return [token.lower for token in split(text)]
    else:
        found = [word.lower() for word in _WORD.findall(text)]
    return found if max(map(len, found), default=0) <= LONGEST else [word[:LONGEST] for word in found]


def exact(text: str) -> list[str]:
    return [fold(word) for word in lowered(text)]


@cache
def _heads(code: str) -> re.Pattern[str] | None:
    listed = known().heads.get(code)
    return re.compile(rf"(.{{3,}}?)(?:s|n|en)?({'|'.join(listed)})") if listed else None


@lru_cache(1 << 16)
def parts(word: str, language: str) -> tuple[str, ...]:
    """First and last part of a lower-case compound; nothing when it is none that we know."""
    heads = _heads(language.partition("-")[0])
    found = heads.fullmatch(word) if heads and len(word) > 8 else None
    return (found[1], found[2]) if found else ()


@cache
def stop_words() -> frozenset[str]:
    """Folded, of all languages."""
    return frozenset(fold(word) for words in known().stop.values() for word in words)

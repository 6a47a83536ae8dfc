"""One analysis of words for both engines: split, lower, fold, stem by language; pairs of characters for scripts without spaces."""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import Stemmer

from crawlers import facts
from crawlers.matter import Struct

# tantivy and Elasticsearch part ways on longer tokens
LONGEST = 80
STEMMERS = {
    "ar": "arabic",
    "hy": "armenian",
    "eu": "basque",
    "ca": "catalan",
    "cs": "czech",
    "da": "danish",
    "nl": "dutch",
    "en": "english",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "de": "german",
    "el": "greek",
    "hi": "hindi",
    "hu": "hungarian",
    "id": "indonesian",
    "ga": "irish",
    "it": "italian",
    "lt": "lithuanian",
    "ne": "nepali",
    "no": "norwegian",
    "nb": "norwegian",
    "nn": "norwegian",
    "fa": "persian",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "es": "spanish",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
_MARKS = "".join(chr(point) for point in range(0x300, 0xFE30) if unicodedata.category(chr(point)) in {"Mn", "Mc"})
# soft hyphen and zero-width joiners stand inside a word and are no part of it
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(_MARKS)}{_INVISIBLE}])*")
# Han, kana, Thai, Lao, Burmese, Khmer: written without spaces between words
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々]+"
)
_ALPHABETS = re.compile("[\u0000-\u04ff\u1e00-\u1fff]*")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "ħ": "h"}
    | dict.fromkeys(_INVISIBLE)
)
_threads = threading.local()


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
    for found in _WORD.finditer(text):
        if not found[0].isascii() and _UNSPACED.search(found[0]):
            yield from _pairs(found[0], found.start())
        else:
            yield Token(found.start(), found.end(), found[0].lower()[:LONGEST])


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


class _Stems(dict[str, str]):
    """Stems of one language by lower-case word, filled on demand and emptied when it has grown too large."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.stemmer = Stemmer.Stemmer(STEMMERS[code], 0) if code in STEMMERS else None

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        spelled = one_spelling(word) if self.code == "en" else word
        stem = self.stemmer.stemWord(spelled) if self.stemmer else spelled
        self[word] = fold(stem) or stem
        return self[word]


class _Folds(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        self[word] = folded = fold(word) or word
        return folded


def stems(words: Iterable[str], language: str) -> list[str]:
    """Folded stems of lower-case words, one each."""
    known_stems = _held(language.partition("-")[0])
    return [known_stems[word] for word in words]


def _held(code: str) -> _Stems:
    """PyStemmer's objects must not be shared between threads."""
    held: dict[str, _Stems] = _threads.__dict__.setdefault("stems", {})
    if code not in held:
        held[code] = _Stems(code)
    return held[code]


def _folds() -> _Folds:
    held: _Folds = _threads.__dict__.setdefault("folds", _Folds())
    return held


def one_spelling(word: str) -> str:
    """British and American English as one."""
    for pattern, spelling in _spellings():
        word = pattern.sub(spelling, word)
    return word


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), spelling) for pattern, spelling in known().spellings.items()]


def streams(text: str, language: str) -> tuple[str, str]:
    """The two token streams of a text, for a whitespace analyzer: stemmed words, and exact ones."""
    lower = lowered(text)
    folds = _folds()
    return " ".join(stems(lower, language)), " ".join([folds[word] for word in lower])


def lowered(text: str) -> list[str]:
    """The words of `split` without their places, fast where no script without spaces is in the text."""
    if not text.isascii() and _UNSPACED.search(text):
        return [token.lower for token in split(text)]
    return [word if len(word) <= LONGEST else word[:LONGEST] for word in map(str.lower, _WORD.findall(text))]


def exact(text: str) -> list[str]:
    return [fold(word) for word in lowered(text)]


def every_stem(words: tuple[str, ...], languages: tuple[str, ...] = ()) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The different ways to stem a row of words in the languages asked for (all, when none is), each with its languages."""
    asked = [code for code in languages if code.partition("-")[0] in STEMMERS] or list(STEMMERS)
    ways: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code in asked:
        way = tuple(stems(words, code))
        ways[way] = (*ways.get(way, ()), code)
    return ways


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

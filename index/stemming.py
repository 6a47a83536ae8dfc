"""Words by their stems, language by language: the streams that texts are indexed in, and the ways a typed word is stemmed."""

import re
import threading
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

import Stemmer

from index import words

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
# the languages of our own word lists
MAIN = ("en", "de", "fr", "es", "it", "pt")
_threads = threading.local()


class _Stems(dict[str, str]):
    """Stems of one language by lower-case word, filled on demand and emptied when it has grown too large."""

    def __init__(self, code: str) -> None:
        self.code = code

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        spelled = one_spelling(word) if self.code == "en" else word
        stem = _apart(self.code, words.fold(word)) or (
            _stemmer(self.code)(spelled) if self.code in STEMMERS else spelled
        )
        self[word] = found = words.fold(stem) or stem
        return found


def _apart(code: str, folded: str) -> str:
    """The stem of its own of a word whose stem would be that of another; empty for most."""
    if not (found := _all_apart(code).fullmatch(folded)):
        return ""
    return tuple(words.known().apart[code].values())[(found.lastindex or 1) - 1]


@cache
def _all_apart(code: str) -> re.Pattern[str]:
    """A group for each stem; that of a language without any matches nothing."""
    return re.compile("|".join(f"({forms})" for forms in words.known().apart.get(code, ())) or "(?!)")


class _Folds(dict[str, str]):
    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        self[word] = folded = words.fold(word) or word
        return folded


_folds = _Folds()


def stem(row: Iterable[str], language: str) -> list[str]:
    """Folded stems of lower-case words, one each."""
    known_stems = _held(language.partition("-")[0])
    return list(map(known_stems.__getitem__, row))


@lru_cache(256)
def in_main(row: tuple[str, ...]) -> dict[str, list[str]]:
    """The stems of a row of words in each of the main languages; a query asks for them twice."""
    return {code: stem(row, code) for code in MAIN}


def _stemmer(code: str) -> Callable[[str], str]:
    """PyStemmer's objects must not be shared between threads; the stems that they found are."""
    held: dict[str, Callable[[str], str]] = _threads.__dict__.setdefault("stemmers", {})
    if code not in held:
        held[code] = Stemmer.Stemmer(STEMMERS[code], 0).stemWord
    return held[code]


@cache
def _held(code: str) -> _Stems:
    return _Stems(code)


def every_stem(row: tuple[str, ...], languages: tuple[str, ...] = ()) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The different ways to stem a row of words in the languages asked for (all, when none is), each with its languages."""
    asked = {code.partition("-")[0] for code in languages} & STEMMERS.keys()
    ways: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code, way in zip(STEMMERS, zip(*map(_in_all, row), strict=True), strict=False):
        if not asked or code in asked:
            ways[way] = (*ways.get(way, ()), code)
    return ways


@lru_cache(1 << 14)
def _in_all(word: str) -> tuple[str, ...]:
    """A word's stem in each language of STEMMERS."""
    return tuple(_held(code)[word] for code in STEMMERS)


def streams(text: str, language: str) -> tuple[list[str], list[str]]:
    """The two streams of tokens of a text: stemmed words, and exact ones."""
    lower = words.lowered(text)
    exact = lower if text.isascii() else list(map(_folds.__getitem__, lower))
    return stem(lower, language), exact


def one_spelling(word: str) -> str:
    """British and American English as one."""
    for pattern, spelling in _spellings():
        word = pattern.sub(spelling, word)
    return word


@cache
def _spellings() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), spelling) for pattern, spelling in words.known().spellings.items()]

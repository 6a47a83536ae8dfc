"""One analysis of words for both engines: split, lower, fold; pairs of characters for scripts without spaces."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from crawlers import facts
from crawlers.matter import Struct

# tantivy and Elasticsearch part ways on longer tokens
LONGEST = 80
_MARKS = "".join(chr(point) for point in range(0x300, 0xFE30) if unicodedata.category(chr(point)) in {"Mn", "Mc"})
# soft hyphen and zero-width joiners stand inside a word and are no part of it
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{re.escape(_MARKS)}{_INVISIBLE}])*")
# the same where no mark stands in a word, several times faster
_PLAIN = re.compile(r"[^\W_]+")
# Han, kana, Thai, Lao, Burmese, Khmer: written without spaces between words
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f々]+"
)
# what is no letter or number, as a space: splitting so is faster than matching, the more so where all is ASCII
_SPACED = {point: " " for point in range(128) if not chr(point).isalnum()}
_SPACED_BYTES = bytes(32 if point in _SPACED else point for point in range(256))
_SIGNS = re.compile(r"[^\x00-\x7f\w]")
# marks that belong to the letter before, scripts without spaces, and two capitals that are lowered by what stands beside
_CARE = re.compile(f"[{re.escape(_MARKS)}{_INVISIBLE}{_UNSPACED.pattern[1:-2]}Σİ]")
_ALPHABETS = re.compile("[\u0000-\u04ff\u1e00-\u1fff]*")
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "ħ": "h"}
    | dict.fromkeys(_INVISIBLE)
)
# letters between the first part of a compound and one that we know
_LINKS = ("s", "n", "en", "")
# letters that a word of two parts has at least
COMPOUND = 9

Place = tuple[int, int]


class Facts(Struct, frozen=True, kw_only=True):
    """words.yaml."""

    spellings: dict[str, str]
    apart: dict[str, dict[str, str]]
    heads: dict[str, tuple[str, ...]]
    joints: tuple[str, ...]
    prefixes: tuple[str, ...]
    elided: tuple[str, ...]
    asking: tuple[str, ...]
    stop: dict[str, tuple[str, ...]]
    aside: dict[str, tuple[str, ...]]


@cache
def known() -> Facts:
    file = Path(__file__).with_name("words.yaml")
    return facts.convert(facts.load(file), Facts, file.name, "words")


def placed(text: str) -> tuple[list[str], list[Place]]:
    """The words of a text, lower, and where each stands; scripts without spaces give overlapping pairs of characters."""
    found = places(text)
    return [text[start:end].lower()[:LONGEST] for start, end in found], found


def places(text: str) -> list[Place]:
    """Where each word of `placed` stands."""
    plain = text.isascii() or not _CARE.search(text)
    found = [word.span() for word in (_PLAIN if plain else _WORD).finditer(text)]
    if plain or not _UNSPACED.search(text):
        return found
    return [place for start, end in found for place in _places(text[start:end], start)]


def places_of(text: str, wanted: Sequence[int]) -> list[Place]:
    """Where some of the words stand, by their numbers: of the others no place is made."""
    if _CARE.search(text) and _UNSPACED.search(text):
        found = places(text)
        return [found[number] for number in wanted]
    pattern = _WORD if _CARE.search(text) else _PLAIN
    read = list(islice(pattern.finditer(text), max(wanted, default=-1) + 1))
    return [read[number].span() for number in wanted]


def _places(run: str, offset: int) -> Iterator[Place]:
    """Pairs inside an unspaced stretch, whole words around it (第1条 has three stretches)."""
    last = 0
    for found in _UNSPACED.finditer(run):
        if last < found.start():
            yield offset + last, offset + found.start()
        for place in range(found.start(), max(found.end() - 1, found.start() + 1)):
            yield offset + place, offset + min(place + 2, found.end())
        last = found.end()
    if last < len(run):
        yield offset + last, offset + len(run)


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
    """The words of `placed` alone, fast where the text has only letters that need no care."""
    if text.isascii():
        found = text.lower().translate(_SPACED).split()
    elif not _CARE.search(text):
        plain = _SIGNS.sub(" ", text.lower()).encode("utf-8", "surrogatepass")
        found = plain.translate(_SPACED_BYTES).decode("utf-8", "surrogatepass").split()
    elif _UNSPACED.search(text):
        return placed(text)[0]
    else:
        found = [word.lower() for word in _WORD.findall(text)]
    return found if max(map(len, found), default=0) <= LONGEST else [word[:LONGEST] for word in found]


def exact(text: str) -> list[str]:
    return [fold(word) for word in lowered(text)]


@cache
def _heads(code: str) -> frozenset[str]:
    """As they are written, and folded."""
    listed = known().heads.get(code, ())
    return frozenset(listed).union(map(fold, listed))


@lru_cache(1 << 16)
def parts(word: str, language: str) -> tuple[str, ...]:
    """First and last part of a lower-case compound, folded or not, the last as long as it may be; nothing when we know none."""
    heads = _heads(language.partition("-")[0])
    for start in range(3, len(word) - 2) if heads and len(word) >= COMPOUND else ():
        for joint in _LINKS:
            if word.startswith(joint, start) and word[start + len(joint) :] in heads:
                return (word[:start], word[start + len(joint) :])
    return ()


@lru_cache(1 << 12)
def prefixes(word: str) -> tuple[str, ...]:
    """Beginnings of a lower-case word that may stand apart from it."""
    return tuple(begins for begins in known().prefixes if word.startswith(begins) and len(word) > len(begins) + 2)


@cache
def _elided() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(known().elided)})['’](?=\w)", re.IGNORECASE)


def bare(word: str) -> str:
    """Without what stands elided before it: accès for l'accès."""
    found = _elided().match(word)
    return word[found.end() :] if found else word


@cache
def stop_words() -> frozenset[str]:
    """Folded, of all languages."""
    return frozenset(fold(word) for words in known().stop.values() for word in words)


@cache
def little_words() -> frozenset[str]:
    """Folded, of all languages: stop words, and others that a question is not looked for by."""
    return stop_words() | {fold(word) for words in known().aside.values() for word in words}


@cache
def asking() -> frozenset[tuple[str, ...]]:
    """Rows of exact tokens that ask together and say nothing alone."""
    return frozenset(tuple(exact(said)) for said in known().asking)

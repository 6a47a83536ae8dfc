"""Words of one main language for those of another, learnt from acts that are held in both: a guess, weak and told."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from index import stemming, words
from index.queries.meaning import Meaning
from index.queries.plan import Ask, Best, Every, Term, Terms, Weight

FILE = Path(__file__).with_name("translations.msgpack")
# what a translated word counts of one that stands there as it was typed
WEAK = 0.3
# what must be left of the chances of two steps through English
FLOOR = 0.15
PIVOT = "en"

# by language and stem the English words, and how surely; by `en>` and language those for an English one
Learnt = dict[str, dict[str, dict[str, float]]]
Words = dict[str, dict[str, float]]
# typed words, each with those that it may be said by, the surest ones
Told = tuple[tuple[str, tuple[str, ...]], ...]
TOLD = 3


def widened(meant: Meaning) -> tuple[Meaning, Told]:
    """Every word that may be left out is also there as acts held in two languages say it; and which words those are."""
    loose = [typed if may else "" for typed, may in zip(meant.typed, meant.loose, strict=True)]
    found = [translated(typed) for typed in loose]
    needs = (Best((need, *_asks(said))) if said else need for need, said in zip(meant.needs, found, strict=True))
    told = tuple((typed, _surest(said)) for typed, said in zip(loose, found, strict=True) if said)
    return msgspec.structs.replace(meant, needs=tuple(needs)), told


@cache
def _learnt() -> Learnt:
    return msgspec.msgpack.decode(FILE.read_bytes(), type=Learnt)


def translated(typed: str) -> Words:
    """By language the words that the typed one may be said by, and how surely: nothing for several words."""
    found: Words = {}
    lower = words.lowered(typed)
    for spoken, (stem, *_) in stemming.in_main(tuple(lower)).items() if len(lower) == 1 else ():
        for language, word, chance in _from(spoken, stem):
            held = found.setdefault(language, {})
            held[word] = max(chance, held.get(word, 0.0))
    return found


def _from(spoken: str, stem: str) -> Iterator[tuple[str, str, float]]:
    """What a stem of a language says in the others; between two of these through English."""
    if spoken == PIVOT:
        yield from _from_english(stem, 1.0, spoken)
        return
    for word, sure in _learnt()[spoken].get(stem, {}).items():
        yield PIVOT, word, sure
        yield from _from_english(stemming.stem([word], PIVOT)[0], sure, spoken)


def _from_english(stem: str, sure: float, spoken: str) -> Iterator[tuple[str, str, float]]:
    for language in (code for code in stemming.MAIN if code not in {PIVOT, spoken}):
        for word, chance in _learnt()[f"{PIVOT}>{language}"].get(stem, {}).items():
            if sure * chance >= FLOOR:
                yield language, word, sure * chance


def _asks(found: Words) -> Iterator[Ask]:
    """What has one of the words in a text of its language."""
    for language, held in found.items():
        stems = stemming.stem(held, language)
        parts = (Weight(Term("words", stem), WEAK * chance) for stem, chance in zip(stems, held.values(), strict=True))
        yield Every((Best(tuple(parts)),), only=(Terms("language", (language,)),))


def _surest(found: Words) -> tuple[str, ...]:
    chances = sorted((-chance, word) for held in found.values() for word, chance in held.items())
    return tuple(dict.fromkeys(word for _, word in chances))[:TOLD]

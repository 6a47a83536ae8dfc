"""Signs that a text may tell a fact, asked before the costly expression for that fact is tried, and where to try it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

DIGITS = tuple("0123456789")
MOST = 50_000  # words that are remembered
_WORD = re.compile(r"\w+")


def mentions(words: tuple[str, ...], lowered: str) -> bool:
    """Whether a lower-cased text has any of the words, be it within another: asked before a costlier expression is."""
    for word in _lowered(words):  # noqa: SIM110 - three times as fast as any()
        if word in lowered:
            return True
    return False


@cache
def _lowered(words: tuple[str, ...]) -> tuple[str, ...]:
    """Those that hold another of them are left out: where they stand, that one does."""
    low = {word.lower() for word in words}
    return tuple(sorted(word for word in low if not any(each in word for each in low - {word})))


def tried(
    finder: re.Pattern[str], begun: Iterable[str], lowered: str, text: str = "", start: int = 0
) -> Iterator[re.Match[str]]:
    """What the expression finds in the text (else in the lowered one), tried only where letters stand that all it finds begin with.

    Many times as fast as to try it at each character.
    """
    at = start
    for place in sorted({place for letters in begun for place in _places(letters, lowered, start)}):
        if place >= at and (found := finder.match(text or lowered, place)):
            at = found.end()
            yield found


def beginnings(words: Iterable[str]) -> tuple[str, ...]:
    """In lower case; one that begins with another is left out, as it stands where that one does."""
    low = {word.lower() for word in words}
    return tuple(word for word in low if not word.startswith(tuple(low - {word})))


def _places(letters: str, lowered: str, start: int) -> list[int]:
    found, at = [], lowered.find(letters, start)
    while at >= 0:
        found.append(at)
        at = lowered.find(letters, at + 1)
    return found


class Signs(dict[str, frozenset[tuple[str, str]]]):
    """Of which phrases of which kinds of facts a lower-case word may be part, asked once a word."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._told: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for kind, each in phrases.items():
            for phrase in each:
                self._told[_telling(phrase)].append((kind, phrase.lower()))

    def __missing__(self, word: str) -> frozenset[tuple[str, str]]:
        if len(self) > MOST:
            self.clear()
        begun = (f"{each} "[:end] for each in _WORD.findall(word) for end in range(1, len(each) + 2))
        self[word] = frozenset(sign for letters in begun for sign in self._told.get(letters, ()))
        return self[word]

    def of(self, words: Iterable[str]) -> frozenset[tuple[str, str]]:
        """Kinds and phrases that a text of these words may have; no others, so that nobody need look for those."""
        return frozenset[tuple[str, str]]().union(*map(self.__getitem__, words))


def _telling(phrase: str) -> str:
    """The longest word of a phrase; it may go on unless the phrase ends in a space."""
    longest: str = max(_WORD.findall(phrase.lower()), key=len)
    return f"{longest} " if phrase.endswith(" ") else longest

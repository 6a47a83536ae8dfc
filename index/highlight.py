"""Which words of a passage answer a query, and the piece of it to show; places count characters of the passage."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from index import stemming, words
from index.query import All, Any_, Boost, Fuzzy, Not, Part, Phrase, Prefix, Word

WIDTH = 260
# characters read at once in search of marks
STRETCH = 8_000


class Snippet(NamedTuple):
    """A piece of a passage; `marks` are the places of the words that answer, counted in the piece."""

    text: str
    marks: tuple[tuple[int, int], ...]


def marks(text: str, language: str, root: Part | None, read: Mapping[str, str] = {}) -> list[tuple[int, int]]:
    """Where the words of the query stand, in order; words of a phrase only where they stand together.

    `read` are words that were read in another spelling, or as several.
    """
    forms = _Forms(text, language)
    found = sorted({place for leaf in _leaves(root) for part in _read(leaf, read) for place in forms.places(part)})
    return words.places_of(text, found) if found else []


def _leaves(part: Part | None) -> list[Part]:
    """The words and phrases that should be there."""
    if isinstance(part, All | Any_):
        return [leaf for inner in part.parts for leaf in _leaves(inner)]
    if isinstance(part, Boost):
        return _leaves(part.part)
    return [part] if isinstance(part, Word | Phrase | Prefix | Fuzzy) and not isinstance(part, Not) else []


def _read(part: Part, read: Mapping[str, str]) -> list[Part]:
    if isinstance(part, Word) and part.text in read:
        return [Word(word) for word in read[part.text].split()]
    return [part]


class _Forms:
    """A passage's words, stemmed and exact."""

    def __init__(self, text: str, language: str) -> None:
        self.language = language
        self.stems, self.exact = stemming.streams(text, language)

    def places(self, part: Part) -> list[int]:
        if isinstance(part, Prefix):
            start = words.fold(part.text.lower())
            return [place for place, word in enumerate(self.exact) if word.startswith(start)]
        if isinstance(part, Fuzzy):
            typed = words.fold(part.text.lower())
            return [place for place, word in enumerate(self.exact) if within(typed, word, part.distance)]
        assert isinstance(part, Word | Phrase)
        asked = words.lowered(words.bare(part.text) if isinstance(part, Word) else part.text)
        if isinstance(part, Word) and set(map(words.fold, asked)) <= words.little_words():
            return []
        if isinstance(part, Phrase) and part.slop:
            return [place for word in asked for place in self.row([word])]
        return self.row(asked)

    def row(self, asked: list[str]) -> list[int]:
        """Places of the words side by side, as stems of the passage's language or as they are."""
        stems, exact = stemming.stem(asked, self.language), [words.fold(word) for word in asked]
        starts = sorted({*_all(stems[0], self.stems), *_all(exact[0], self.exact)})
        if len(asked) == 1:
            return starts
        ends = [(place, place + len(asked)) for place in starts]
        rows = [(a, b) for a, b in ends if self.stems[a:b] == stems or self.exact[a:b] == exact]
        return [place for a, b in rows for place in range(a, b)]


def _all(word: str, row: list[str]) -> Iterator[int]:
    """Every place of the word in the row."""
    place = -1
    for _ in range(row.count(word)):
        place = row.index(word, place + 1)
        yield place


def within(one: str, other: str, distance: int) -> bool:
    """Do the words differ by at most so many letters; neighbours that change places count as one."""
    if abs(len(one) - len(other)) > distance:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, rival in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != rival))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == rival:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[-1] <= distance


def snippet(text: str, language: str, root: Part | None, read: Mapping[str, str] = {}) -> Snippet:
    """The piece with most of the marks, cut at words; of a long passage, in the first stretch that has any."""
    found, offset = _first_stretch(text, language, root, read)
    start = _start(found) if found else offset
    if start + WIDTH > len(text):
        start = max(0, len(text) - WIDTH)
    start = _word_start(text, start)
    end = len(text) if start + WIDTH >= len(text) else text.rfind(" ", start + 1, start + WIDTH)
    end = end if end > start else min(len(text), start + WIDTH)
    inside = tuple((low - start, high - start) for low, high in found if low >= start and high <= end)
    return Snippet(text[start:end].replace("\n", " "), inside)


def _first_stretch(
    text: str, language: str, root: Part | None, read: Mapping[str, str]
) -> tuple[list[tuple[int, int]], int]:
    offset = 0
    while offset < len(text):
        end = text.find(" ", offset + STRETCH)
        end = len(text) if end < 0 else end
        found = marks(text[offset:end], language, root, read)
        if found:
            return [(low + offset, high + offset) for low, high in found], offset
        offset = end
    return [], 0


def _start(found: list[tuple[int, int]]) -> int:
    """A little before the place from which most marks follow."""
    best, most = 0, 0
    for number, (low, _) in enumerate(found):
        count = sum(high <= low + WIDTH - 40 for _, high in found[number : number + 40])
        if count > most:
            best, most = low, count
    return max(0, best - 40)


def _word_start(text: str, start: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, start + 40)
    return space + 1 if space >= 0 else start

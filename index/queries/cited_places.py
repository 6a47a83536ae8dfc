"""Places in laws as people cite them: Article 16(2)(a), § 44b, s 230, recital 51, 230(c)(1)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index import words
from index.query import Part, Word

# as index.queries.names writes a recital's place: laws number recitals and articles alike
RECITAL = "rec"
_RECITALS = r"rec(?:itals?)?|considérants?|considerandos?|considerandi|erwägungsgr(?:und|ünde)|erwgr?|overweging(?:en)?"
_OTHERS = (
    r"art(?:\.|\b)|articles?|artikels?|artículos?|articol[oi]|artigos?|sec(?:tions?|t)?|sez(?:ione)?|sección|seção"
    r"|para(?:graphs?|graf|grafo)?|reg(?:ulations?)?|rule|clause|s|r|cl"
)
# words before a narrower number: Abs. 1, paragraph 1, alinéa 2, comma 3, lettera f
_STEP = (
    r"(?:unter)?abs(?:atz)?|uabs|nr|nummer|satz|buchst(?:abe)?|lit|ziff(?:er)?|sub-?(?:section|paragraph)|par(?:agraphe?|ágrafo|agrafo|a)?"
    r"|point|al(?:inéa|ínea)?|comma|lett(?:era)?|apartado|apdo|letra|inciso|inc|núm(?:ero)?|ponto"
)
_MARKED = re.compile(
    rf"(?:\b(?:(?P<recital>{_RECITALS})|{_OTHERS})\b\.?|§§?)"
    r"\s*(?P<place>\d+\s?[a-z]?\b(?![/-]\w)(?:[.(\s]*\(?[0-9a-z]{1,3}\))*"
    rf"(?:,?\s*(?:(?:{_STEP})\b\.?|§)\s*\(?(?:\d{{1,3}}[a-z]?|[a-z]|[ivx]{{1,5}})[º°]?(?!\w)\)?)*)",
    re.IGNORECASE,
)
_STEP_WORD = re.compile(rf"(?<!\w)(?:{_STEP})(?=\W*\w)(?!\w)")
# a number with its subsections in brackets needs no word before it
_BARE = re.compile(r"(?<![\w/(-])(?P<place>\d+[a-z]?(?:\(\w{1,4}\))+)", re.IGNORECASE)


class Cited(NamedTuple):
    """A place that a text cites: its steps (16, 2, a), and where it and its number begin and end there."""

    steps: tuple[str, ...]
    start: int
    number: int
    end: int

    @property
    def marked(self) -> bool:
        """Does a word say that it is a place: article, §."""
        return self.start < self.number

    def places(self) -> Iterator[str]:
        """From the widest to the narrowest: 16, 16 2, 16 2 a."""
        for length in range(1 + (self.steps[0] == RECITAL), len(self.steps) + 1):
            yield " ".join(self.steps[:length])


def cited(text: str) -> list[Cited]:
    found: list[Cited] = []
    for place in (*_MARKED.finditer(text), *_BARE.finditer(text)):
        if not any(one.number <= place.start("place") < one.end for one in found):
            numbers = _STEP_WORD.sub(" ", place["place"].lower())
            steps = words.exact(re.sub(r"(?<=\d)\s(?=[a-z]\b)|[º°]", "", numbers))
            kind = (RECITAL,) if place.groupdict().get("recital") else ()
            found.append(Cited((*kind, *steps), place.start(), place.start("place"), place.end()))
    return found


def place_of(part: Part, cited: Sequence[Cited]) -> Cited | None:
    """The place in a law whose number the word is."""
    if not isinstance(part, Word):
        return None
    return next((place for place in cited if part.at <= place.number < part.at + len(part.text)), None)


def covers(part: Part, cited: Sequence[Cited]) -> bool:
    """Is the word a part of a cited place: article, 16, (2)."""
    return isinstance(part, Word) and any(place.start <= part.at < place.end for place in cited)


def without_steps(parts: Sequence[Part], cited: Sequence[Cited]) -> list[Part]:
    """Of a cited place only its number is asked for: not the word article, nor what stands in brackets behind."""
    return [part for part in parts if not covers(part, cited) or place_of(part, cited)]

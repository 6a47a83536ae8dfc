"""What laws and subjects are also called: typed names lead to the law, to acts that cite its number, to other words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from index import stemming, words
from index.queries import concepts, names
from index.queries.concepts import Concept
from index.queries.plan import Ask, Best, Every, Fixed, Known, Row, Some, Term, Terms, Weight

_NUMBERED = re.compile(r"\D*\d+/\d+")
LONGEST = 7
# letters that forms of a word share at least, and those of an ending at most, where neither begins with the other
ROOT, ENDING = 5, 2


Span = tuple[int, int]


class Way(NamedTuple):
    """Words (exact tokens) that say something together, and where else it is said."""

    said: frozenset[str]
    asks: tuple[Ask, ...]


@cache
def _laws() -> dict[str, tuple[str, ...]]:
    """Ids of the laws by what they are called in names.yaml."""
    found: dict[str, tuple[str, ...]] = {}
    for id in names.known().laws:
        for name in map(names.key, names.popular(id)):
            found[name] = (*found.get(name, ()), id)
    return found


@cache
def spelled() -> frozenset[str]:
    """Every word of those names: no misspelling, though nothing may have it."""
    return frozenset(token for name in _laws() for token in name.split())


@cache
def _subjects() -> dict[str, tuple[str, ...]]:
    return {_in_stems(words.exact(said), "en"): others for said, others in names.known().subjects.items()}


@cache
def _concepts() -> dict[str, list[tuple[str, int]]]:
    """The words of ideas of concepts.yaml, and the places of these, by the words in the stems of their language."""
    found: dict[str, list[tuple[str, int]]] = {}
    for place, concept in enumerate(concepts.known()):
        for code, listed in concept.items():
            for spelling in map(words.exact, listed):
                found.setdefault(_in_stems(spelling, code), []).append((" ".join(spelling), place))
    return found


@cache
def _first() -> dict[str, frozenset[str]]:
    """The stems, by language, that begin what an idea or a subject is called."""
    begun = [name.split(" ")[:2] for name in (*_concepts(), *_subjects())]
    return {code: frozenset(word for language, word in begun if language == code) for code in stemming.MAIN}


@cache
def _first_of_laws() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _laws())


def _in_stems(tokens: Sequence[str], language: str) -> str:
    return f"{language} {' '.join(stemming.stem(tokens, language))}"


class _Words:
    """The words of a query, stemmed once in each language: ten thousand saved searches are read at a time."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.stems = stemming.in_main(tuple(tokens))
        first, laws = _first(), _first_of_laws()
        self.opens = [[code for code, row in self.stems.items() if row[at] in first[code]] for at in range(len(tokens))]
        self.starts = [bool(opens) or token in laws for opens, token in zip(self.opens, tokens, strict=True)]

    def spans(self) -> Iterator[Span]:
        """Those that may be called something, by their first word."""
        return (span for span in _spans(self.tokens) if self.starts[span[0]])

    def said(self, span: Span) -> list[str]:
        return self.tokens[slice(*span)]

    def _in(self, language: str, span: Span) -> str:
        return f"{language} {' '.join(self.stems[language][slice(*span)])}"

    def subjects(self, span: Span) -> tuple[str, ...]:
        return _subjects().get(self._in("en", span), ())

    def concepts(self, span: Span) -> dict[int, Concept]:
        """The ideas that the words name in any of the languages, in any form, each once."""
        known, said = _concepts(), self.said(span)
        found = (one for code in self.opens[span[0]] for one in known.get(self._in(code, span), ()))
        return {place: concepts.known()[place] for name, place in found if len(said) > 1 or _is_form(said[0], name)}


def _is_form(word: str, other: str) -> bool:
    """Do endings alone tell them apart? By stems alone `zone` would be zoning, and `orders` the German Orden."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))
    return same == min(len(word), len(other)) or (same >= ROOT and max(len(word), len(other)) <= same + ENDING)


def _spans(tokens: list[str]) -> Iterator[Span]:
    """From the longest row of words to the shortest."""
    for length in range(min(LONGEST, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            yield start, start + length


def named(tokens: list[str]) -> tuple[str, ...]:
    """Ids of the laws that the words name, those with the longest name first."""
    return tuple(dict.fromkeys(id for span in _spans(tokens) for id in named_so(" ".join(tokens[slice(*span)]))))


def named_so(name: str) -> tuple[str, ...]:
    """Ids of the laws that names.yaml calls so."""
    return _laws().get(name, ())


def ways(tokens: list[str], anywhere: bool = False) -> list[Way]:
    """In the six main languages; `anywhere`: in every language that an idea is known in, as where a place is named."""
    found, typed = [], _Words(tokens)
    for span in typed.spans():
        said = typed.said(span)
        otherwise = (ask for other in typed.subjects(span) for ask in _otherwise(other))
        elsewhere = (ask for place in typed.concepts(span) for ask in _elsewhere(said, place, anywhere))
        if asks := (*_under(" ".join(said)), *otherwise, *elsewhere):
            found.append(Way(frozenset(said), asks))
    return found


def ideas(tokens: list[str], anywhere: bool = False) -> Iterator[Ask]:
    """What several words say together: as they stand, or in the words of another language; the longest rows first."""
    told: set[str] = set()
    typed = _Words(tokens)
    for span in typed.spans():
        said, found = typed.said(span), typed.concepts(span)
        if len(said) > 1 and found and not told.issuperset(said):
            told.update(said)
            rows = (Row("words", stems) for stems in stemming.every_stem(tuple(said)))
            yield Some((*rows, *(ask for place in found for ask in _elsewhere(said, place, anywhere))))


def _under(name: str) -> Iterator[Ask]:
    """Provisions that cite the law, and titles that cite its number: acts under it, and its corrigenda."""
    for id in named_so(name):
        yield Fixed(Term("cites", id), 2.0)
        for number in names.numbers(id):
            if _NUMBERED.fullmatch(number):
                yield Weight(Row("also", tuple(words.exact(number))), 0.2)


@cache
def _otherwise(other: str) -> tuple[Ask, ...]:
    rows = stemming.every_stem(tuple(words.lowered(other)))
    return tuple(ask for stems in rows for ask in (Row("also", stems), Weight(Row("words", stems), 0.5)))


def _elsewhere(span: Sequence[str], place: int, anywhere: bool) -> Iterator[Ask]:
    """The idea in the words of each language, in texts of that language; what is typed is asked for as it is."""
    for language, listed in concepts.said(place):
        if language not in stemming.MAIN and not anywhere:
            continue
        typed = tuple(stemming.stem(span, language))
        if others := [stems for stems in listed if stems != typed]:
            yield Weight(Best(tuple(_in_language(others, language))), 0.5)


def _in_language(listed: Sequence[tuple[str, ...]], language: str) -> Iterator[Ask]:
    """Stems, and rows of them, in texts of their language."""
    if words := tuple(Row("words", stems) for stems in listed if len(stems) == 1):
        yield Every((Best(words),), only=(Terms("language", (language,)),))
    for row in (stems for stems in listed if len(stems) > 1):
        yield Known(Row("words", row), Term("row", concepts.spelled(row, language)))


def said_otherwise(tokens: list[str]) -> Iterator[str]:
    """The subjects and ideas among the words, as they are also said; of the longest row of words first."""
    typed = _Words(tokens)
    for span in typed.spans():
        yield from typed.subjects(span)
        for concept in typed.concepts(span).values():
            yield from (said for listed in concept.values() for said in listed)
